// The lobby board, in front of people: calls shown and spoken, the link cut, sound blocked, a long day.
// Rule checked: R-915.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openPage, assertAccessible, assertNoSidewaysScroll } from './support/browser.mjs';
import { openOffice } from './support/office.mjs';
import { assertPicture } from './support/picture.mjs';

const SITE = 'trung-tam';
const COUNTERS = { 1: 'tiepnhan1', 2: 'tiepnhan2', 3: 'tiepnhan3' };
const FULL_HD = { width: 1920, height: 1080 };
let office, browser, desk, officers, boards = 0;

/** A fresh office at this time, its clock running, its counters open. */
async function begin(clock) {
  office = await openOffice({ clock });
  await office.clock(clock, 1); // calls of one instant have no order
  desk = await office.as('phatso');
  officers = {};
  for (const [counter, account] of Object.entries(COUNTERS)) {
    officers[counter] = await office.as(account);
    await officers[counter].put(`/counters/${counter}`, { state: 'open' });
  }
}

/** Do something in another office than the other tests. */
async function elsewhere(clock, work) {
  const kept = [office, desk, officers];
  await begin(clock);
  try {
    await work();
  } finally {
    await office.close();
    [office, desk, officers] = kept;
  }
}

before(async () => {
  browser = await openBrowser();
  await begin('2026-03-10T09:46:00+07:00');
  for (let i = 0; i < 20; i++) await take(i % 2 ? 'B' : 'A');
});
after(async () => { await browser?.close(); await office?.close(); });

/** A page paired as a board of the site, as an administrator and whoever hangs the TV do it. */
async function openBoard({ on = browser, script, argument, query = '', ...options } = {}) {
  const admin = await office.as('quantri');
  const { pairing } = await admin.post('/devices', { device: `bang-${++boards}`, kind: 'board', site: SITE });
  const page = await openPage(on, 'about:blank', { viewport: FULL_HD, ...options });
  if (script) await page.addInitScript(script, argument);
  await page.goto(`${office.url}/board${query}`);
  await page.getByRole('heading', { name: 'Ghép màn hình này' }).waitFor();
  await page.keyboard.type(pairing.code);
  await page.getByRole('heading', { name: 'Đang chờ, dự kiến' }).waitFor();
  await page.locator('.s li').first().waitFor();
  if (script === listening) await voiceLoaded(page, 'vi');
  return page;
}

const take = (service = 'A', kind = 'P0') => desk.post('/tickets', { site: SITE, service, class: kind });
const finish = (counter, ticket) => officers[counter].post(`/tickets/${ticket.id}/finish`, {}, ticket.version);
/** Call the next of a counter; whoever was there is done with. */
async function call(counter) {
  const { ticket } = await officers[counter].get(`/counters/${counter}`);
  if (ticket) await finish(counter, ticket);
  const { ticket: next } = await officers[counter].post(`/counters/${counter}/call-next`, {});
  return { number: next.number, counter };
}
const band = (page) => page.locator('.row.call');
const rows = (page) => page.locator('.row[data-number]').evaluateAll((all) => all.map((r) => `${r.dataset.number}→${r.dataset.counter}`));

/** Clips last 10 ms and the pulses of a call a tenth of their time; what sounds, and which number stands in the band, is noted. */
function listening() {
  const names = new WeakMap(), start = AudioBufferSourceNode.prototype.start, bytes = Response.prototype.arrayBuffer, later = window.setTimeout;
  window.heard = [];
  window.bands = [];
  window.decoded = [];
  window.setTimeout = (f, ms, ...more) => later(f, ms === 3600 ? 360 : ms, ...more);
  Response.prototype.arrayBuffer = async function () { const b = await bytes.call(this); names.set(b, this.url.replace(/^.*\/audio\/|\.wav$/g, '')); return b; };
  BaseAudioContext.prototype.decodeAudioData = async function (b) { const short = this.createBuffer(1, this.sampleRate / 100, this.sampleRate); names.set(short, names.get(b)); window.decoded.push(names.get(b)); return short; };
  AudioBufferSourceNode.prototype.start = function (at) { window.heard.push({ name: names.get(this.buffer), at, ends: at + this.buffer.duration }); return start.call(this, at); };
  addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
    const row = document.querySelector('.row.call.new');
    if (row && window.bands.at(-1) !== row.dataset.number) window.bands.push(row.dataset.number);
  }).observe(document.body, { subtree: true, childList: true, attributes: true }));
}
const quiet = (page) => page.waitForFunction(() => !document.querySelector('.row.call.new') && window.heard.length > 0, null, { timeout: 60_000 });
const voiceLoaded = (page, language) => page.waitForFunction((folder) => window.decoded.filter((n) => n.startsWith(folder)).length >= (folder === 'vi/' ? 43 : 57), `${language}/`);
const spelt = ({ number, counter }) => ['vi/moi-so', ...[...number].map((c) => `vi/${c}`), 'vi/den-quay', `vi/${counter}`];

