// What a state is, told without colour: to eyes that see none, on a grey screen, in the colours a reader has set (R25, R26).
// The kiosk, the board, the counter; and clocks of their PCs that are wrong by days, an open dossier at 320 px.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { issue, officer } from './support/counter.mjs';
import { accepted, act, startIntake, withResult } from './support/intake.mjs';
import { openOffice } from './support/office.mjs';

const PORTRAIT = { width: 1080, height: 1920 }, FULL_HD = { width: 1920, height: 1080 };
let office, browser, admin, made = 0;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:05:00+07:00' });
  browser = await openBrowser();
  admin = await office.as('quantri');
});
after(async () => { await browser?.close(); await office?.close(); });

/** A paired screen; `change` sees each answer of /queue before the page does. */
async function screen(kind, { change, script, ...options } = {}) {
  const { pairing } = await admin.post('/devices', { device: `${kind}-${++made}`, kind, site: 'trung-tam', ...(kind === 'kiosk' ? { may_set_class: true } : {}) });
  const page = await openPage(browser, 'about:blank', { viewport: kind === 'kiosk' ? PORTRAIT : FULL_HD, baseURL: office.url, reducedMotion: 'reduce', ...options });
  await page.request.post('/api/v1/devices/pair', { data: { code: pairing.code } });
  if (change) await page.route('**/api/v1/queue*', async (route) => {
    const answer = await route.fetch(), queue = await answer.json();
    change(queue.items[0]);
    await route.fulfill({ response: answer, json: queue });
  });
  if (script) await page.addInitScript(script);
  await page.goto(`/${kind}`);
  await page.locator(kind === 'kiosk' ? '.tile' : '.s li').first().waitFor();
  return page;
}
const close = (page) => { page.fine(); return page.context().close(); };
const tile = (page, service) => page.locator(`.tile[data-service=${service}]`);

/** How something looks but for its colours: lines, shapes, weight, place of the sign before it, and its words. */
const shape = (at, pseudo) => at.evaluate((e, before) => {
  const of = (style) => Object.fromEntries(['borderTopStyle', 'borderTopWidth', 'borderTopLeftRadius', 'outlineStyle', 'outlineWidth', 'fontWeight', 'fontSize',
    'textDecorationLine', 'boxShadow', 'insetInlineStart', 'content'].map((name) => [name, style[name].replace(/rgba?\([^)]*\)|color\([^)]*\)/g, '')]));
  return JSON.stringify({ ...of(getComputedStyle(e, before ?? null)), ...(before ? {} : { words: e.innerText, signs: [...e.querySelectorAll('svg')].map((s) => s.innerHTML) }) });
}, pseudo);
/** Each looks different from every other one without its colours. */
const allDiffer = (name, looks) => assert.equal(new Set(looks).size, looks.length, `${name}: ${looks.join('\n')}`);

/** The eye that sees no colours at all: what is only a colour is gone; the words' contrast is one of brightness. */
async function grey(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
}
/** The share of pixels of these two, cut to the smaller one, that differ in brightness by more than a fifth. */
async function brightnessDiffers(page, a, b) {
  const shots = [await a.screenshot({ animations: 'disabled' }), await b.screenshot({ animations: 'disabled' })].map((png) => png.toString('base64'));
  const blank = await browser.newPage();
  try {
    return await blank.evaluate(async (both) => {
      const pixels = await Promise.all(both.map(async (png) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
        const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
        pen.drawImage(image, 0, 0);
        return pen.getImageData(0, 0, image.width, image.height);
      }));
      const width = Math.min(...pixels.map((p) => p.width)), height = Math.min(...pixels.map((p) => p.height));
      let differ = 0, coloured = 0;
      for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
        const [one, other] = pixels.map((p) => [...p.data.slice((y * p.width + x) * 4, (y * p.width + x) * 4 + 3)]);
        if (Math.max(...one) - Math.min(...one) > 8) coloured++;
        if (Math.abs(one[0] - other[0]) > 51) differ++;
      }
      return { differ: differ / (width * height), coloured };
    }, shots);
  } finally {
    await blank.close();
  }
}

