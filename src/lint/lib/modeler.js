// Opens a model where a person would open it, saves it, and says what was lost on the way.
import { camundaDmn, meaning } from './models.js';

/** Findings of opening and saving one model; empty when all is well. */
export async function openAndSave(model, browser) {
  try {
    return model.kind === 'form' ? await openForm(model, browser) : await openXml(model, browser);
  } catch (error) {
    return [error.message];
  }
}

async function openXml(model, browser) {
  const { saved, warnings } = model.kind === 'bpmn'
    ? await inTool(browser, 'bpmnEditor', saveBpmn, model.text)
    : await inTool(browser, 'dmnEditor', saveDmn, { xml: model.text, camunda: camundaDmn });
  return [...warnings, ...differences(await meaning(model), await meaning({ ...model, text: saved }))];
}

/** A form is drawn by today's editor and shown by the older viewer within Tasklist. */
async function openForm(model, browser) {
  const schema = JSON.parse(model.text);
  const editor = await inTool(browser, 'formEditor', saveForm, schema);
  const tasklist = await inTool(browser, 'tasklistForm', showForm, schema);
  return [
    ...editor.warnings,
    ...tasklist.warnings.map((warning) => `in Tasklist: ${warning}`),
    ...differences(formMeaning(schema), formMeaning(editor.saved)),
  ];
}

/** Runs a function within a tool's page; what the page complains about meanwhile counts as a warning. */
async function inTool(browser, tool, run, argument) {
  const page = await browser.page(tool);
  page.complaints.length = 0;
  const result = await page.evaluate(run, argument);
  return { ...result, warnings: [...result.warnings, ...page.complaints] };
}

// The functions from here to the line below run in the browser. -----------------------------------------------------

async function saveBpmn(xml) {
  const modeler = new BpmnModeler({ container: '#tool' });
  const { warnings } = await modeler.importXML(xml);
  const { xml: saved } = await modeler.saveXML({ format: true });
  modeler.destroy();
  return { saved, warnings: warnings.map(({ message }) => message) };
}

async function saveDmn({ xml, camunda }) {
  const modeler = new DmnJS({ container: '#tool', moddleExtensions: { camunda } });
  const { warnings } = await modeler.importXML(xml, { open: false });
  for (const view of modeler.getViews()) warnings.push(...(await modeler.open(view)).warnings);
  const { xml: saved } = await modeler.saveXML({ format: true });
  modeler.destroy();
  return { saved, warnings: warnings.map(({ message }) => message) };
}

async function saveForm(schema) {
  const editor = new FormEditor.FormEditor({ container: document.querySelector('#tool') });
  const { warnings } = await editor.importSchema(schema);
  const saved = editor.saveSchema();
  editor.destroy();
  return { saved, warnings: warnings.map(({ message }) => message) };
}

async function showForm(schema) {
  const form = new FormViewer.Form({ container: document.querySelector('#tool') });
  const { warnings } = await form.importSchema(schema, {});
  // components are drawn with the next frame, and complain there
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  form.destroy();
  return { warnings: warnings.map(({ message }) => message) };
}

// -------------------------------------------------------------------------------------------------------------------

/** A form's lines without what only places a component (layout) or names the tool that saved it. */
function formMeaning(schema) {
  const ignored = new Set(['layout', 'exporter', 'schemaVersion', '$schema']);
  const sorted = (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([name]) => !ignored.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(schema, sorted, 1).split('\n').map((line) => line.trim().replace(/,$/, ''));
}

/** Lines that saving took away or added. */
function differences(before, after) {
  if (before.join('\n') === after.join('\n')) return [];
  const only = (lines, others, sign) => {
    const rest = [...others];
    return lines
      .filter((line) => !rest.includes(line) || !rest.splice(rest.indexOf(line), 1))
      .map((line) => `saving changes it: ${sign} ${line}`);
  };
  const lines = [...only(before, after, '-'), ...only(after, before, '+')];
  return lines.length > 0 ? lines : ['saving changes the order of its elements'];
}
