// The further life of a dossier in the counter screen, without a mouse: the officer waits for a payment, reception takes it,
// a head suspends, a leader apologises and extends; each is offered only what is his.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, openBrowser } from './support/browser.mjs';
import { expectSaid, officer } from './support/counter.mjs';
import { accepted, act, startIntake } from './support/intake.mjs';
import { openOffice } from './support/office.mjs';

const EXTENDED = '1.000689'; // three working days, and five more where something must be verified

let office, browser, api, one;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  browser = await openBrowser();
  api = await office.as('tiepnhan1');
  one = await accepted(api, { procedure: EXTENDED });
  await act(api, one, 'hand-over', { account: 'thuly1' });
  await act(await office.as('thuly1'), one, 'confirm');
});
after(async () => { await browser?.close(); await office?.close(); });

const read = () => api.get(`/dossiers/${one.id}`);
/** Somebody's browser with the dossier open. */
async function opened(account, digit = null) {
  const page = await officer(browser, office, account, { digit });
  page.setDefaultTimeout(8000);
  await page.getByRole('button', { name: /Hồ sơ của tôi/ }).waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('/');
  await page.keyboard.type(one.code);
  await page.locator('#found li', { hasText: one.code }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.d-proc', { hasText: one.code }).waitFor();
  return page;
}
const press = (page, name) => page.locator('.d-commit').getByRole('button', { name }).press('Enter');

test('the_officer_waits_for_a_payment_and_reception_takes_it', async () => {
  const unit = await opened('thuly1');
  await press(unit, 'Chờ nghĩa vụ tài chính');
  await unit.locator('#d-f-line').fill('Lệ phí trước bạ');
  await unit.locator('#d-f-amount').fill('1.250.000');
  await unit.keyboard.press('F8');
  await unit.getByText('Chưa có thông báo nghĩa vụ tài chính').first().waitFor();
  await assertAccessible(unit, 'payment');
  await unit.locator('#d-f-notice').fill('thong-bao.pdf');
  await unit.keyboard.press('F8');
  await expectSaid(unit, 'Chờ nghĩa vụ tài chính: xong');
  assert.equal((await read()).state, 'awaiting_payment');
  assert.equal((await read()).fees.at(-1).amount, 1250000);

  const desk = await opened('tiepnhan1', 1);
  await desk.keyboard.press('F8');
  await desk.locator('#d-f-fee-0').waitFor();
  await desk.keyboard.press('F8');
  await desk.getByText('Chưa thu phí, lệ phí').first().waitFor();
  await desk.locator('#d-f-fee-0').selectOption('transfer');
  await desk.keyboard.press('F8');
  await expectSaid(desk, 'Tiếp tục giải quyết: xong');
  assert.equal((await read()).state, 'processing');
  for (const page of [unit, desk]) await page.context().close();
});

test('a_leader_extends_and_apologises_and_is_offered_each_once', async () => {
  const leader = await opened('lanhdao');
  assert.equal(await leader.locator('.d-commit').getByRole('button', { name: 'Phân công lại' }).count(), 0);
  await press(leader, 'Gia hạn');
  await leader.keyboard.press('F8');
  await leader.getByRole('dialog', { name: 'Gia hạn giải quyết hồ sơ?' }).waitFor();
  await assertAccessible(leader, 'extension');
  await leader.getByRole('dialog').getByRole('button', { name: 'Gia hạn' }).press('Enter');
  await expectSaid(leader, 'Gia hạn: xong');
  await leader.getByText('Thời hạn đã được gia hạn').waitFor();
  // WORKING_DAYS 3 + 5 from Tuesday 10 March: Friday 20 March
  assert.equal((await read()).legal_due_at, '2026-03-20T17:00:00+07:00');
  await press(leader, 'Xin lỗi, hẹn lại');
  await leader.locator('#d-f-new_time').fill('19/03/2026');
  await leader.locator('#d-f-reason').fill('Cần xác minh thêm tại nơi cư trú cũ');
  await leader.keyboard.press('F8');
  await leader.getByText('Ngày hẹn lại phải sau hạn trả').first().waitFor();
  await leader.locator('#d-f-new_time').fill('25/03/2026 15:00');
  await leader.keyboard.press('F8');
  await leader.getByText(/Đã xin lỗi, hẹn lại/).waitFor();
  const now = await read();
  assert.equal(now.apology.new_time, '2026-03-25T15:00:00+07:00');
  assert.deepEqual(now.promised_at, one.promised_at);
  assert.equal(await leader.locator('.d-commit').getByRole('button', { name: /Gia hạn|Xin lỗi/ }).count(), 0);
  await leader.context().close();
});

test('a_mistyped_name_is_asked_to_be_corrected_and_the_steps_are_shown', async () => {
  const desk = await opened('tiepnhan1'); // who sits there already, in another browser
  await desk.getByRole('button', { name: 'Nhận lại quầy' }).press('Enter');
  await desk.locator('.d-sec').getByRole('button', { name: 'Đề nghị đính chính', disabled: false }).waitFor();
  await desk.getByRole('button', { name: 'Đề nghị đính chính' }).press('Enter');
  await desk.locator('#d-f-value').fill('Nông Thị Mái');
  await desk.keyboard.press('F8');
  await desk.getByText('Chưa nêu lý do').first().waitFor();
  await assertAccessible(desk, 'correction');
  await desk.locator('#d-f-reason').fill('Gõ sai dấu so với thẻ');
  await desk.keyboard.press('F8');
  await expectSaid(desk, 'Đề nghị đính chính: xong');
  const asked = (await read()).corrections.at(-1);
  assert.deepEqual([asked.field, asked.new_value, asked.approved_by], ['full_name', 'Nông Thị Mái', null]);
  await desk.getByText('Quá trình', { exact: true }).click();
  await desk.getByRole('region', { name: 'Bước nội bộ' }).waitFor();
  const steps = desk.getByRole('region', { name: 'Bước nội bộ' }).locator('li');
  assert.equal(await steps.count(), 6);
  assert.match(await steps.nth(2).innerText(), /Đang làm/);
  await assertAccessible(desk, 'steps');
  await desk.context().close();
});

test('a_dossier_for_another_commune_is_received_sent_there_and_its_decision_recorded', async () => {
  const desk = await officer(browser, office, 'tiepnhan2', { digit: 2 });
  desk.setDefaultTimeout(8000);
  await startIntake(desk, 'dang ky lai khai tu');
  await desk.keyboard.press('a');
  await desk.getByLabel('Cơ quan giải quyết').selectOption({ label: 'UBND xã Láng Giềng (mẫu)' });
  await assertAccessible(desk, 'another agency');
  await desk.keyboard.press('F8');
  await desk.locator('.d-banner.good h2').waitFor();
  const { id } = (await api.get('/dossiers?limit=1')).items[0];
  assert.equal((await api.get(`/dossiers/${id}`)).competent_agency, 'H55.129');
  await press(desk, 'Chuyển liên thông');
  await desk.getByLabel('UBND xã Láng Giềng (mẫu): Giải quyết hồ sơ phi địa giới').check();
  await desk.keyboard.press('F8');
  await expectSaid(desk, 'Chuyển liên thông: xong');
  await press(desk, 'Nhận kết quả liên thông');
  await desk.locator('#d-f-title').fill('Trích lục khai tử');
  await desk.locator('#d-f-number').fill('15/TLKT');
  await desk.keyboard.press('F8');
  await expectSaid(desk, 'Nhận kết quả liên thông: xong');
  await desk.locator('.d-banner.good', { hasText: 'UBND xã Láng Giềng (mẫu)' }).waitFor();
  const decided = await api.get(`/dossiers/${id}`);
  assert.deepEqual([decided.state, decided.decision.number, decided.decision.signed_by], ['processing', '15/TLKT', null]);
  await desk.context().close();
});
