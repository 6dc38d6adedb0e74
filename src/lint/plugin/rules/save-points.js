const { extensions, is } = require('../helpers');

/**
 * A failing step must never undo the click that came before it (asyncAfter on user tasks),
 * and work with outside effects is repeated on its own, a known number of times (asyncBefore and a retry cycle).
 */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:UserTask') && !node.get('camunda:asyncAfter')) {
      reporter.report(node.id, 'user task has no camunda:asyncAfter');
    }
    if (is(node, 'bpmn:ServiceTask') || is(node, 'bpmn:SendTask')) {
      if (!node.get('camunda:asyncBefore')) reporter.report(node.id, 'service task has no camunda:asyncBefore');
      if (!extensions(node, 'camunda:FailedJobRetryTimeCycle').some(({ body }) => body?.trim())) {
        reporter.report(node.id, 'service task has no camunda:failedJobRetryTimeCycle');
      }
    }
  },
});
