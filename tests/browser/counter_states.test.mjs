// Every state of the counter screen: nothing that axe finds, nothing cut at 320 px or 200 % zoom, seen in forced colours,
// reached with Tab in the order of reading; flat over many calls.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { expectHere, expectSaid, issue, officer } from './support/counter.mjs';
import { openOffice } from './support/office.mjs';

let office, browser, page;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await office?.close(); });

const SIZES = { '320 px': { width: 320, height: 640 }, '200 % zoom': { width: 683, height: 384 } };

/** What every state must keep, at the size of work and at the small ones. */
async function sound(name, { small = true } = {}) {
  await assertAccessible(page, name);
  if (!small) return;
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await assertNoSidewaysScroll(page, `${name}, ${size}`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}
const dialog = (text) => page.locator('dialog', { hasText: text }).waitFor();
const closed = () => page.locator('dialog').waitFor({ state: 'detached' });

test('signing_in_and_its_refusal', async () => {
  page = await openPage(browser, `${office.url}/counter`);
  await page.locator('#account').waitFor();
  await sound('sign-in');
  await page.locator('#account').focus();
  await page.keyboard.press('Enter');
  await page.locator('.errors').waitFor();
  await sound('sign-in, faults');
  await page.context().close();
});

test('choosing_a_counter', async () => {
  page = await officer(browser, office, 'tiepnhan1', { digit: null });
  await page.locator('.choose li').first().waitFor();
  await sound('choose');
  await page.keys('1');
  await page.locator('.queue').waitFor();
});

test('an_empty_queue_a_full_one_and_a_person_called_and_served', async () => {
  await sound('nobody waits');
  await issue(office, ['A', 'P3'], ['A'], ['A', 'P1'], ['E'], ['B'], ['A', 'P7']);
  await office.clock('2026-03-10T08:31:00+07:00');
  await page.locator('.wait li').nth(4).waitFor();
  await sound('people wait');
  await page.keys('F2');
  await page.locator('.now .tk').waitFor();
  await sound('called, with undo');
  await page.keys('b');
  await page.locator('.now h2', { hasText: 'Đang phục vụ' }).waitFor();
  await sound('serving');
});

test('each_dialog', async () => {
  await page.keys('F6');
  await dialog('Chuyển A');
  await sound('transfer');
  await page.keys('Escape');
  await closed();
  await page.keys('?');
  await dialog('Phím tắt');
  await sound('list of keys');
  await page.keys('Escape');
  await closed();
  await page.locator('.who').focus();
  await page.keys('Enter');
  await dialog('Quầy và tài khoản');
  await sound('counter and account');
  await page.keys('Escape');
  await closed();
  assert.ok(await page.locator('.who').evaluate((e) => e === document.activeElement)); // the focus goes back
  await page.locator('.wait li button').first().focus();
  await page.keys('Enter');
  await dialog('Vé ');
  await sound('a ticket');
  await page.keys('Escape');
  await closed();
  await page.keys('F7');
  await expectHere(page, null);
  await page.keys('F7');
  await dialog('Đang giữ và vắng');
  await sound('held and absent');
  await page.keys('Escape');
  await closed();
});

test('searching_refusing_and_a_call_for_help', async () => {
  await page.keys('/');
  await page.keyboard.type('A0');
  await page.locator('.found [role=option]').first().waitFor();
  await sound('found');
  await page.keyboard.type('zzz');
  await page.locator('.found .none').waitFor();
  await sound('nothing found');
  await page.keys('Escape');
  await (await office.as('phatso')).post('/help-calls', { site: 'trung-tam' });
  await page.locator('.bar.help').waitFor();
  await sound('help is called');
  await page.keys('g');
  await page.locator('.bar.help').waitFor({ state: 'detached' });
});

test('reading_order_is_tab_order_and_the_skip_link_comes_first', async () => {
  await page.reload();
  await page.locator('.queue').waitFor();
  const seen = [];
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate(() => document.activeElement?.className || document.activeElement?.textContent || ''));
  }
  assert.match(seen[0], /skip/);
  const place = (part) => seen.findIndex((x) => x.includes(part));
  assert.ok(place('Quầy') < place('who') || place('who') > 0, seen.join(' | '));
  assert.ok(place('who') < place('btn-primary'), seen.join(' | ')); // the bar before the queue
});

test('paused_read_only_cut_and_expired', async () => {
  await page.locator('.top .btn', { hasText: 'Tạm nghỉ' }).focus();
  await page.keys('Enter');
  await page.locator('.now h2', { hasText: 'tạm nghỉ' }).waitFor();
  await sound('paused');
  await page.keys('F2');
  await page.locator('.now h2', { hasText: 'Chưa mời ai' }).waitFor();
  await (await office.as('tiepnhan1')).put('/counters/1', { state: 'open' }); // another program of the same officer
  await page.locator('.bar.seat').waitFor();
  await sound('read only');
  await page.keys('F2');
  await expectSaid(page, 'Ở đây chỉ xem');
  await sound('a refusal');
  await office.kill();
  await page.locator('.bar.cut').waitFor();
  await sound('cut');
  await office.start();
  await page.locator('.bar.cut').waitFor({ state: 'detached' });
  await page.evaluate(() => fetch('/api/v1/session', { method: 'DELETE' }));
  await dialog('Phiên làm việc đã hết');
  await sound('expired');
  await page.context().close();
});

