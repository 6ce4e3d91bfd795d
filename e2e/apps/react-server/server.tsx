import { readFileSync, writeFileSync } from 'node:fs';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app.js';

/** Puts into the built page what a server would send. */
const [, , page = ''] = process.argv;
const html = renderToString(<StrictMode><App /></StrictMode>);
writeFileSync(page, readFileSync(page, 'utf8').replace('<div id="app"></div>', `<div id="app">${html}</div>`));