const range = (low_s, high_s) => ({ low_s, high_s });
/** A service of each look: a short wait, a long one, one that nobody serves, one that is closed. */
function waits({ services: [a, b, c, d] }) {
  Object.assign(a, { waiting: 2, wait_estimate: range(120, 420), wait_unknown: null });
  Object.assign(b, { waiting: 9, wait_estimate: range(1500, 2400), wait_unknown: null });
  Object.assign(c, { waiting: 3, wait_estimate: null, wait_unknown: 'no_open_counter' });
  Object.assign(d, { state: 'closed' });
}

for (const forced of [false, true])
  test(`kiosk: waits, a closed service and the switch ${forced ? 'in the colours of the reader' : 'in grey'}`, async () => {
    const page = await screen('kiosk', { change: waits, ...(forced ? { forcedColors: 'active' } : {}) });
    await tile(page, 'D').and(page.locator('[aria-disabled]')).waitFor();
    if (!forced) await grey(page);
    const of = (s) => tile(page, s).locator('.q');
    allDiffer('words', await Promise.all(['A', 'B', 'C', 'D'].map((s) => of(s).innerText())));
    allDiffer('signs', await Promise.all(['A', 'B', 'C'].map((s) => shape(of(s), '::before'))));
    assert.notEqual(await shape(tile(page, 'A')), await shape(tile(page, 'D')));
    const toggle = page.getByRole('switch'), off = [await shape(toggle), await shape(toggle.locator('.sw'), '::after')];
    await toggle.click();
    const on = [await shape(toggle), await shape(toggle.locator('.sw'), '::after')];
    on.forEach((look, i) => assert.notEqual(look, off[i])); // other words, the knob at the other end
    const large = page.locator('.tools button').nth(1), before = await shape(large);
    await large.click();
    await page.locator('html.large').waitFor();
    assert.notEqual(await shape(large), before); // a thicker line
    await assertAccessible(page, 'without colour');
    if (!forced) assert.equal((await brightnessDiffers(page, of('A'), of('B'))).coloured, 0);
    await office.kill();
    await page.locator('.bar.bad svg').waitFor(); // a sign and words
    assert.match(await page.locator('.bar.bad').innerText(), /^Mất kết nối từ \d\d:\d\d/);
    if (forced) assert.notEqual(await page.locator('.bar.bad').evaluate((e) => getComputedStyle(e).borderTopStyle), 'none');
    await assertAccessible(page, 'cut, without colour');
    await office.start();
    await close(page);
  });

test('kiosk: every tile shows the letter that the voice says for a name it does not know', async () => {
  let many = '';
  const page = await screen('kiosk', { change: (queue) => { for (const [i, service] of [...many].entries()) queue.services.push({ ...queue.services[i % 4], service }); } });
  const faults = () => page.evaluate(() => [...document.querySelectorAll('.tile')].flatMap((on) => {
    const box = (what) => on.querySelector(what)?.getBoundingClientRect(), tile = on.getBoundingClientRect();
    const letter = box('.go'), title = box('b'), over = box('.how'), words = box('.q'); // `over` has no height where it is left out
    return [
      on.querySelector('.go').innerText !== on.dataset.service && 'no letter',
      (letter.left < tile.left || letter.right > tile.right || letter.top < tile.top || letter.bottom > tile.bottom) && 'the letter leaves its tile',
      words.right > letter.left && 'the letter stands on the wait',
      (Math.max(title.bottom, over?.bottom ?? 0) > words.top + 1 || words.bottom > tile.bottom) && 'its lines stand on each other',
    ].filter(Boolean).map((fault) => `${on.dataset.service}: ${fault}`);
  }));
  /** Sizes follow a touch in a frame or two. */
  const letters = async (name) => {
    let found = await faults();
    for (const until = Date.now() + 5000; found.length && Date.now() < until;) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
      found = await faults();
    }
    assert.deepEqual(found, [], name);
  };
  const choose = (n) => page.locator('.tools button').nth(n - 1).click();
  await letters('plain');
  await choose(3);
  await letters('low');
  await choose(2);
  await letters('low, large');
  await choose(3);
  await letters('large');
  await choose(2);
  await page.setViewportSize({ width: 1280, height: 800 });
  await letters('a tablet that lies');
  await page.setViewportSize(PORTRAIT);
  for (const [columns, more] of [[2, 'FG'], [2, 'FGHIJ'], [3, 'FGHIJKLMNO'], [4, 'FGHIJKLMNOPQRST']]) {
    many = more;
    await page.reload();
    await tile(page, more.at(-1)).waitFor();
    await page.locator(`.pick.c${columns}`).waitFor();
    await letters(`${5 + more.length} services`);
  }
  await close(page);
});

