// The line is cut: the server is killed and started again. What was done meanwhile is kept and sent in order, once (R12).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { expectHere, expectSaid, issue, officer, ticketLog } from './support/counter.mjs';
import { openOffice } from './support/office.mjs';

let office, browser, page;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  browser = await openBrowser();
  await issue(office, ['A'], ['A'], ['A'], ['A']);
  page = await officer(browser, office, 'tiepnhan1');
});
after(async () => { await browser?.close(); await office?.close(); });

const cut = () => page.locator('.bar.cut').waitFor();
const back = () => page.locator('.bar.cut').waitFor({ state: 'detached' });

test('without_the_server_a_call_is_refused_in_words_and_the_bar_says_since_when', async () => {
  await page.keys('F2');
  await expectHere(page, 'A001');
  await page.keys('F7'); // A001 on hold
  await expectHere(page, null);
  await page.keys('F2');
  await expectHere(page, 'A002');
  await page.keys('F4'); // A002 absent
  await expectHere(page, null);
  await page.keys('F2');
  await expectHere(page, 'A003');
  await office.kill();
  await cut();
  assert.match(await page.locator('.bar.cut').innerText(), /Mất kết nối từ 08:0\d/); // by the centre's clock
  assert.match(await page.title(), /^Mất kết nối/);
  await page.keys('F3');
  await expectSaid(page, 'loa không nghe được lệnh gọi lại');
  await page.keys('F2');
  await expectSaid(page, 'Mất kết nối: không gọi số được, để hai quầy không mời cùng một người');
  await expectHere(page, 'A003');
});

test('five_acts_are_kept_shown_as_done_and_outlive_a_reload_of_the_outbox', async () => {
  await page.keys('b');
  await page.locator('.now h2', { hasText: 'Đang phục vụ' }).waitFor();
  await page.keys('F7'); // hold A003
  await expectHere(page, null);
  await page.keys('F7', '1'); // A003 is back: it waits
  await page.locator('.wait li', { hasText: 'A003' }).waitFor();
  await page.keys('F7', '1'); // then the absent A002 (newest first)
  await page.locator('.wait li', { hasText: 'A002' }).waitFor();
  await page.keys('F7', '1'); // and A001
  await page.locator('.wait li', { hasText: 'A001' }).waitFor();
  assert.match(await page.locator('.bar.cut').innerText(), /5 việc đang giữ/);
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('motcua.outbox.tiepnhan1')));
  assert.equal(kept.length, 5);
  assert.equal(new Set(kept.map((a) => a.key)).size, 5);
  assert.equal(kept[1].after, kept[0].key); // both about A003
});

test('the_server_is_back_each_is_done_once_and_in_order', async () => {
  const seen = await page.evaluate(() => JSON.parse(localStorage.getItem('motcua.outbox.tiepnhan1')).map((a) => a.op));
  await office.start();
  await back();
  await page.locator('.bar.sending').waitFor({ state: 'detached' });
  const log = await ticketLog(office);
  const after = log.slice(log.indexOf('ticket_called A003') + 1);
  assert.deepEqual(after, ['ticket_started A003', 'ticket_parked A003', 'ticket_returned A003', 'ticket_came_back A002', 'ticket_returned A001'], seen.join());
  assert.equal(await page.evaluate(() => localStorage.getItem('motcua.outbox.tiepnhan1')), '[]');
  assert.deepEqual((await page.locator('.wait li b').allTextContents()).sort(), ['A001', 'A002', 'A003', 'A004']);
});

test('a_server_killed_in_the_middle_of_a_call_calls_one_person_once', async () => {
  const before = (await ticketLog(office)).filter((x) => x.startsWith('ticket_called')).length;
  // the request arrives, its answer is lost with the server
  let held;
  await page.route('**/call-next', async (route) => {
    await page.unroute('**/call-next');
    await route.fetch(); // done by the server
    held = office.kill().then(() => office.start());
    await route.abort('connectionreset').catch(() => undefined); // and never told
  });
  await page.keys('F2');
  await page.locator('.now .tk b').waitFor();
  await held;
  await back();
  const called = (await ticketLog(office)).filter((x) => x.startsWith('ticket_called'));
  assert.equal(called.length, before + 1);
  await expectHere(page, called.at(-1).split(' ')[1]);
});

