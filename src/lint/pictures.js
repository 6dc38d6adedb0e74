// npm run pictures -- <folder>: draws every model into the folder as PNG.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startBrowser } from './lib/browser.js';
import { findModels, projectRoot } from './lib/models.js';
import { draw } from './lib/pictures.js';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('say where to: npm run pictures -- <folder>');
// npm changes into its own folder, a relative one is meant from where the person stands
const target = resolve(process.env.INIT_CWD ?? '.', folder);
mkdirSync(target, { recursive: true });

const browser = await startBrowser();
for (const model of findModels(projectRoot())) {
  for (const { name, png } of await draw(model, browser)) {
    writeFileSync(join(target, `${name}.png`), png);
    console.log(`${model.name} -> ${name}.png`);
  }
}
await browser.close();
