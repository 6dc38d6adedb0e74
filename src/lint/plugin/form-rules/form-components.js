const { walk } = require('../form-helpers');

/** What form-js 1.8.7 in Tasklist 7.24 renders. A file picker or document preview makes the whole form fail there. */
const RENDERED = new Set([
  'text', 'textfield', 'number', 'textarea', 'select', 'radio', 'checkbox', 'checklist', 'taglist', 'datetime',
  'group', 'dynamiclist', 'table', 'expression', 'html', 'image', 'button', 'separator', 'spacer',
]);

module.exports = () => (form, report) => {
  for (const { component } of walk(form.components)) {
    if (!RENDERED.has(component.type)) report(component.id, `Tasklist 7.24 does not render "${component.type}"`);
  }
};
