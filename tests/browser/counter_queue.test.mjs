// A morning at a counter without a mouse: what each act costs in keys (R2), what can be taken back (R5), what is said.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './support/browser.mjs';
import { expectHere, expectSaid, issue, officer, ticketLog, waitingNumbers } from './support/counter.mjs';
import { openOffice } from './support/office.mjs';

let office, browser, page;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await office?.close(); });

/** Keys that `act` takes. */
async function cost(act) {
  const start = page.pressed;
  await act();
  return page.pressed - start;
}

test('an_officer_signs_in_and_one_key_opens_a_counter', async () => {
  await issue(office, ['A'], ['A'], ['B'], ['A', 'P3']);
  await office.clock('2026-03-10T08:12:00+07:00');
  page = await officer(browser, office, 'tiepnhan1');
  assert.equal((await (await office.as('tiepnhan2')).get('/counters/1')).state, 'open');
  // the priority person stands first, with the reason in words; the land person is somebody else's
  assert.deepEqual(await waitingNumbers(page), ['A003', 'A001', 'A002']);
  assert.match(await page.locator('.wait li').first().innerText(), /Ưu tiên: mang thai, có con nhỏ/);
  assert.match(await page.locator('.wait header').innerText(), /3[\s\S]*Lâu nhất 12 phút/);
  assert.match(await page.locator('.wait .else').innerText(), /Nhóm khác: 1 người/);
});

test('one_key_calls_the_next_person_and_says_why', async () => {
  assert.equal(await cost(() => page.keys('F2')), 1);
  await expectHere(page, 'A003');
  await expectSaid(page, 'Mời A003: ưu tiên, đã chờ 12 phút');
  assert.match(await page.title(), /^A003 – Quầy 1/);
  assert.equal(await page.locator('.btn-primary').count(), 1); // R3
  assert.match(await page.locator('.btn-primary').innerText(), /Bắt đầu/);
});

test('one_key_calls_again', async () => {
  assert.equal(await cost(() => page.keys('F3')), 1);
  await expectSaid(page, 'Đã gọi lại A003');
  await page.locator('.now', { hasText: 'Mời 2 lần' }).waitFor();
});

test('the_call_is_taken_back_for_ten_seconds_and_the_place_is_kept', async () => {
  await page.keys('b', 'F2');
  await expectHere(page, 'A001');
  await page.keys('Control+z');
  await expectSaid(page, 'Đã hoàn tác: A001 chờ ở chỗ cũ, tiếp tục phục vụ A003');
  await expectHere(page, 'A003');
  assert.equal(await page.locator('.now h2').innerText(), 'Đang phục vụ');
  assert.deepEqual(await waitingNumbers(page), ['A001', 'A002']);
  await page.keys('F2');
  await expectHere(page, 'A001'); // decided as if nothing had been
});

test('no_show_takes_one_key_and_can_be_taken_back', async () => {
  assert.ok(await cost(() => page.keys('F4')) <= 2);
  await expectHere(page, null);
  await expectSaid(page, 'A001 vắng mặt');
  await page.keys('Control+z');
  await expectHere(page, 'A001');
  await expectSaid(page, 'Đã hoàn tác: A001');
  await page.keys('F4');
  await expectHere(page, null);
});

test('who_is_absent_or_on_hold_comes_back_with_two_keys', async () => {
  assert.equal(await cost(() => page.keys('F7', '1')), 2);
  await expectHere(page, 'A001'); // by name, although the delay of a no-show is not over
  await page.keys('F7');
  await expectHere(page, null);
  await expectSaid(page, 'Đã giữ A001 lại');
  await page.keys('F2');
  await expectHere(page, 'A002');
  await page.keys('x');
  await expectHere(page, null);
  await page.keys('F7', '1');
  await expectHere(page, 'A001');
});

test('a_transfer_costs_two_keys_to_a_service_and_two_to_one_counter', async () => {
  assert.ok(await cost(() => page.keys('F6', '2')) <= 3);
  await expectSaid(page, 'A001 chuyển sang Đất đai');
  await expectHere(page, null);
  await issue(office, ['A']);
  await page.locator('.wait li').first().waitFor();
  await page.keys('F2');
  await expectHere(page, 'A004');
  assert.ok(await cost(() => page.keys('F6', 'a')) <= 3);
  await expectSaid(page, 'A004 chuyển sang Hộ tịch, chứng thực, Quầy 2');
  await expectHere(page, null);
  const moved = (await (await office.as('tiepnhan2')).get('/tickets?state=waiting&site=trung-tam')).items;
  assert.deepEqual(moved.map((x) => [x.number, x.service, x.only_counter]).sort(), [['A001', 'B', null], ['A004', 'A', '2'], ['B001', 'B', null]]);
});

