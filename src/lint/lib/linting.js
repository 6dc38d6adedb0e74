// Applies the rules to models and gathers what they find.
import { createRequire } from 'node:module';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { parse } from './models.js';
import { roles } from './roles.js';

const require = createRequire(import.meta.url);
const { bpmnRules, dmnRules, formRules } = require('bpmnlint-plugin-daihoi');
const resolver = new NodeResolver({ require });

const EXTENDS = ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24'];

/** What the rules must know beyond the file they look at. */
export async function surroundings(root, models) {
  const forms = [];
  const processes = [];
  for (const model of models) {
    try {
      if (model.kind === 'form') forms.push(JSON.parse(model.text).id);
      if (model.kind === 'bpmn') {
        const { definitions } = await parse(model);
        processes.push(...definitions.rootElements.filter(({ isExecutable }) => isExecutable).map(({ id }) => id));
      }
    } catch {
      // an unreadable file is a finding of its own when its turn comes
    }
  }
  return { roles: roles(root), forms, processes };
}

/** Findings of one model as { rule, id, message }; empty when it is clean. */
export async function lint(model, known) {
  try {
    const context = { ...known, file: model.path };
    return model.kind === 'form' ? lintForm(model, context) : await lintXml(model, context);
  } catch (error) {
    return [{ rule: 'readable', id: model.kind, message: error.message }];
  }
}

async function lintXml(model, context) {
  const { definitions, warnings } = await parse(model);
  const names = model.kind === 'bpmn' ? bpmnRules : dmnRules;
  const config = {
    extends: model.kind === 'bpmn' ? EXTENDS : [],
    rules: {
      ...Object.fromEntries(names.map((name) => [`daihoi/${name}`, ['error', context]])),
      // a loop returns straight into the task that is done again: a merging gateway there would say nothing more
      'fake-join': 'off',
    },
  };
  // a linter remembers its rules with their options, so each file gets its own
  const reports = await new Linter({ config, resolver }).lint(definitions);
  return [
    ...warnings.map((message) => ({ rule: 'readable', id: definitions.id, message })),
    ...Object.entries(reports).flatMap(([rule, found]) => found.map(({ id, message }) => ({ rule, id, message }))),
  ];
}

function lintForm(model, context) {
  const findings = [];
  for (const name of formRules) {
    const check = require(`bpmnlint-plugin-daihoi/form-rules/${name}`)(context);
    check(JSON.parse(model.text), (id, message) => findings.push({ rule: `daihoi/${name}`, id, message }));
  }
  return findings;
}
