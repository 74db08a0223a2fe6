// Packages of the screens' tests: they are installed beside the screens.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(new URL('../../../counter_client/web/package.json', import.meta.url));
export const { chromium } = require('playwright-core');
/** axe's source: a strict Content-Security-Policy blocks its script tag, so it is evaluated. */
export const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
