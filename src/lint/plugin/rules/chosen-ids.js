const { is } = require('../helpers');

/** First match counts, so a special type stands before the general one. */
const PREFIXES = [
  ['bpmn:StartEvent', 'StartEvent'],
  ['bpmn:EndEvent', 'EndEvent'],
  ['bpmn:BoundaryEvent', 'BoundaryEvent'],
  ['bpmn:CatchEvent', 'CatchEvent'],
  ['bpmn:ThrowEvent', 'ThrowEvent'],
  ['bpmn:UserTask', 'UserTask'],
  ['bpmn:ServiceTask', 'ServiceTask'],
  ['bpmn:SendTask', 'SendTask'],
  ['bpmn:BusinessRuleTask', 'BusinessRuleTask'],
  ['bpmn:CallActivity', 'CallActivity'],
  ['bpmn:SubProcess', 'SubProcess'],
  ['bpmn:Gateway', 'Gateway'],
  ['bpmn:SequenceFlow', 'Flow'],
  ['bpmn:Message', 'Message'],
  ['bpmn:Error', 'Error'],
  ['bpmn:Escalation', 'Escalation'],
  ['bpmn:Signal', 'Signal'],
];

/** Ids are part of the code (constants, history, migration), so they are chosen: <Type>_<PascalWords>. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process')) {
      if (!/^[a-z][A-Za-z0-9]*$/.test(node.id)) reporter.report(node.id, 'process id is not lowerCamelCase');
      return;
    }
    const prefix = PREFIXES.find(([type]) => is(node, type))?.[1];
    if (prefix) {
      // a generated id such as Flow_0yomyfk goes on with a digit
      if (!new RegExp(`^${prefix}_[A-Z][A-Za-z0-9]*$`).test(node.id)) {
        reporter.report(node.id, `id is not ${prefix}_<PascalWords>`);
      }
    } else if (is(node, 'bpmn:BaseElement') && /_[01][a-z0-9]{6}$/.test(node.id ?? '')) {
      reporter.report(node.id, 'id is generated');
    }
  },
});