test('a burst of ten calls is spoken one at a time, in order, twice each, and none is lost', async () => {
  const page = await openBoard({ script: listening });
  const calls = [];
  for (let i = 0; i < 10; i++) calls.push(await call(1 + (i % 3)));
  await page.locator(`.row[data-number="${calls[9].number}"]`).waitFor(); // shown at once, however many wait to be spoken
  await page.waitForFunction((n) => window.heard.length >= n, calls.length * 15, { timeout: 60_000 });
  await quiet(page);
  const heard = await page.evaluate(() => window.heard);
  assert.deepEqual(heard.map((h) => h.name), calls.flatMap((c) => ['vi/chime', ...spelt(c), ...spelt(c)]));
  heard.slice(1).forEach((h, i) => assert.ok(h.at >= heard[i].ends, `${h.name} begins before ${heard[i].name} has ended`));
  assert.deepEqual(await page.evaluate(() => window.bands), calls.map((c) => c.number)); // the band shows what is heard
  assert.deepEqual(await rows(page), calls.slice(-5).reverse().map((c) => `${c.number}→${c.counter}`));
  page.fine();
  await page.context().close();
});

test('a recall is spoken again; a call that was taken back is not', async () => {
  const page = await openBoard({ script: listening });
  const called = await call(1), waits = await call(2);
  const { ticket: mistaken } = await officers[2].get('/counters/2');
  await officers[2].post('/counters/2/undo', { ticket: mistaken.id });
  await page.locator(`.row[data-number="${waits.number}"]`).waitFor({ state: 'detached' });
  await quiet(page);
  const { ticket } = await officers[1].get('/counters/1');
  await officers[1].post(`/tickets/${ticket.id}/recall`, {}, ticket.version);
  await page.waitForFunction((n) => window.heard.filter((h) => h.name === 'vi/chime').length === n, 2);
  await quiet(page);
  const names = await page.evaluate(() => window.heard.map((h) => h.name));
  assert.deepEqual(names, [0, 1].flatMap(() => ['vi/chime', ...spelt(called), ...spelt(called)]));
  await page.context().close();
});

test('the link is cut: the last calls stay, greyed, and it says since when; then all comes back and new calls are spoken', async () => {
  const page = await openBoard({ script: listening });
  const last = await call(3);
  await band(page).and(page.locator(`[data-number="${last.number}"]`)).waitFor();
  await quiet(page);
  await office.clock('2026-03-10T10:15:00+07:00', 1);
  await page.reload(); // it takes over the clock
  await band(page).waitFor();
  await voiceLoaded(page, 'vi');
  await office.kill();
  const said = page.getByText('Mất kết nối từ 10:15, mời nghe gọi tại quầy');
  await said.waitFor();
  assert.equal(await band(page).getAttribute('data-number'), last.number);
  assert.match(await page.locator('.m').evaluate((m) => getComputedStyle(m).filter), /grayscale/);
  await assertAccessible(page, 'cut');
  await page.evaluate(() => { window.heard.length = 0; });
  await office.start();
  officers[3] = await office.as(COUNTERS[3]);
  const next = await call(3);
  await said.waitFor({ state: 'detached', timeout: 20_000 });
  await band(page).and(page.locator(`[data-number="${next.number}"]`)).waitFor();
  await quiet(page);
  assert.deepEqual(await page.evaluate(() => window.heard.map((h) => h.name)), ['vi/chime', ...spelt(next), ...spelt(next)]);
  page.fine();
  await page.context().close();
  [desk, officers[1], officers[2]] = await Promise.all([office.as('phatso'), office.as(COUNTERS[1]), office.as(COUNTERS[2])]);
});

