// The life of a dossier, without a mouse: hand-over to an officer of the unit in a second browser, signature, number, return
// by scan; conflicts that name the person; withdrawal. Each person has a browser of his own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, openBrowser } from './support/browser.mjs';
import { expectSaid, issue, officer } from './support/counter.mjs';
import { accepted, act, applicant, scan, withResult } from './support/intake.mjs';
import { openOffice } from './support/office.mjs';
import { assertPicture } from './support/picture.mjs';

let office, browser, desk, unit, api;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  browser = await openBrowser();
  await issue(office, ['A']);
  api = await office.as('tiepnhan1');
  desk = await officer(browser, office, 'tiepnhan1');
  unit = await officer(browser, office, 'thuly1', { digit: null });
  for (const page of [desk, unit]) page.setDefaultTimeout(8000);
});
after(async () => { await browser?.close(); await office?.close(); });

const read = (id) => api.get(`/dossiers/${id}`);
const state = (page, text) => page.locator('.d-tags', { hasText: text }).waitFor();
const blur = (page) => page.evaluate(() => document.activeElement.blur());
/** Open a dossier by its code, from the search field. */
async function openByCode(page, dossier) {
  await blur(page);
  await page.keyboard.press('/');
  await page.keyboard.type(dossier.code);
  await page.locator('#found li', { hasText: dossier.code }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.d-proc', { hasText: dossier.code }).waitFor();
}

let one;
test('reception_hands_over_to_the_unit_with_two_keys', async () => {
  one = await accepted(api);
  await openByCode(desk, one);
  desk.pressed = 0;
  await desk.keys('F8');
  await desk.locator('#d-f-unit').waitFor();
  assert.equal(await desk.locator('#d-f-unit').inputValue(), 'VP_HDND_UBND'); // the unit that handles the procedure
  await assertAccessible(desk, 'hand-over');
  await desk.keys('F8');
  await expectSaid(desk, 'Bàn giao: xong');
  assert.equal(desk.pressed, 2);
  assert.equal((await read(one.id)).handover.unit, 'VP_HDND_UBND');
  await desk.getByText(/bàn giao lúc 08:00, chờ Văn phòng/).waitFor();
});

test('the_officer_of_the_unit_has_the_same_workbench_without_a_queue_and_confirms', async () => {
  assert.equal(await unit.locator('.queue').count(), 0);
  await unit.getByRole('button', { name: /Hồ sơ của tôi/ }).press('Enter');
  const waiting = unit.getByRole('radio', { name: /Chờ tôi \(1\)/ });
  await waiting.waitFor({ state: 'attached' });
  await waiting.focus();
  await unit.keyboard.press('Space');
  await unit.locator('.d-table tbody tr').first().waitFor();
  await assertAccessible(unit, 'my dossiers');
  await unit.locator('.d-open', { hasText: 'Nông Thị Mẫu' }).press('Enter');
  await state(unit, 'Đã tiếp nhận');
  assert.match(await unit.locator('.btn-primary').innerText(), /Xác nhận nhận bàn giao/);
  await blur(unit);
  await unit.keys('F8');
  await state(unit, 'Đang xử lý');
  await state(desk, 'Đang xử lý'); // seen at the counter without asking
  assert.equal((await read(one.id)).officer.account, 'thuly1');
  await assertAccessible(unit, 'a dossier of the unit');
});

test('only_what_the_state_allows_this_person_is_a_button', async () => {
  const shown = await unit.locator('.d-commit .btn').allInnerTexts();
  const { actions } = await (await office.as('thuly1')).get(`/dossiers/${one.id}`);
  assert.equal(shown.filter((text) => !/In lại/.test(text)).length, actions.length);
  assert.ok(!shown.some((text) => /Ký kết quả|Ban hành|Trả kết quả/.test(text)), shown.join());
});

test('a_leader_signs_and_the_registry_numbers_it', async () => {
  const leader = await officer(browser, office, 'lanhdao', { digit: null }), registry = await officer(browser, office, 'vanthu', { digit: null });
  for (const page of [leader, registry]) { page.setDefaultTimeout(8000); await page.locator('.top').waitFor(); await openByCode(page, one); }
  await blur(leader);
  await leader.keys('F8');
  await leader.locator('#d-f-title').waitFor();
  await assertAccessible(leader, 'sign');
  await leader.keys('F8');
  await expectSaid(leader, 'Ký kết quả: xong');
  await registry.locator('.btn-primary', { hasText: 'Ban hành kết quả' }).waitFor();
  await blur(registry);
  await registry.keys('F8');
  await registry.locator('#d-f-number').waitFor();
  await registry.keyboard.type('15/2026');
  await registry.keys('F8');
  await state(registry, 'Có kết quả');
  assert.equal((await read(one.id)).decision.number, '15/2026');
  for (const page of [leader, registry]) { page.fine(); await page.context().close(); }
});

test('a_result_is_returned_by_scanning_its_slip_and_two_keys', async () => {
  await blur(desk);
  await scan(desk, `https://motcua.example.vn/hs/${one.code}?secret=9F3C7A`);
  await state(desk, 'Có kết quả');
  desk.pressed = 0;
  await desk.keys('F8');
  await desk.locator('#d-f-kind').waitFor();
  await assertAccessible(desk, 'return');
  await desk.keys('F8');
  await state(desk, 'Đã trả kết quả');
  assert.equal(desk.pressed, 2);
  assert.equal((await read(one.id)).receiver.kind, 'applicant');
});

test('the_card_of_whoever_collects_tells_whether_he_is_the_applicant', async () => {
  const two = await withResult(office, '16/2026');
  await scan(desk, two.code);
  await state(desk, 'Có kết quả');
  await blur(desk);
  await desk.keys('F8');
  await desk.locator('#d-f-kind').waitFor();
  await scan(desk, '006087000005||LƯỜNG VĂN THỬ|01021987|Nam|Thôn Khuổi Dấm|20082021');
  await expectSaid(desk, 'không phải người yêu cầu');
  assert.equal(await desk.locator('#d-f-kind').inputValue(), 'other');
  assert.equal(await desk.locator('#d-f-full_name').inputValue(), 'LƯỜNG VĂN THỬ');
  await desk.keys('F8');
  await desk.locator('.d-form .errors a').first().waitFor(); // an authorisation is asked for
  assert.equal((await read(two.id)).state, 'result_ready');
  await desk.locator('#d-f-authorisation').focus();
  await desk.keyboard.insertText('Giấy ủy quyền số 12, ngày 09/03/2026');
  await desk.keys('F8');
  await state(desk, 'Đã trả kết quả');
  assert.equal((await read(two.id)).receiver.full_name, 'LƯỜNG VĂN THỬ');
});

test('results_that_wait_stand_in_a_list_and_an_unknown_slip_is_said', async () => {
  await withResult(office, '17/2026', { applicant: applicant({ full_name: 'Nông Thị Thử' }) });
  await desk.getByRole('button', { name: /Trả kết quả/ }).first().press('Enter');
  await desk.locator('.d-open', { hasText: 'Nông Thị Thử' }).waitFor();
  await assertAccessible(desk, 'results');
  await scan(desk, 'H55.128-260310-9999');
  await expectSaid(desk, 'Không có hồ sơ mã H55.128-260310-9999');
  await desk.locator('.d-open', { hasText: 'Nông Thị Thử' }).press('Enter');
  await state(desk, 'Có kết quả');
});

test('who_was_quicker_is_named_and_what_was_typed_stays_beside_the_new_state', async () => {
  const three = await accepted(api, { applicant: applicant({ full_name: 'Nông Thị Ví Dụ' }) });
  await act(api, three, 'hand-over', { unit: 'VP_HDND_UBND' });
  await openByCode(unit, three);
  await unit.getByRole('button', { name: 'Không nhận bàn giao' }).press('Enter');
  await unit.locator('#d-f-reason').waitFor();
  await unit.keyboard.insertText('Không thuộc nhiệm vụ của Văn phòng');
  await act(await office.as('ldphong1'), three, 'confirm'); // the head takes it meanwhile
  const banner = unit.locator('.d-banner.warn', { hasText: 'Đặng Văn Mẫu vừa sửa hồ sơ này lúc 08:00' });
  await banner.waitFor();
  assert.match(await banner.innerText(), /Trước: Đã tiếp nhận\. Bây giờ: Đang xử lý\./);
  await state(unit, 'Đang xử lý'); // the new state ...
  assert.equal(await unit.locator('#d-f-reason').inputValue(), 'Không thuộc nhiệm vụ của Văn phòng'); // ... beside what was typed
  await assertAccessible(unit, 'conflict');
  await unit.locator('.said').waitFor({ state: 'detached' });
  await assertPicture(unit, 'intake-conflict-1366', { scale: 0.6 });
  await unit.keys('F8'); // too late, and nothing is overwritten
  await unit.locator('.d-form .errors a').first().waitFor();
  assert.equal((await read(three.id)).officer.account, 'ldphong1');
  await unit.keyboard.press('Escape');
});

test('a_stale_version_is_refused_by_name_even_when_the_event_has_not_come', async () => {
  const four = await accepted(api, { applicant: applicant({ full_name: 'Nông Thị Cúc' }) });
  await openByCode(desk, four);
  await desk.getByRole('button', { name: 'Công dân rút hồ sơ' }).press('Enter');
  await desk.locator('#d-f-reason').waitFor();
  await desk.context().route('**/api/v1/dossiers/*', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue())); // its reading is slow
  await act(await office.as('tiepnhan2'), four, 'request-withdrawal', { reason: 'Công dân đề nghị tại quầy 2' });
  await desk.keys('F8');
  await desk.getByRole('dialog', { name: 'Ghi nhận công dân rút hồ sơ?' }).waitFor(); // withdrawing asks
  await desk.keyboard.press('1');
  await desk.locator('.d-banner.warn', { hasText: 'Trần Thị Thử vừa sửa hồ sơ này' }).waitFor();
  await state(desk, 'Yêu cầu rút');
  await desk.context().unroute('**/api/v1/dossiers/*');
  await desk.keyboard.press('Escape');
});

test('history_ledger_and_prints_of_a_dossier_are_one_key_or_a_choice_away', async () => {
  await openByCode(desk, one);
  await blur(desk);
  await desk.keys('q');
  await desk.locator('.d-history li:has(time)').first().waitFor();
  const rows = await desk.locator('.d-history li:has(time) b').allInnerTexts();
  assert.deepEqual(rows.map((r) => r.split(':')[0]), ['Tiếp nhận', 'Bàn giao', 'Xác nhận bàn giao', 'Ký kết quả', 'Ban hành kết quả', 'Trả kết quả']);
  await assertAccessible(desk, 'history');
  await desk.keys('l');
  await desk.locator('.d-ledger tbody tr', { hasText: 'Ngày tiếp nhận không tính' }).waitFor();
  await assertAccessible(desk, 'ledger');
  await desk.getByRole('radio', { name: 'Bản in' }).focus();
  await desk.keyboard.press('Space');
  await desk.locator('.d-prints li', { hasText: 'Biên nhận trả kết quả' }).waitFor();
  await assertAccessible(desk, 'prints');
  for (const page of [desk, unit]) page.fine();
});
