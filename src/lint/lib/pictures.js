// Draws models as people see them: a process as its diagram, decisions as tables, a form as in Tasklist.
import { camundaDmn } from './models.js';

/** Draws one model; answers [{ name, png }], one picture for each decision of a DMN file. */
export async function draw(model, browser) {
  const name = model.name.replace(/\.\w+$/, '').replaceAll(/[\\/]/g, '-');
  return { bpmn: drawProcess, dmn: drawDecisions, form: drawForm }[model.kind](model, browser, name);
}

async function drawProcess({ text }, browser, name) {
  const page = await browser.page('bpmnEditor');
  const svg = await page.evaluate(async (xml) => {
    const modeler = new BpmnModeler({ container: '#tool' });
    await modeler.importXML(xml);
    const { svg } = await modeler.saveSVG();
    modeler.destroy();
    return svg;
  }, text);
  await page.evaluate((drawing) => {
    document.querySelector('#tool').innerHTML = drawing;
  }, svg);
  return [{ name, png: await page.locator('#tool > svg').screenshot() }];
}

async function drawDecisions({ text }, browser, name) {
  const page = await browser.page('dmnViewer');
  const decisions = await page.evaluate(async ({ xml, camunda }) => {
    window.viewer?.destroy();
    window.viewer = new DmnJS({ container: '#tool', moddleExtensions: { camunda } });
    await viewer.importXML(xml, { open: false });
    return viewer.getViews().filter(({ type }) => type !== 'drd').map(({ id }) => id);
  }, { xml: text, camunda: camundaDmn });

  const pictures = [];
  for (const id of decisions) {
    await page.evaluate(async (view) => {
      document.querySelector('#tool').removeAttribute('style');
      await viewer.open(viewer.getViews().find((other) => other.id === view));
      // the tool fills its frame, so the frame shrinks to the table, leaving room for name and watermark
      const frame = document.querySelector('#tool');
      const { width, height } = frame.querySelector('table')?.getBoundingClientRect() ?? { width: 600, height: 200 };
      Object.assign(frame.style, { width: `${width + 10}px`, height: `${height + 150}px` });
    }, id);
    const png = await page.locator('#tool').screenshot();
    pictures.push({ name: decisions.length > 1 ? `${name}-${id}` : name, png });
  }
  return pictures;
}

async function drawForm({ text }, browser, name) {
  const page = await browser.page('tasklistForm');
  await page.evaluate(async (schema) => {
    window.form?.destroy();
    const container = document.querySelector('#tool');
    container.style = 'width: 800px; height: auto';
    window.form = new FormViewer.Form({ container });
    await form.importSchema(schema, {});
  }, JSON.parse(text));
  return [{ name, png: await page.locator('#tool').screenshot() }];
}
