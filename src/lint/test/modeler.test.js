// Opening a model in its editor catches what the text alone doesn't show.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { chromiumPath, startBrowser } from '../lib/browser.js';
import { draw } from '../lib/pictures.js';
import { findModels } from '../lib/models.js';
import { openAndSave } from '../lib/modeler.js';

const models = findModels(fileURLToPath(new URL('fixtures', import.meta.url)));

// [kind, in the clean fixture, replaced by, what is said]
const faults = [
  ['bpmn', 'bpmnElement="Flow_Written"', 'bpmnElement="Flow_Lost"', /Flow_Lost/],
  ['bpmn', 'targetRef="Gateway_PlanApproved"', 'targetRef="Gateway_Lost"', /Gateway_Lost/],
  ['bpmn', '<bpmn:message id', '<bpmn:massage id="Message_X" /><bpmn:message id', /massage/],
  ['dmn', '<rule id="Rule_Cell">', '<row id="Row_Cell" /><rule id="Rule_Cell">', /row/],
  ['form', '"showOutline": true,', '', /saving changes it: \+ "showOutline": true/],
  ['form', '"textarea"', '"filepicker"', /filepicker/],
];

describe('models in their editors', { skip: !existsSync(chromiumPath) && `no Chromium at ${chromiumPath}` }, () => {
  let browser;
  before(async () => (browser = await startBrowser()));
  after(() => browser.close());

  for (const model of models) {
    test(`${model.name} opens, saves and stays the same`, async () => {
      assert.deepEqual(await openAndSave(model, browser), []);
    });

    test(`${model.name} is drawn`, async () => {
      const [{ png }] = await draw(model, browser);
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      assert.ok(png.length > 5_000);
    });
  }

  for (const [kind, clean, faulty, message] of faults) {
    test(`a fault in a ${kind} file shows: ${message.source}`, async () => {
      const model = models.find((candidate) => candidate.kind === kind);
      const text = model.text.replace(clean, faulty);
      assert.notEqual(text, model.text, 'the fault is not planted');
      assert.match((await openAndSave({ ...model, text }, browser)).join('\n'), message);
    });
  }
});
