const { allFlowElements, diagram, is } = require('../helpers');

/** A sequence flow drawn across a task can't be told from one that leads into it. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Definitions')) return;
    const { bounds, waypoints } = diagram(node);
    const elements = allFlowElements(node);
    const nodes = elements.filter((element) => is(element, 'bpmn:FlowNode') && bounds.has(element));

    for (const flow of elements.filter((element) => is(element, 'bpmn:SequenceFlow'))) {
      const points = waypoints.get(flow) ?? [];
      for (const other of nodes) {
        const allowed = other === flow.sourceRef || other === flow.targetRef || contains(other, flow);
        if (!allowed && points.some((point, i) => i > 0 && crosses(points[i - 1], point, bounds.get(other)))) {
          reporter.report(flow.id, `is drawn across ${other.id}`);
        }
      }
    }
  },
});

const contains = (scope, element) =>
  Boolean(element.$parent) && (element.$parent === scope || contains(scope, element.$parent));

/** Clips the line against each side of the box (Liang–Barsky); touching the border does not count. */
function crosses(a, b, box) {
  let enter = 0;
  let leave = 1;
  for (const [axis, size] of [['x', 'width'], ['y', 'height']]) {
    const length = b[axis] - a[axis];
    const toLow = box[axis] + 1 - a[axis];
    const toHigh = box[axis] + box[size] - 1 - a[axis];
    if (length === 0) {
      if (toLow > 0 || toHigh < 0) return false;
    } else {
      enter = Math.max(enter, Math.min(toLow / length, toHigh / length));
      leave = Math.min(leave, Math.max(toLow / length, toHigh / length));
    }
  }
  return enter < leave;
}
