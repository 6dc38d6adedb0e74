const { is } = require('../helpers');

/** Models hold no code: no scripts, no class names, no condition in a script language. */
module.exports = () => ({
  check(node, reporter) {
    const at = nearestId(node);
    if (is(node, 'bpmn:ScriptTask')) reporter.report(at, 'is a script task');
    if (is(node, 'camunda:Script')) reporter.report(at, 'contains a script');
    if (is(node, 'bpmn:FormalExpression') && node.language) reporter.report(at, `has a condition in ${node.language}`);
    if (node.class || node.get?.('camunda:class')) reporter.report(at, 'names a class with camunda:class');
  },
});

function nearestId(node) {
  return node.id ?? (node.$parent ? nearestId(node.$parent) : undefined);
}
