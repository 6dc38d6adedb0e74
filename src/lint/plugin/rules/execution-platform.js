const { is } = require('../helpers');

const EXPECTED = {
  'modeler:executionPlatform': 'Camunda Platform',
  'modeler:executionPlatformVersion': '7.24.0',
};

/** Without these attributes Camunda Modeler asks which engine is meant, or opens the file for another one. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Definitions') && !is(node, 'dmn:Definitions')) return;
    for (const [name, value] of Object.entries(EXPECTED)) {
      if (node.$attrs[name] !== value) reporter.report(node.id, `${name} is not "${value}"`);
    }
  },
});
