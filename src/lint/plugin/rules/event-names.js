const { is } = require('../helpers');

/** Names the code correlates by: message <process>.<pastTenseFact>, error and escalation code UPPER_SNAKE. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Message') && !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(node.name ?? '')) {
      reporter.report(node.id, `message name "${node.name}" is not <process>.<pastTenseFact>`);
    }
    const code = is(node, 'bpmn:Error') ? 'errorCode' : is(node, 'bpmn:Escalation') ? 'escalationCode' : undefined;
    if (code && !/^[A-Z]+(_[A-Z]+)*$/.test(node[code] ?? '')) {
      reporter.report(node.id, `${code} "${node[code]}" is not UPPER_SNAKE`);
    }
  },
});
