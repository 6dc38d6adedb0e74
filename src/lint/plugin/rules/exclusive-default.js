const { is } = require('../helpers');

/** An outcome nobody thought of takes the default flow instead of failing the click; only the others have conditions. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:ExclusiveGateway') || node.get('outgoing').length < 2) return;
    if (!node.default) reporter.report(node.id, 'decision has no default flow');
    for (const flow of node.get('outgoing')) {
      if (flow !== node.default && !flow.conditionExpression?.body) reporter.report(flow.id, 'flow has no condition');
      if (flow === node.default && flow.conditionExpression) reporter.report(flow.id, 'default flow has a condition');
    }
  },
});