test('a browser that blocks sound: it is said, calls are shown all the same, and one press turns it on', async () => {
  const strict = await openBrowser('--autoplay-policy=document-user-activation-required');
  try {
    // the pairing code is typed on another visit, so nobody has touched this page
    const paired = await openBoard({ on: strict });
    const page = await paired.context().newPage();
    await page.goto(`${office.url}/board`);
    const said = page.getByText('Trình duyệt đang chặn âm thanh');
    await said.waitFor();
    const called = await call(1);
    await band(page).and(page.locator(`.new[data-number="${called.number}"]`)).waitFor();
    await assertAccessible(page, 'sound blocked');
    await page.getByRole('button', { name: 'Bật âm thanh' }).click();
    await said.waitFor({ state: 'detached' });
  } finally {
    await strict.close();
  }
});

test('the board of a site that the address names', async () => {
  const page = await openBoard({ query: '?site=an-thang' });
  await page.getByText('Điểm tiếp nhận An Thắng').waitFor();
  await page.getByText('Chưa có số nào được gọi').waitFor();
  await assertAccessible(page, 'nobody called');
  await call(1); // at another site
  await page.waitForTimeout(1000);
  assert.deepEqual(await rows(page), []);
  await page.context().close();
});

test('set up by the keyboard: English after Vietnamese, a quiet hour, the way to each counter', async () => {
  const page = await openBoard({ script: listening });
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Cài đặt bảng' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Đường đến quầy' }).waitFor();
  await assertAccessible(page, 'settings');
  await page.getByRole('radio', { name: 'Tiếng Việt' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByLabel('Yên tĩnh từ').fill('25:00');
  await page.getByText('Ghi giờ như 11:30, hoặc để trống').first().waitFor();
  await assertAccessible(page, 'settings, a wrong hour');
  await page.getByLabel('Yên tĩnh từ').fill('11:30');
  await page.getByLabel('đến', { exact: true }).fill('13:30');
  await page.getByRole('group', { name: 'Quầy 2' }).getByRole('radio', { name: 'Bên trái' }).focus();
  await page.keyboard.press('Space');
  await page.setViewportSize({ width: 320, height: 640 });
  await assertNoSidewaysScroll(page, 'settings at 320 px');
  await page.setViewportSize(FULL_HD);
  await page.getByRole('button', { name: 'Lưu' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.s li').first().waitFor();
  await voiceLoaded(page, 'en');
  await take('A');
  const called = await call(2);
  await band(page).and(page.locator(`[data-number="${called.number}"]`)).getByText('bên trái').waitFor({ state: 'attached' });
  await page.waitForFunction(() => window.heard.length > 10);
  await quiet(page);
  const english = spelt(called).map((n) => n.replace('vi/', 'en/'));
  assert.deepEqual(await page.evaluate(() => window.heard.map((h) => h.name)), ['vi/chime', ...spelt(called), ...english, ...spelt(called), ...english]);
  page.fine();
  await page.context().close();
});

/** The page's clock can be put on, and it looks five times a second whether it is night. */
function soonNight() {
  const passed = performance.now.bind(performance), every = window.setInterval;
  performance.now = () => passed() + Number(sessionStorage.getItem('later') ?? 0);
  window.setInterval = (f, ms) => every(f, ms === 60_000 ? 200 : ms);
}

test('at night the page is loaded anew, once', () => elsewhere('2026-03-11T03:10:00+07:00', async () => {
  const page = await openBoard({ script: soonNight });
  await page.evaluate(() => { window.isOld = true; });
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => window.isOld), true); // it has not been up for long
  await page.evaluate(() => sessionStorage.setItem('later', String(7 * 3600_000)));
  await page.waitForFunction(() => !window.isOld);
  await page.evaluate(() => sessionStorage.removeItem('later'));
  await page.locator('.s li').first().waitFor();
  await page.context().close();
}));

