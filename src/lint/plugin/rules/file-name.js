const { basename } = require('node:path');
const { is, kebabCase } = require('../helpers');

/**
 * One executable process a file, and the file is found by the id: congressPreparation is in congress-preparation.bpmn.
 * A DMN file may hold further decisions beside the one that names it.
 */
module.exports = ({ file }) => ({
  check(node, reporter) {
    const expectName = (elements, suffix) => {
      const expected = elements.map(({ id }) => kebabCase(id) + suffix);
      if (!expected.includes(basename(file))) reporter.report(node.id, `file should be called ${expected.join(' or ')}`);
    };

    if (is(node, 'bpmn:Definitions')) {
      const executable = node.get('rootElements').filter((root) => is(root, 'bpmn:Process') && root.isExecutable);
      if (executable.length !== 1) reporter.report(node.id, `has ${executable.length} executable processes, not one`);
      expectName(executable, '.bpmn');
    }
    if (is(node, 'dmn:Definitions')) {
      expectName(node.get('drgElement').filter((element) => is(element, 'dmn:Decision')), '.dmn');
    }
  },
});
