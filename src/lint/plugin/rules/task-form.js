const { is } = require('../helpers');

/** A running instance keeps the form it started with: formRef bound to its own deployment. */
module.exports = ({ forms }) => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask') && !is(node, 'bpmn:StartEvent')) return;
    const form = node.get('camunda:formRef');
    if (node.get('camunda:formKey')) reporter.report(node.id, 'uses camunda:formKey instead of camunda:formRef');
    if (!form) {
      if (is(node, 'bpmn:UserTask')) reporter.report(node.id, 'user task has no camunda:formRef');
      return;
    }
    if (node.get('camunda:formRefBinding') !== 'deployment') {
      reporter.report(node.id, 'camunda:formRefBinding is not "deployment"');
    }
    if (!forms.includes(form)) reporter.report(node.id, `there is no form "${form}"`);
  },
});