/** Texts that do not fit where they stand. */
const cutOff = (page) => page.locator('.row b > span:first-child, .row strong, .s li p, .s small').evaluateAll((all) => all.filter((e) => {
  const range = document.createRange(), on = e.closest('.row, li').getBoundingClientRect();
  range.selectNodeContents(e); // the text itself: a box may be narrower
  const box = range.getBoundingClientRect();
  return box.width > 0 && (box.right > on.right + 1 || (innerWidth > 900 && box.bottom > innerHeight));
}).map((e) => e.textContent));

test('motion is left out where it is unwanted; colours may be the reader’s; a narrow or zoomed page does not scroll sideways', async () => {
  const page = await openBoard({ reducedMotion: 'reduce', script: listening });
  await take('B', 'P4');
  const called = await call(3);
  const shown = band(page).and(page.locator(`.new[data-number="${called.number}"]`));
  await shown.waitFor();
  assert.deepEqual(await shown.evaluate((r) => [getComputedStyle(r).animationName, getComputedStyle(r).outlineStyle]), ['none', 'solid']);
  await page.emulateMedia({ forcedColors: 'active' });
  assert.notEqual(await band(page).evaluate((r) => getComputedStyle(r).borderTopStyle), 'none');
  await page.emulateMedia({ forcedColors: 'none' });
  for (const [width, height] of [[320, 640], [960, 540], [1280, 720], [1280, 1024], [3840, 2160]]) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(200); // with reduced motion every change of style is a transition of 0.01 ms
    await assertNoSidewaysScroll(page, `${width}×${height}`);
    assert.deepEqual(await cutOff(page), [], `${width}×${height}`);
  }
  await page.context().close();
});

test('the pictures', () => elsewhere('2026-03-10T09:20:00+07:00', async () => {
  for (const service of 'AABBCDAABBECCCCCCCCCCCC') await take(service);
  await take('A', 'P4');
  for (const counter of [1, 2, 3, 1, 2, 1]) await call(counter);
  await office.clock('2026-03-10T09:46:00+07:00', 0);
  const set = () => localStorage.setItem('motcua.board', JSON.stringify({ voice: [], directions: { 1: 'left', 2: 'ahead', 3: 'right' } }));
  const page = await openBoard({ script: set });
  await page.evaluate(() => document.querySelector('.btn.cog').remove()); // it shows while somebody types, and fades
  await assertAccessible(page, 'calls');
  assert.deepEqual(await cutOff(page), []);
  await assertPicture(page, 'board-1920', { scale: 1 / 3 });
  await page.setViewportSize({ width: 3840, height: 2160 });
  await assertPicture(page, 'board-3840', { scale: 1 / 12 });
  await page.context().close();
}));

test('a long day leaves no more behind than an hour of it', async () => {
  const page = await openBoard({ script: listening });
  const debug = await page.context().newCDPSession(page);
  await debug.send('Performance.enable');
  const measure = async () => {
    await debug.send('HeapProfiler.collectGarbage');
    const { metrics } = await debug.send('Performance.getMetrics');
    return Object.fromEntries(metrics.filter((m) => ['JSHeapUsedSize', 'JSEventListeners', 'Nodes'].includes(m.name)).map((m) => [m.name, m.value]));
  };
  const work = async (calls) => {
    for (let i = 0; i < calls; i++) { await take('A'); await call(1); await page.waitForTimeout(250); }
    await quiet(page);
    await page.evaluate(() => { window.heard.length = 1; window.bands.length = 0; });
  };
  await work(10);
  const early = await measure();
  await work(40);
  const late = await measure();
  assert.ok(late.JSHeapUsedSize - early.JSHeapUsedSize < 1_000_000, `heap ${early.JSHeapUsedSize} → ${late.JSHeapUsedSize}`);
  assert.ok(late.JSEventListeners - early.JSEventListeners <= 5, `listeners ${early.JSEventListeners} → ${late.JSEventListeners}`);
  assert.ok(late.Nodes - early.Nodes <= 60, `nodes ${early.Nodes} → ${late.Nodes}`);
  page.fine();
  await page.context().close();
});