test('the_server_does_not_answer_at_the_beginning', async () => {
  page = await openPage(browser, `${office.url}/counter`);
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.reload();
  await page.locator('h1', { hasText: 'Chưa tải được màn hình' }).waitFor();
  await sound('failed');
  await page.unroute('**/api/v1/**');
  await page.locator('.btn', { hasText: 'Thử lại' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#account').waitFor();
  await page.context().close();
});

test('an_officer_of_a_unit_has_the_workbench_without_the_queue_and_others_are_told', async () => {
  page = await officer(browser, office, 'thuly1', { digit: null });
  await page.locator('.panes.no-queue').waitFor();
  assert.equal(await page.locator('.queue').count(), 0);
  assert.equal(await page.locator('.nav button').first().innerText(), 'Hồ sơ');
  await page.keys('F2'); // no queue, no key of it
  await sound('a unit');
  await page.context().close();
  page = await officer(browser, office, 'quantri', { digit: null });
  await page.locator('h1', { hasText: 'không làm việc ở quầy' }).waitFor();
  await sound('no right');
  await page.context().close();
});

test('forced_colours_keep_every_state_apart', async () => {
  page = await officer(browser, office, 'tiepnhan2', { digit: 2, forcedColors: 'active' });
  await issue(office, ['A', 'P3'], ['A']);
  await page.locator('.wait li .why').first().waitFor();
  assert.match(await page.locator('.wait li .why').first().innerText(), /Ưu tiên/); // a word, not a colour
  for (const button of await page.locator('.acts .btn').all())
    assert.notEqual(await button.evaluate((b) => getComputedStyle(b).borderTopStyle), 'none');
  await page.keys('F2');
  await page.locator('.now .tk').waitFor();
  assert.match(await page.locator('.nav [aria-current]').evaluate((b) => getComputedStyle(b).textDecorationLine), /underline/);
  await assertNoSidewaysScroll(page, 'forced colours'); // contrast is the system's own there
  page.fine();
  await page.context().close();
});

test('english_has_every_word', async () => {
  page = await openPage(browser, `${office.url}/counter?lang=en`);
  await page.locator('h1', { hasText: 'Sign in to the counter' }).waitFor();
  await page.locator('#account').fill('tiepnhan2');
  await page.locator('#password').fill(office.passwords.tiepnhan2);
  await page.keyboard.press('Enter');
  await page.locator('.queue').waitFor();
  await page.locator('.btn', { hasText: 'Take over' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.bar.seat').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  const text = await page.locator('dialog').innerText();
  for (const word of ['Done, call next', 'Transfer', 'Hold', 'Search']) assert.ok(text.includes(word), word);
  await sound('english', { small: false });
  await page.context().close();
});

test('a_hundred_calls_leave_no_listener_and_no_heap_behind', async () => {
  page = await officer(browser, office, 'tiepnhan3', { digit: 3 });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const measure = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => metrics.find((m) => m.name === name).value;
    return { listeners: of('JSEventListeners'), nodes: of('Nodes'), heap: of('JSHeapUsedSize') };
  };
  const rounds = async (n) => {
    for (let i = 0; i < n; i++) {
      const [number] = await issue(office, ['B']);
      await page.locator('.wait li b', { hasText: number }).waitFor();
      await page.keys('F2');
      await expectHere(page, number);
      await page.keys('?', 'Escape', 'b', 'x');
      await expectHere(page, null);
    }
  };
  for (let left = true; left;) { // whoever is left of the tests before
    const [answer] = await Promise.all([page.waitForResponse(/call-next/), page.keys('F2')]);
    left = (await answer.json()).ticket !== null;
    if (!left) break;
    await page.locator('.now h2', { hasText: 'Đã mời' }).waitFor();
    await page.keys('b');
    await page.locator('.now h2', { hasText: 'Đang phục vụ' }).waitFor();
  }
  await expectHere(page, null);
  await rounds(20);
  const before = await measure();
  await rounds(80);
  const after = await measure();
  assert.ok(after.listeners - before.listeners <= 20, `${before.listeners} -> ${after.listeners} listeners`);
  assert.ok(after.nodes - before.nodes <= 200, `${before.nodes} -> ${after.nodes} nodes`);
  assert.ok(after.heap - before.heap <= 1_500_000, `${before.heap} -> ${after.heap} bytes`);
});
