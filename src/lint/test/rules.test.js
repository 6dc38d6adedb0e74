// Every own rule catches a planted fault, and the same files without it are clean.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { lint, surroundings } from '../lib/linting.js';
import { findModels } from '../lib/models.js';
import { bpmnFaults, borrowedFaults, dmnFaults, formFaults } from './faults.js';

const { bpmnRules, dmnRules, formRules } = createRequire(import.meta.url)('bpmnlint-plugin-daihoi');
const root = fileURLToPath(new URL('fixtures', import.meta.url));
const models = findModels(root);
const known = await surroundings(root, models);

const own = (faults) => faults.map(([rule, ...rest]) => [`daihoi/${rule}`, ...rest]);
const faults = {
  bpmn: [...own(bpmnFaults), ...borrowedFaults],
  dmn: own(dmnFaults),
  form: own(formFaults),
};

for (const model of models) {
  test(`${model.name} is clean`, async () => {
    assert.deepEqual(await lint(model, known), []);
  });

  for (const [rule, clean, faulty, message] of faults[model.kind]) {
    test(`${rule} catches in ${model.kind}: ${message.source}`, async () => {
      const text = model.text.replace(clean, faulty);
      assert.notEqual(text, model.text, 'the fault is not planted');
      const findings = await lint({ ...model, text }, known);
      assert.ok(
        findings.some((finding) => finding.rule === rule && finding.id && message.test(finding.message)),
        JSON.stringify(findings, null, 2),
      );
    });
  }
}

for (const [kind, rules] of Object.entries({ bpmn: bpmnRules, dmn: dmnRules, form: formRules })) {
  test(`every ${kind} rule has a planted fault`, () => {
    const tried = new Set(faults[kind].map(([rule]) => rule));
    assert.deepEqual(rules.filter((rule) => !tried.has(`daihoi/${rule}`)), []);
  });
}

test('a file that cannot be read is a finding, not a crash', async () => {
  for (const model of models) {
    const [finding] = await lint({ ...model, text: model.text.slice(0, model.text.length / 2) }, known);
    assert.equal(finding.rule, 'readable');
  }
});
