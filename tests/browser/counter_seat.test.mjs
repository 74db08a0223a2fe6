// One counter, one browser (R13); a session that ends in the middle; help calls; twelve tabs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './support/browser.mjs';
import { expectHere, expectSaid, issue, officer, ticketLog } from './support/counter.mjs';
import { openOffice } from './support/office.mjs';

let office, browser, first, second;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  browser = await openBrowser();
  await issue(office, ['A'], ['A'], ['A'], ['A']);
});
after(async () => { await browser?.close(); await office?.close(); });

test('a_second_browser_of_the_same_officer_makes_neither_act_twice', async () => {
  first = await officer(browser, office, 'tiepnhan1');
  await first.keys('F2');
  await expectHere(first, 'A001');
  // the same account at another machine: it finds its counter, and it is taken
  second = await officer(browser, office, 'tiepnhan1', { digit: null });
  await second.locator('.bar.seat', { hasText: 'đang được dùng ở một máy hoặc trình duyệt khác' }).waitFor();
  await second.keys('F4');
  await expectSaid(second, 'Ở đây chỉ xem');
  assert.equal(await second.locator('.acts .btn').first().getAttribute('aria-disabled'), 'true');
  await expectHere(second, 'A001'); // what goes on is seen all the same
});

test('taking_over_makes_the_older_one_read_only_at_once', async () => {
  await second.locator('.bar.seat .btn', { hasText: 'Nhận lại quầy' }).focus();
  await second.keys('Enter');
  await second.locator('.bar.seat').waitFor({ state: 'detached' });
  await first.locator('.bar.seat', { hasText: 'trình duyệt khác' }).waitFor();
  await first.keys('F2');
  await expectSaid(first, 'Ở đây chỉ xem');
  await second.keys('b', 'F2');
  await expectHere(second, 'A002');
  await expectHere(first, 'A002');
  assert.equal((await ticketLog(office)).filter((x) => x.startsWith('ticket_called')).length, 2);
});

test('the_server_refuses_the_older_one_even_if_it_has_not_heard', async () => {
  // the older browser's own request, as if its event stream were late
  const answer = await first.evaluate(async () => {
    const r = await fetch('/api/v1/counters/1/call-next', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'late-browser-1', 'Counter-Seat': localStorage.getItem('motcua.seat') }, body: '{"finish_current":true}' });
    return [r.status, (await r.json()).code];
  });
  assert.deepEqual(answer, [409, 'seat_taken']);
});

test('another_officer_who_takes_the_counter_is_named', async () => {
  const third = await officer(browser, office, 'tiepnhan2', { digit: null });
  await third.locator('.choose li', { hasText: 'Nguyễn Văn Mẫu đang ngồi' }).waitFor();
  await third.keys('1');
  await third.locator('dialog', { hasText: 'Bạn nhận quầy này thay?' }).waitFor();
  await third.locator('dialog .btn', { hasText: 'Nhận quầy' }).focus();
  await third.keys('Enter');
  await expectHere(third, 'A002');
  await second.locator('.bar.seat', { hasText: 'Trần Thị Thử vừa nhận Quầy 1' }).waitFor();
  await second.locator('.bar.seat .btn', { hasText: 'Nhận lại quầy' }).focus();
  await second.keys('Enter');
  await third.locator('.bar.seat', { hasText: 'Nguyễn Văn Mẫu vừa nhận Quầy 1' }).waitFor();
  await third.context().close();
  await first.context().close();
});

test('a_session_that_ends_is_signed_in_again_over_the_screen_and_nothing_typed_is_lost', async () => {
  await second.keys('/');
  await second.keyboard.type('đang gõ dở');
  await second.evaluate(() => fetch('/api/v1/session', { method: 'DELETE' }));
  await second.locator('dialog', { hasText: 'Phiên làm việc đã hết' }).waitFor();
  await second.keys('Escape', 'Escape'); // it cannot be closed
  assert.ok(await second.locator('dialog').isVisible());
  assert.equal(await second.locator('#account').inputValue(), 'tiepnhan1');
  await second.locator('#password').focus();
  await second.keyboard.type(office.passwords.tiepnhan1);
  await second.keys('Enter');
  await second.locator('dialog').waitFor({ state: 'detached' });
  assert.equal(await second.locator('#find').inputValue(), 'đang gõ dở');
  await second.locator('#find').focus();
  await second.keys('Escape', 'b'); // the seat is still this browser's
  await second.locator('.now h2', { hasText: 'Đang phục vụ' }).waitFor();
  await second.keys('F2');
  await expectHere(second, 'A003');
});

/** The session ends, and a key is pressed before the screen can know. */
const pressAfterTheEnd = (page, key) => page.evaluate(async (name) => {
  await fetch('/api/v1/session', { method: 'DELETE' });
  dispatchEvent(new KeyboardEvent('keydown', { key: name }));
}, key);

test('an_act_under_an_ended_session_is_kept_and_done_after_signing_in', async () => {
  await pressAfterTheEnd(second, 'b');
  await second.locator('#password').focus();
  await second.keyboard.type(office.passwords.tiepnhan1);
  await second.keys('Enter');
  await second.locator('dialog').waitFor({ state: 'detached' });
  await second.waitForFunction(() => localStorage.getItem('motcua.outbox.tiepnhan1') === '[]');
  assert.equal((await ticketLog(office)).filter((x) => x === 'ticket_started A003').length, 1);
});

test('a_call_under_an_ended_session_is_made_once_after_signing_in', async () => {
  await pressAfterTheEnd(second, 'F2');
  await second.locator('#password').focus();
  await second.keyboard.type(office.passwords.tiepnhan1);
  await second.keys('Enter');
  await expectHere(second, 'A004');
  assert.equal((await ticketLog(office)).filter((x) => x === 'ticket_called A004').length, 1);
  await second.keys('Control+z');
  await expectHere(second, 'A003');
});

test('a_call_for_help_is_seen_at_the_counter_and_taken_with_one_key', async () => {
  const desk = await office.as('phatso');
  await desk.post('/help-calls', { site: 'trung-tam' });
  await second.locator('.bar.help', { hasText: 'Có người cần giúp ở phatso' }).waitFor();
  await second.keys('g');
  await second.locator('.bar.help').waitFor({ state: 'detached' });
  assert.equal((await desk.get('/help-calls?site=trung-tam')).items[0].taken_by, 'tiepnhan1');
});

test('twelve_tabs_of_one_browser_all_live_and_hear_the_same', async () => {
  const tabs = [second];
  for (let i = 1; i < 12; i++) {
    const tab = await second.context().newPage();
    await tab.goto(`${office.url}/counter`);
    tabs.push(tab);
  }
  for (const tab of tabs) await expectHere(tab, 'A003');
  await second.keyboard.press('F2');
  for (const tab of tabs) await expectHere(tab, 'A004');
  assert.equal(await tabs[11].locator('.bar.seat').count(), 0); // one browser, one seat
  await tabs[11].bringToFront();
  await tabs[11].keyboard.press('F3');
  for (const tab of tabs) await tab.locator('.now', { hasText: 'Mời 2 lần' }).waitFor();
  second.fine();
});
