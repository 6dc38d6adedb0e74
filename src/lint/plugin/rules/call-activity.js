const { extensions, is } = require('../helpers');

/** Camunda 7 hands neither the business key nor variables to a called process unless they are mapped, by name. */
module.exports = ({ processes }) => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:CallActivity')) return;
    const called = node.get('calledElement');
    if (!processes.includes(called)) reporter.report(node.id, `calls "${called}", which is no process here`);

    const ins = extensions(node, 'camunda:In');
    const mappings = [...ins, ...extensions(node, 'camunda:Out')];
    if (!ins.some((mapping) => mapping.businessKey)) reporter.report(node.id, 'does not map the business key');
    for (const mapping of mappings.filter((candidate) => !candidate.businessKey)) {
      if (mapping.variables) {
        reporter.report(node.id, `maps variables="${mapping.variables}" instead of named ones`);
      } else if (!mapping.target || !(mapping.source || mapping.sourceExpression)) {
        reporter.report(node.id, 'has a mapping without source or target');
      }
    }
  },
});
