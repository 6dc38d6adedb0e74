const { INPUTS, walk } = require('../form-helpers');

/** A key is the name of a record component in the code: present, lowerCamelCase, once a form. */
module.exports = () => (form, report) => {
  const seen = new Set();
  for (const { component, path } of walk(form.components)) {
    if (!INPUTS.has(component.type)) continue;
    const key = path + component.key;
    if (!/^[a-z][A-Za-z0-9]*$/.test(component.key ?? '')) {
      report(component.id, `key "${component.key}" is not lowerCamelCase`);
    }
    if (seen.has(key)) report(component.id, `key "${key}" is used twice`);
    seen.add(key);
  }
};
