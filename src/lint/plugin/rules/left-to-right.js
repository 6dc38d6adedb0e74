const { allFlowElements, diagram, is } = require('../helpers');

/** Diagrams are read from left to right; only a flow that closes a loop may run back. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Definitions')) return;
    const { bounds } = diagram(node);
    const elements = allFlowElements(node);
    const next = (element) => [
      ...element.get('outgoing').map((flow) => flow.targetRef),
      // what a boundary event leads to also comes after its host
      ...elements.filter((other) => other.attachedToRef === element),
    ];

    for (const flow of elements.filter((element) => is(element, 'bpmn:SequenceFlow'))) {
      const from = bounds.get(flow.sourceRef);
      const to = bounds.get(flow.targetRef);
      if (from && to && to.x + to.width / 2 < from.x && !leadsTo(flow.targetRef, flow.sourceRef, next)) {
        reporter.report(flow.id, `runs from right to left into ${flow.targetRef.id}`);
      }
    }
  },
});

function leadsTo(start, goal, next) {
  const seen = new Set([start]);
  for (const element of seen) {
    if (element === goal) return true;
    next(element).forEach((following) => seen.add(following));
  }
  return false;
}
