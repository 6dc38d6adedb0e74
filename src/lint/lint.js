// npm run lint: prints every finding, file by file, and fails on any.
import { lint, surroundings } from './lib/linting.js';
import { findModels, projectRoot } from './lib/models.js';

const root = projectRoot();
const models = findModels(root);
const known = await surroundings(root, models);
let total = 0;

for (const model of models) {
  const findings = await lint(model, known);
  total += findings.length;
  if (findings.length > 0) console.log(model.name);
  for (const { id, message, rule } of findings) console.log(`  ${id}: ${message} (${rule})`);
}
console.log(`${models.length} models, ${total} findings`);
process.exitCode = total > 0 || models.length === 0 ? 1 : 0;
