/** The platform makes Modeler's own linter flag what Tasklist 7.24 cannot show. */
module.exports = () => (form, report) => {
  if (form.executionPlatform !== 'Camunda Platform') report(form.id, 'executionPlatform is not "Camunda Platform"');
  if (form.executionPlatformVersion !== '7.24.0') report(form.id, 'executionPlatformVersion is not "7.24.0"');
};
