const { walk } = require('../form-helpers');

const CHOICES = new Set(['select', 'radio', 'checklist', 'taglist']);

/** Tasklist loads dynamic options for top-level components only; inside a group the list would stay empty. */
module.exports = () => (form, report) => {
  for (const { component, depth } of walk(form.components)) {
    if (!CHOICES.has(component.type)) continue;
    if (!component.valuesKey && !component.valuesExpression && !component.values?.length) {
      report(component.id, 'has no options');
    }
    if (component.valuesKey && depth > 0) report(component.id, 'has dynamic options inside a group');
  }
};
