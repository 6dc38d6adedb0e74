// Finds the models and reads them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';

const require = createRequire(import.meta.url);
export const camundaBpmn = require('camunda-bpmn-moddle/resources/camunda.json');
export const camundaDmn = require('camunda-dmn-moddle/resources/camunda.json');

const bpmn = new BpmnModdle({ camunda: camundaBpmn });
const dmn = new DmnModdle({ camunda: camundaDmn });

/** Project whose models are meant: MODELS_ROOT when set, else the one this folder is part of. */
export const projectRoot = () =>
  resolve(process.env.MODELS_ROOT ?? join(dirname(fileURLToPath(import.meta.url)), '../../..'));

/** All BPMN, DMN and form files below processes/ and forms/ as { path, name, kind, text }, sorted by name. */
export function findModels(root) {
  return ['processes', 'forms']
    .map((folder) => join(root, folder))
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((entry) => join(folder, entry)))
    .filter((path) => /\.(bpmn|dmn|form)$/.test(path))
    .sort()
    .map((path) => ({
      path,
      name: relative(root, path),
      kind: extname(path).slice(1),
      text: readFileSync(path, 'utf8'),
    }));
}

/** Reads BPMN or DMN; answers { definitions, warnings } and throws when it isn't well-formed. */
export async function parse({ kind, text }) {
  const { rootElement, warnings } = await (kind === 'bpmn' ? bpmn.fromXML(text) : dmn.fromXML(text));
  return { definitions: rootElement, warnings: warnings.map(({ message }) => message) };
}

/** The model as canonical XML lines without its drawing: what it means. */
export async function meaning(model) {
  const { definitions } = await parse(model);
  if (model.kind === 'bpmn') definitions.diagrams = [];
  else definitions.dmnDI = undefined;
  const { xml } = await (model.kind === 'bpmn' ? bpmn : dmn).toXML(definitions, { format: true });
  return xml.split('\n').map((line) => line.trim());
}
