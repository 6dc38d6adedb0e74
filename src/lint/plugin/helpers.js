const is = (node, type) => Boolean(node?.$instanceOf?.(type));

const kebabCase = (id) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Extension elements of a type, such as camunda:In; empty when there are none. */
const extensions = (node, type) => (node.extensionElements?.values ?? []).filter((value) => is(value, type));

/** True for the flow nodes a reader has to choose at: several ways out. */
const isDecision = (node) =>
  (is(node, 'bpmn:ExclusiveGateway') || is(node, 'bpmn:InclusiveGateway')) && node.get('outgoing').length > 1;

/**
 * What is wrong with a text that people read on screen, or undefined.
 * Vietnamese can't be told from its letters alone, but a label without a single accented letter is nearly always English.
 */
const labelFault = (text) => {
  const words = (text ?? '').replace(/\{\{.*?\}\}/gs, '').trim();
  if (!text?.trim()) return 'has no label';
  if (/[A-Za-z]/.test(words) && !/[À-ỹ]/.test(words)) return `is labelled "${words}", which is not Vietnamese`;
  if (text !== text.normalize('NFC')) return `is labelled "${words}" in decomposed Unicode (use NFC)`;
  return undefined;
};

/** Diagram shapes and edges by the element they draw. */
const diagram = (definitions) => {
  const bounds = new Map();
  const waypoints = new Map();
  for (const { plane } of definitions.get('diagrams')) {
    for (const drawn of plane?.get('planeElement') ?? []) {
      if (is(drawn, 'bpmndi:BPMNShape') && drawn.bounds) bounds.set(drawn.bpmnElement, drawn.bounds);
      if (is(drawn, 'bpmndi:BPMNEdge')) waypoints.set(drawn.bpmnElement, drawn.get('waypoint'));
    }
  }
  return { bounds, waypoints };
};

/** Every flow element of a process or sub-process, those of nested sub-processes too. */
const flowElements = (scope) =>
  scope.get('flowElements').flatMap((node) => (is(node, 'bpmn:SubProcess') ? [node, ...flowElements(node)] : [node]));

const allFlowElements = (definitions) =>
  definitions.get('rootElements').filter((root) => is(root, 'bpmn:Process')).flatMap(flowElements);

module.exports = { allFlowElements, diagram, extensions, is, isDecision, kebabCase, labelFault };
