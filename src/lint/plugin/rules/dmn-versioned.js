const { basename, dirname } = require('node:path');
const { is } = require('../helpers');

/** A congress pins its rule set by version tag; in rule-sets/<tag>/ the folder says the same. */
module.exports = ({ file }) => ({
  check(node, reporter) {
    if (!is(node, 'dmn:Decision')) return;
    const tag = node.get('camunda:versionTag');
    const folder = dirname(file);
    if (!tag) reporter.report(node.id, 'decision has no camunda:versionTag');
    if (tag && basename(dirname(folder)) === 'rule-sets' && tag !== basename(folder)) {
      reporter.report(node.id, `camunda:versionTag "${tag}" differs from its folder ${basename(folder)}`);
    }
    if (!node.get('camunda:historyTimeToLive')) reporter.report(node.id, 'decision has no camunda:historyTimeToLive');
  },
});
