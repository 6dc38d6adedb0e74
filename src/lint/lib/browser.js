// The editors of Camunda Modeler and the form viewer of Tasklist in the system's headless Chromium, without any network.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** Chromium of the system; the variable CHROMIUM names another one. */
export const chromiumPath = process.env.CHROMIUM || '/usr/bin/chromium';

const MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url));
const HOME = 'http://modeler.localhost/';

const BPMN = 'camunda-bpmn-js/dist';
const DMN = 'dmn-js/dist';

/** Scripts and styles of each tool. They define globals, so each tool has a page of its own. */
const TOOLS = {
  bpmnEditor: [
    `${BPMN}/camunda-platform-modeler.production.min.js`,
    `${BPMN}/assets/camunda-platform-modeler.css`,
    `${BPMN}/assets/bpmn-font/css/bpmn-embedded.css`,
  ],
  dmnEditor: [`${DMN}/dmn-modeler.production.min.js`, ...dmnStyles()],
  dmnViewer: [`${DMN}/dmn-viewer.production.min.js`, ...dmnStyles()],
  formEditor: ['form-js-editor/dist/form-editor.umd.js', 'form-js-editor/dist/assets/form-js-editor.css'],
  tasklistForm: ['form-js-tasklist/dist/form-viewer.umd.js', 'form-js-tasklist/dist/assets/form-js.css'],
};

function dmnStyles() {
  return ['diagram-js', 'dmn-js-shared', 'dmn-js-drd', 'dmn-js-decision-table', 'dmn-js-literal-expression']
    .map((name) => `${DMN}/assets/${name}.css`)
    .concat(`${DMN}/assets/dmn-font/css/dmn-embedded.css`);
}

/** Starts Chromium; answers { page(tool), close() }, where page loads a tool once and keeps it. */
export async function startBrowser() {
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
      '--disable-background-networking', '--disable-component-update'],
  });
  const context = await browser.newContext({
    viewport: { width: 1600, height: 1000 },
    deviceScaleFactor: 2,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  // every address is answered from node_modules, so nothing reaches a network
  await context.route('**', (route) => {
    const { host, pathname } = new URL(route.request().url());
    return host === new URL(HOME).host && pathname !== '/favicon.ico'
      ? route.fulfill({ path: join(MODULES, pathname) })
      : route.abort();
  });
  const pages = new Map();
  return {
    page: (tool) => pages.get(tool) ?? pages.set(tool, openTool(context, tool)).get(tool),
    close: () => browser.close(),
  };
}

async function openTool(context, tool) {
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) page.complaints.push(message.text());
  });
  await page.route(HOME, (route) => route.fulfill({ contentType: 'text/html', body: startPage(TOOLS[tool]) }));
  await page.goto(HOME);
  return page;
}

const startPage = (files) => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    ${files.filter((file) => file.endsWith('.css')).map((file) => `<link rel="stylesheet" href="/${file}">`).join('\n')}
    <style>body { margin: 0; font-family: sans-serif } #tool { height: 100vh }</style>
  </head>
  <body>
    <div id="tool"></div>
    ${files.filter((file) => file.endsWith('.js')).map((file) => `<script src="/${file}"></script>`).join('\n')}
  </body>
</html>`;
