const { is, isDecision, labelFault } = require('../helpers');

const needsLabel = (node) =>
  is(node, 'bpmn:Process') ||
  is(node, 'bpmn:Activity') ||
  is(node, 'bpmn:Event') ||
  is(node, 'bpmn:Participant') ||
  is(node, 'bpmn:Lane') ||
  isDecision(node) ||
  (is(node, 'bpmn:SequenceFlow') && isDecision(node.sourceRef));

/** Labels are what people see in Tasklist and Cockpit; at a decision the gateway asks and each way out answers. */
module.exports = () => ({
  check(node, reporter) {
    if (!needsLabel(node) && !(is(node, 'bpmn:FlowElement') && node.name)) return;
    const fault = labelFault(node.name);
    if (fault) reporter.report(node.id, fault);
  },
});
