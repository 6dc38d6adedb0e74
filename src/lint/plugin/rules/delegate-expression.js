const { is } = require('../helpers');

const OTHER_WAYS = ['class', 'expression', 'type', 'topic', 'resultVariable'];

/** Service tasks reach the code in one way only: a delegate bean, so that a contract test can compare model and code. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:ServiceTask') && !is(node, 'bpmn:SendTask')) return;
    if (!/^\$\{[a-z][A-Za-z0-9]*Delegate\}$/.test(node.get('camunda:delegateExpression') ?? '')) {
      reporter.report(node.id, 'camunda:delegateExpression is not ${…Delegate}');
    }
    OTHER_WAYS.filter((name) => node.get(`camunda:${name}`)).forEach((name) =>
      reporter.report(node.id, `uses camunda:${name}`),
    );
  },
});
