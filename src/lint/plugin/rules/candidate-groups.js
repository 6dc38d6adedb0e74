const { is } = require('../helpers');

/** The one variable that may name the role, for a step whose owner varies; the engine checks what it holds. */
const VARIABLE = '${ownerRole}';

/** Tasks go to roles of the closed list; at parse time the engine narrows the role to the unit it is about. */
module.exports = ({ roles }) => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) return;
    const groups = (node.get('camunda:candidateGroups') ?? '').split(',').map((group) => group.trim()).filter(Boolean);
    if (groups.length === 0) reporter.report(node.id, 'user task has no camunda:candidateGroups');
    groups.filter((group) => group !== VARIABLE && !roles.includes(group)).forEach((group) =>
      reporter.report(node.id, `"${group}" is not a role`),
    );
    // a task for each of several people takes its assignee from the loop's own variable
    const loop = node.loopCharacteristics ?? node.$parent?.loopCharacteristics;
    const each = `\${${loop?.get('camunda:elementVariable')}}`;
    ['assignee', 'candidateUsers']
      .filter((name) => node.get(`camunda:${name}`) && node.get(`camunda:${name}`) !== each)
      .forEach((name) => reporter.report(node.id, `names people with camunda:${name}`));
  },
});