for (const forced of [false, true])
  test(`board: the newest call, an earlier one and priority ${forced ? 'in the colours of the reader' : 'in grey'}`, async () => {
    const clerk = await office.as('tiepnhan1'), other = await office.as('tiepnhan2');
    for (const [client, counter, kind] of [[clerk, 1, 'P4'], [other, 2, 'P0']]) {
      await client.put(`/counters/${counter}`, { state: 'open' });
      await issue(office, ['A', kind]);
      await client.post(`/counters/${counter}/call-next`, { finish_current: true });
    }
    const page = await screen('board', forced ? { forcedColors: 'active' } : {});
    const band = page.locator('.row.call'), earlier = page.locator('.row[data-number]:not(.call)').first();
    await earlier.waitFor();
    if (!forced) await grey(page);
    const size = (at) => at.locator('b').evaluate((b) => parseFloat(getComputedStyle(b).fontSize));
    assert.ok(await size(band) >= 1.5 * await size(earlier)); // larger, and first
    assert.equal(await page.locator('.row[data-number]').first().evaluate((r) => r.classList.contains('call')), true);
    const prior = page.locator('.row:has(.prio)').first();
    assert.ok(await prior.locator('.prio svg').isVisible()); // a star, and a word for who listens
    assert.equal(await prior.locator('.prio').textContent(), 'ưu tiên');
    if (forced) assert.notEqual(await band.evaluate((r) => getComputedStyle(r).borderTopStyle), 'none');
    else {
      const { differ, coloured } = await brightnessDiffers(page, band, earlier);
      assert.equal(coloured, 0);
      assert.ok(differ > 0.5, `only ${differ} of the band is lighter or darker than the row below`);
    }
    await assertAccessible(page, 'without colour', forced ? ['color-contrast'] : []); // the system's own there
    await office.kill();
    await page.getByText(/Mất kết nối từ \d\d:\d\d/).waitFor();
    await assertAccessible(page, 'cut, without colour', forced ? ['color-contrast'] : []);
    await office.start();
    await close(page);
  });