test('nobody_left_is_said_and_so_is_what_a_key_cannot_do', async () => {
  await page.keys('F2');
  await expectSaid(page, 'Không còn ai chờ quầy này; nhóm khác còn');
  await page.keys('F4');
  await expectSaid(page, 'Chưa mời ai');
  const blocked = page.locator('.acts .btn', { hasText: 'Đang giữ, vắng' });
  assert.equal(await blocked.getAttribute('aria-disabled'), 'true');
  await blocked.focus(); // reachable, and tells why
  assert.match(await blocked.innerText(), /Không có ai đang giữ hay vắng/);
});

test('a_ticket_is_found_by_its_number_and_called_by_name_with_a_reason', async () => {
  const [number] = await issue(office, ['D']);
  await page.keys('/');
  await page.keyboard.type(number);
  await page.locator('.found [role=option]', { hasText: number }).waitFor();
  await page.keys('Enter');
  await page.locator('dialog', { hasText: `Vé ${number}` }).waitFor();
  await page.locator('#reason').focus();
  await page.keys('Enter');
  await page.locator('.fault', { hasText: 'Ghi lý do' }).waitFor();
  await page.keyboard.type('Khách đi nhầm quầy');
  await page.keys('Enter');
  await expectHere(page, number);
  await expectSaid(page, `Mời ${number}: gọi đích danh`);
});

test('an_input_method_that_composes_fires_no_key', async () => {
  const before = (await ticketLog(office)).length;
  await page.evaluate(() => {
    for (const key of ['F2', 'F4', 'b', 'x'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, isComposing: true }));
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F4', keyCode: 229, bubbles: true })); // how Chromium names a key that an input method took
  });
  await page.keys('/');
  await page.keyboard.insertText('Nguyễn bx'); // letters typed into a field are text
  await page.keys('Escape');
  assert.equal((await ticketLog(office)).length, before);
});

test('the_list_of_keys_names_each_and_says_what_is_not_now', async () => {
  await page.keys('?');
  const text = await page.locator('dialog').innerText();
  for (const word of ['F2', 'F3', 'F4', 'F6', 'F7', '/', 'Ctrl+Z']) assert.ok(text.includes(word), word);
  await page.keys('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
});

test('a_key_of_calling_pressed_twice_calls_one_person_and_finishes_nobody', async () => {
  await page.keys('x');
  await expectHere(page, null);
  const [first, second] = await issue(office, ['A'], ['A']);
  await page.locator('.wait li', { hasText: second }).waitFor();
  const before = (await ticketLog(office)).length;
  await page.keys('F2');
  await page.waitForTimeout(120);
  await page.keys('F2');
  await expectHere(page, first);
  await page.keys('F2'); // and at once after the answer
  await page.waitForTimeout(1600);
  await expectHere(page, first);
  assert.deepEqual((await ticketLog(office)).slice(before), [`ticket_called ${first}`]);
  assert.equal(await cost(() => page.keys('F2')), 1); // later it is meant
  await expectHere(page, second);
  await page.keys('b', 'F2'); // begun: it is finished, however soon
  await expectHere(page, null);
});

test('pausing_and_closing_are_told_and_a_paused_counter_opens_with_the_key_of_calling', async () => {
  await page.locator('.top .btn', { hasText: 'Tạm nghỉ' }).focus();
  await page.keys('Enter');
  await page.locator('.now h2', { hasText: 'Quầy đang tạm nghỉ' }).waitFor();
  assert.equal(await page.locator('.btn-primary').count(), 1);
  await page.keys('F2');
  await page.locator('.now h2', { hasText: 'Chưa mời ai' }).waitFor();
  page.fine();
});

test('the_log_holds_what_was_done_and_what_was_taken_back', async () => {
  const log = await ticketLog(office);
  assert.deepEqual(log.filter((x) => x.endsWith('A003')), ['ticket_issued A003', 'ticket_called A003', 'ticket_recalled A003', 'ticket_started A003', 'ticket_finished A003', 'ticket_finish_undone A003', 'ticket_finished A003']);
  assert.ok(log.includes('ticket_no_show_undone A001'));
});
