import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { start } from '../shared.js';
import { App } from './app.js';

// A gate may be there long before React takes over, as where its script comes first.
start(() => undefined);
Object.assign(window, { takeOver: () => hydrateRoot(document.querySelector('#app') as Element, <StrictMode><App /></StrictMode>) });
