// npm run modeler: opens and saves each model in its editor and fails when that warns or changes what the model means.
import { startBrowser } from './lib/browser.js';
import { openAndSave } from './lib/modeler.js';
import { findModels, projectRoot } from './lib/models.js';

const models = findModels(projectRoot());
const browser = await startBrowser();
let total = 0;

for (const model of models) {
  const findings = await openAndSave(model, browser);
  total += findings.length;
  console.log(`${model.name}: ${findings.length === 0 ? 'opens, saves, stays the same' : ''}`);
  findings.forEach((finding) => console.log(`  ${finding}`));
}
await browser.close();
console.log(`${models.length} models, ${total} findings`);
process.exitCode = total > 0 || models.length === 0 ? 1 : 0;
