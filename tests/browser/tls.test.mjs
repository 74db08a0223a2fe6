// The screens over TLS in a browser that trusts the office's authority, by the steps of
// docs/operations.md; and in one that does not. Rule checked: R-913.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openPage } from './support/browser.mjs';
import { openOffice } from './support/office.mjs';
import { chromium } from './support/packages.mjs';

const CADDYFILE = fileURLToPath(new URL('../../queue_server/sample/Caddyfile', import.meta.url));
const freePort = () => new Promise((done) => { const s = createServer().listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => done(port)); }); });

let office, folder, proxy, ended, https, http;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T09:46:00+07:00', options: ['--behind-proxy'] });
  folder = mkdtempSync(join(tmpdir(), 'motcua-tls-'));
  [https, http] = [await freePort(), await freePort()];
  proxy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', CADDYFILE], {
    stdio: 'ignore', env: { PATH: process.env.PATH, HOME: folder, MOTCUA_TLS_DIR: join(folder, 'tls'), MOTCUA_HTTPS: `https://localhost:${https}`, MOTCUA_HTTP: `http://:${http}`, MOTCUA_SERVER: new URL(office.url).host },
  });
  ended = new Promise((done) => proxy.once('exit', done));
  const until = Date.now() + 20_000;
  for (let answer; !answer?.ok; ) {
    assert.ok(Date.now() < until && proxy.exitCode === null, 'the proxy did not start');
    answer = await fetch(`http://127.0.0.1:${http}/motcua-lan.crt`).catch(() => new Promise((later) => setTimeout(later, 100)));
    if (answer?.ok) writeFileSync(join(folder, 'motcua-lan.crt'), await answer.text());
  }
});
after(async () => {
  proxy?.kill();
  await ended;
  await office?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A browser of a user with this home folder. */
const browserOf = (home) => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'], env: { ...process.env, HOME: home } });

test('a browser that trusts the authority: a board is paired, secure, and lives through TLS', async () => {
  const home = join(folder, 'trusting'), base = `sql:${join(home, '.pki/nssdb')}`;
  mkdirSync(join(home, '.pki/nssdb'), { recursive: true });
  execFileSync('certutil', ['-d', base, '-N', '--empty-password']);
  execFileSync('certutil', ['-d', base, '-A', '-t', 'C,,', '-n', 'motcua-lan', '-i', join(folder, 'motcua-lan.crt')]);
  const browser = await browserOf(home);
  try {
    const { pairing } = await (await office.as('quantri')).post('/devices', { device: 'bang-tls', kind: 'board', site: 'trung-tam' });
    const page = await openPage(browser, `https://localhost:${https}/board`);
    await page.getByRole('heading', { name: 'Ghép màn hình này' }).waitFor();
    await page.keyboard.type(pairing.code);
    await page.locator('.s li').first().waitFor();
    assert.equal(await page.evaluate(() => window.isSecureContext), true);
    const kept = (await page.context().cookies()).filter((c) => c.name.includes('motcua'));
    assert.deepEqual(kept.map((c) => [c.name, c.secure, c.httpOnly, c.sameSite]), [['__Host-motcua_board', true, true, 'Strict']]);
    const officer = await office.as('tiepnhan1');
    await officer.put('/counters/1', { state: 'open' });
    await (await office.as('phatso')).post('/tickets', { site: 'trung-tam', service: 'A', class: 'P0' });
    await page.locator('.s li', { hasText: '1 người' }).waitFor(); // the event came through the proxy
    const { ticket } = await officer.post('/counters/1/call-next', {});
    await page.locator(`.row.call[data-number="${ticket.number}"]`).waitFor();
    page.fine();
  } finally {
    await browser.close();
  }
});

test('a browser that does not trust it is warned, and works over plain HTTP', async () => {
  const home = join(folder, 'plain');
  mkdirSync(home);
  const browser = await browserOf(home);
  try {
    await assert.rejects((await browser.newPage()).goto(`https://localhost:${https}/board`), /ERR_CERT_AUTHORITY_INVALID/);
    const page = await browser.newPage();
    await page.goto(`http://localhost:${http}/board`);
    await page.getByRole('heading', { name: 'Ghép màn hình này' }).waitFor();
  } finally {
    await browser.close();
  }
});
