// node budget.mjs WEB_DIR: each screen's first load, gzip, against its budget (docs/screens.md).
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';

const KB = 1000;
// js, css
const BUDGETS = {
  citizen: [15, 6], kiosk: [25, 6], board: [20, 5], 'board-settings': [20, 5], counter: [60, 12],
  cashier: [35, 10], scans: [30, 10], petitions: [30, 10], manager: [45, 10], admin: [60, 12],
};

const VOICE = 1500; // the clips of one language, kB

const web = process.argv[2];
const files = readdirSync(join(web, 'a'));
let over = 0;
for (const [screen, budget] of Object.entries(BUDGETS)) {
  ['js', 'css'].forEach((kind, i) => {
    const name = files.find((f) => new RegExp(`^${screen}-[A-Z0-9]{8}\\.${kind}$`).test(f));
    if (!name) return void (kind === 'js' && (over++, console.log(`${screen}: no ${kind} built`)));
    const size = gzipSync(readFileSync(join(web, 'a', name)), { level: 9 }).length;
    const told = `${screen} ${kind}: ${(size / KB).toFixed(1)} of ${budget[i]} kB`;
    console.log(size > budget[i] * KB ? (over++, `${told}  OVER`) : told);
  });
}
// what the board loads; the kiosk's sentences are fetched one by one when they are asked for
for (const language of ['vi', 'en']) {
  const folder = join(web, 'audio', language);
  const size = readdirSync(folder).filter((name) => !/^(kiosk|service)-/.test(name)).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const told = `voice ${language}: ${(size / KB).toFixed(0)} of ${VOICE} kB`;
  console.log(size > VOICE * KB ? (over++, `${told}  OVER`) : told);
}
process.exit(over ? 1 : 0);
