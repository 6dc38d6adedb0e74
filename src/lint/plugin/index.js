const { readdirSync } = require('node:fs');
const { basename, join } = require('node:path');

const names = (folder) =>
  readdirSync(join(__dirname, folder))
    .filter((file) => file.endsWith('.js'))
    .map((file) => basename(file, '.js'))
    .sort();

const all = names('rules');

// A rule that holds for both kinds of model stands here; any other DMN rule says so in its name.
const shared = ['execution-platform', 'file-name'];

/** Names of the rules by kind of file. A rule is a factory taking { file, roles, forms, processes }. */
module.exports = {
  bpmnRules: all.filter((name) => !name.startsWith('dmn-')),
  dmnRules: all.filter((name) => name.startsWith('dmn-') || shared.includes(name)),
  formRules: names('form-rules'),
};
