const { is, labelFault } = require('../helpers');

/** Decisions, inputs and outputs carry chosen ids (code and history name them) and Vietnamese labels. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'dmn:Decision') && !/^[a-z][A-Za-z0-9]*$/.test(node.id)) {
      reporter.report(node.id, 'decision id is not lowerCamelCase');
    }
    const labelled = is(node, 'dmn:Decision') || is(node, 'dmn:InputClause') || is(node, 'dmn:OutputClause');
    if (!labelled) return;
    if (/_[01][a-z0-9]{6}$/.test(node.id ?? '')) reporter.report(node.id, 'id is generated');
    const fault = labelFault(is(node, 'dmn:Decision') ? node.name : node.label);
    if (fault) reporter.report(node.id, fault);
  },
});