test('a_server_that_answers_but_cannot_write_loses_no_act_and_says_why', async () => {
  const number = await page.locator('.now .tk b').innerText();
  await page.route('**/api/v1/tickets/**', (route) => route.fulfill({
    status: 507, contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', status: 507, code: 'disk_full', title: 'Ổ đĩa đầy' }),
  }));
  await page.keys('x');
  await expectHere(page, null);
  await expectSaid(page, 'máy chủ chưa ghi được: Ổ đĩa đầy');
  await page.locator('.bar', { hasText: 'Máy chủ chưa ghi được, còn giữ 1 việc: Ổ đĩa đầy' }).waitFor();
  assert.ok(!(await ticketLog(office)).includes(`ticket_finished ${number}`));
  await page.unroute('**/api/v1/tickets/**'); // there is room again
  await page.locator('.bar.sending').waitFor({ state: 'detached' });
  assert.equal((await ticketLog(office)).filter((x) => x === `ticket_finished ${number}`).length, 1);
  assert.equal(await page.evaluate(() => localStorage.getItem('motcua.outbox.tiepnhan1')), '[]');
  await page.keys('F2');
  await page.locator('.now .tk b').waitFor();
});

test('a_kept_act_that_the_server_refuses_later_is_told_in_words', async () => {
  const number = await page.locator('.now .tk b').innerText();
  await office.kill();
  await cut();
  await page.keys('x');
  await expectHere(page, null);
  const port = office.url;
  await office.start();
  assert.equal(office.url, port);
  // before this browser is back, another one of the same account takes the counter
  const other = await office.as('tiepnhan1');
  await other.put('/counters/1', { state: 'open' }).catch(() => undefined);
  await back();
  await page.locator('.bar.sending').waitFor({ state: 'detached' });
  const log = await ticketLog(office);
  const finished = log.filter((x) => x === `ticket_finished ${number}`).length;
  const refusal = await page.locator('.said.bad', { hasText: `“Xong ${number}” đã giữ từ trước không làm được` }).count();
  assert.equal(finished + refusal, 1); // done, or told: never both, never neither
});

test('a_screen_loaded_anew_while_the_server_is_away_opens_and_says_so', async () => {
  const reader = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' }), screen = await reader.newPage();
  await screen.goto(`${office.url}/counter`);
  await screen.locator('#account').waitFor();
  await screen.evaluate(() => navigator.serviceWorker.ready);
  await screen.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // a page is the server's as long as it answers, whatever was put by
  await screen.evaluate(async () => (await caches.open((await caches.keys())[0])).put('/board', new Response('<h1>of yesterday</h1>', { headers: { 'Content-Type': 'text/html' } })));
  await screen.goto(`${office.url}/board`);
  await screen.locator('.pair').waitFor();
  await office.kill();
  await screen.reload();
  await screen.locator('h1', { hasText: 'of yesterday' }).waitFor();
  const said = { counter: 'Máy chủ chưa trả lời', kiosk: 'Không gọi được máy chủ', manager: 'máy chủ', admin: 'máy chủ' };
  for (const [name, text] of Object.entries(said)) {
    await screen.goto(`${office.url}/${name}`);
    await screen.getByText(text).first().waitFor();
  }
  await assert.rejects((await reader.newPage()).goto(`${office.url}/hai-long`), /ERR_CONNECTION_REFUSED/); // citizens' pages are not among them
  await screen.goto(`${office.url}/counter`);
  await office.start();
  await screen.getByRole('button', { name: 'Thử lại' }).click();
  await screen.locator('#account').waitFor();
  await reader.close();
});

test('over_plain_http_there_is_no_service_worker_and_the_screen_works', async () => {
  const plain = await openBrowser('--host-resolver-rules=MAP mot-cua.test 127.0.0.1');
  try {
    const screen = await openPage(plain, office.url.replace('127.0.0.1', 'mot-cua.test') + '/counter');
    assert.equal(await screen.evaluate(() => 'serviceWorker' in navigator), false);
    await screen.locator('#account').fill('tiepnhan2');
    await screen.locator('#password').fill(office.passwords.tiepnhan2);
    await screen.keyboard.press('Enter');
    await screen.locator('.choose li').first().waitFor();
    screen.fine();
  } finally {
    await plain.close();
  }
});

test('a_clock_of_the_pc_that_is_wrong_by_hours_does_not_show', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN', timezoneId: 'America/New_York' });
  await context.addInitScript(() => { const real = Date.now; Date.now = () => real() - 7 * 3600_000; });
  const wrong = await context.newPage();
  await wrong.goto(`${office.url}/counter`);
  await wrong.locator('#account').fill('tiepnhan2');
  await wrong.locator('#password').fill(office.passwords.tiepnhan2);
  await wrong.keyboard.press('Enter');
  await wrong.locator('.choose li').first().waitFor();
  await wrong.keyboard.press('2');
  await wrong.locator('.stat .push', { hasText: '08:00, Thứ Ba 10/03/2026' }).waitFor();
  await wrong.keyboard.press('F2');
  const shown = wrong.locator('.now .tk .t');
  await shown.waitFor();
  assert.match(await shown.innerText(), /00:0\d$/);
  await context.close();
});