/** Open a dossier by its code, from the search field. */
async function openByCode(page, dossier) {
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('/');
  await page.keyboard.type(dossier.code);
  await page.locator('#found li', { hasText: dossier.code }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.d-proc', { hasText: dossier.code }).waitFor();
}

/** One dossier of each look: in time, late by a day, its clock stopped, its result ready. */
async function dossiers() {
  const clerk = await office.as('tiepnhan1'), unit = await office.as('thuly1'), head = await office.as('ldphong1');
  const paused = await accepted(clerk);
  await act(clerk, paused, 'hand-over', { account: 'thuly1' });
  await act(unit, paused, 'confirm');
  await act(head, paused, 'request-supplement', { items: ['Giấy chứng sinh bản chính'], reason: 'Ảnh chụp bị mờ, không đọc được số' });
  const late = await accepted(clerk), ready = await withResult(office, `${++made}/2026`);
  await office.clock('2026-03-18T08:05:00+07:00'); // five working days from the 10th: the 17th
  return { fresh: await accepted(clerk), late, paused, ready };
}

let page; // of the counter
test('counter: the states of dossiers without colour, and an open dossier at 320 px and 200 %', async () => {
  const all = await dossiers();
  await issue(office, ['A', 'P3'], ['A']);
  page = await officer(browser, office, 'tiepnhan3', { digit: 3 });
  await grey(page);
  const looks = [];
  for (const [name, one] of Object.entries(all)) {
    await openByCode(page, one);
    const tags = page.locator('.d-tags .tag');
    for (const tag of await tags.all()) assert.ok(await tag.locator('svg').isVisible() && (await tag.innerText()).trim(), `${name}: a tag without sign or word`);
    looks.push(await shape(page.locator('.d-tags')));
    for (const media of [{ forcedColors: 'none' }, { forcedColors: 'active' }]) {
      await page.emulateMedia(media);
      // axe reads the sheet's colours where the system's are painted: their contrast is the reader's own
      await assertAccessible(page, `${name}, ${media.forcedColors}`, media.forcedColors === 'active' ? ['color-contrast'] : []);
      if (media.forcedColors === 'active') for (const tag of await tags.all()) assert.notEqual(await tag.evaluate((e) => getComputedStyle(e).borderTopStyle), 'none');
    }
    await page.emulateMedia({ forcedColors: 'none' });
    for (const size of [{ width: 320, height: 640 }, { width: 683, height: 384 }]) {
      await page.setViewportSize(size);
      await assertNoSidewaysScroll(page, `${name} at ${size.width} px`);
      assert.deepEqual(await page.evaluate(outside), [], `${name} at ${size.width} px`);
      await assertAccessible(page, `${name} at ${size.width} px`);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  allDiffer('states', looks);
});

/** Words that no scrolling brings into sight: cut at the right of the page, or of a part that does not scroll. */
function outside() {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const holder = walk.currentNode.parentElement, range = document.createRange();
    if (!walk.currentNode.data.trim() || !holder.checkVisibility({ visibilityProperty: true }) || holder.closest('.vh, .skip')) continue;
    range.selectNodeContents(walk.currentNode);
    const { left, right, width } = range.getBoundingClientRect();
    let scrolls = false, told = false;
    for (let e = holder; e; e = e.parentElement) {
      scrolls ||= /auto|scroll/.test(getComputedStyle(e).overflowX) && e !== document.documentElement && e !== document.body && e.scrollWidth > e.clientWidth;
      told ||= getComputedStyle(e).textOverflow === 'ellipsis';
    }
    if (width > 0 && !scrolls && !told && (right > innerWidth + 1 || left < -1)) found.push(walk.currentNode.data.trim());
  }
  return found;
}

test('counter: what is chosen of a paper is told by weight in grey and by a sign in the colours of the reader', async () => {
  await startIntake(page);
  const paper = page.locator('.d-docs .seg').first(), chosen = paper.locator('label:has(:checked)'), other = paper.locator('label:not(:has(:checked))').first();
  await page.keyboard.press('a'); // every paper is there
  await chosen.waitFor();
  assert.notEqual(await chosen.evaluate((l) => getComputedStyle(l).fontWeight), await other.evaluate((l) => getComputedStyle(l).fontWeight));
  await page.emulateMedia({ forcedColors: 'active' });
  assert.match(await chosen.evaluate((l) => getComputedStyle(l, '::after').content), /●/);
  assert.equal(await other.evaluate((l) => getComputedStyle(l, '::after').content), 'none');
  await assertAccessible(page, 'papers in the colours of the reader', ['color-contrast']);
  await close(page);
});

/** The clock of this PC is three days, five hours and some late; the time zone is another one. */
const WRONG = { timezoneId: 'America/New_York', script: () => { const real = Date.now; Date.now = () => real() - 277_200_000; } };

test('a clock of the PC that is wrong by days does not show on kiosk and board', async () => {
  const at = await admin.get('/training/clock'), shown = `${at.now.slice(11, 16)}`, [year, month, day] = at.now.slice(0, 10).split('-');
  await (await office.as('tiepnhan1')).put('/counters/1', { state: 'open' });
  const kiosk = await screen('kiosk', WRONG);
  await kiosk.locator('.hd time b', { hasText: shown }).waitFor();
  assert.match(await kiosk.locator('.hd time').innerText(), new RegExp(`${day}/${month}`));
  await tile(kiosk, 'A').click();
  await kiosk.locator('.ticket .qr').waitFor();
  const number = await kiosk.locator('.ticket .number').innerText();
  const board = await screen('board', WRONG);
  await board.locator('.t time b', { hasText: shown }).waitFor();
  assert.match(await board.locator('.t time').innerText(), new RegExp(`${day}/${month}/${year}`));
  const clerk = await office.as('tiepnhan1');
  for (let called = null; called !== number;) called = (await clerk.post('/counters/1/call-next', { finish_current: true })).ticket.number;
  await board.locator(`.row.call[data-number="${number}"]`).waitFor();
  await office.kill();
  for (const page of [kiosk, board]) await page.getByText(`Mất kết nối từ ${shown}`).waitFor({ timeout: 60_000 });
  await office.start();
  for (const page of [kiosk, board]) await page.getByText(`Mất kết nối từ ${shown}`).waitFor({ state: 'detached', timeout: 60_000 });
  await close(kiosk);
  await close(board);
});
