const { basename } = require('node:path');
const { kebabCase } = require('../helpers');

/** The form id is what a model's formRef names; the file says the same in kebab-case. */
module.exports = ({ file }) => (form, report) => {
  if (!/^[a-z][A-Za-z0-9]*$/.test(form.id ?? '')) return report(form.id, 'form id is not lowerCamelCase');
  const expected = `${kebabCase(form.id)}.form`;
  if (basename(file) !== expected) report(form.id, `file should be called ${expected}`);
};
