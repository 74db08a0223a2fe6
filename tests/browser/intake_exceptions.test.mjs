// What is rare at the counter, without a mouse: the director receives in somebody's place and says why, a fee is taken with
// the result, a withdrawal is asked for, denied, asked for again and ends the dossier.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, openBrowser } from './support/browser.mjs';
import { expectSaid, officer } from './support/counter.mjs';
import { accepted, applicant, scan, startIntake, withResult } from './support/intake.mjs';
import { openOffice } from './support/office.mjs';

let office, browser, desk, director, api;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  browser = await openBrowser();
  api = await office.as('tiepnhan1');
  desk = await officer(browser, office, 'tiepnhan1');
  director = await officer(browser, office, 'giamdoc', { digit: null });
  for (const page of [desk, director]) { page.setDefaultTimeout(8000); await page.getByRole('button', { name: /Hồ sơ của tôi/ }).waitFor(); }
});
after(async () => { await browser?.close(); await office?.close(); });

const blur = (page) => page.evaluate(() => document.activeElement.blur());
const press = (page, name) => page.locator('.d-commit').getByRole('button', { name, exact: true }).press('Enter');
const state = (page, text) => page.locator('.d-tags', { hasText: text }).waitFor();
const read = (one) => api.get(`/dossiers/${one.id}`);
/** The scan of its slip opens a dossier. */
async function open(page, one) {
  await blur(page);
  await scan(page, `https://motcua.example.vn/hs/${one.code}?secret=9F3C7A`);
  await page.locator('.d-proc', { hasText: one.code }).waitFor();
}

test('the_director_receives_in_somebodys_place_only_when_he_says_why', async () => {
  await blur(director);
  await startIntake(director);
  await blur(director);
  await director.keys('a', 'F8');
  const fault = director.locator('.d-summary .errors a').first();
  await fault.waitFor();
  await fault.press('Enter');
  await director.waitForFunction(() => document.activeElement.id === 'd-acting_reason');
  await assertAccessible(director, 'the director is asked why');
  await director.keyboard.insertText('Công chức tiếp nhận nghỉ ốm');
  await blur(director);
  await director.keys('F8');
  await director.locator('.d-banner.good').waitFor();
  const { items } = await api.get('/dossiers?limit=500'), one = items.at(-1);
  const kept = await read(one);
  assert.equal(kept.accepted_by.account, 'giamdoc');
  const rows = (await (await office.as('kiemtra')).get(`/log?limit=500&subject=${one.id}`)).items;
  assert.ok(rows.some((r) => JSON.stringify(r.data).includes('Công chức tiếp nhận nghỉ ốm')), 'why stands in the log');
});

test('the_director_returns_a_result_only_when_he_says_why', async () => {
  const one = await withResult(office, '21/2026', { applicant: applicant({ full_name: 'Nông Thị Thử' }) });
  await open(director, one);
  await director.keys('F8');
  await director.locator('#d-f-acting_reason').waitFor();
  await director.keys('F8');
  await director.locator('.d-form .errors a').first().waitFor();
  assert.equal((await read(one)).state, 'result_ready');
  await director.locator('#d-f-acting_reason').focus();
  await director.keyboard.insertText('Quầy trả kết quả chưa có người');
  await director.keys('F8');
  await state(director, 'Đã trả kết quả');
  assert.equal((await read(one)).state, 'returned');
});

test('a_fee_that_is_due_with_the_result_is_taken_before_it_is_given', async () => {
  const one = await withResult(office, '22/2026', { fees: [{ line: 'Lệ phí', amount: 15000, mode: 'after' }] });
  await open(desk, one);
  await state(desk, 'Có kết quả');
  await desk.keys('F8');
  await desk.locator('#d-f-fee-0').waitFor();
  await assertAccessible(desk, 'a fee with the result');
  assert.match(await desk.locator('label[for=d-f-fee-0]').innerText(), /15\.000/);
  await desk.keys('F8');
  await desk.locator('.d-form .errors', { hasText: 'Chưa thu phí, lệ phí' }).waitFor();
  assert.equal((await read(one)).state, 'result_ready');
  await desk.locator('#d-f-fee-0').focus();
  await desk.locator('#d-f-fee-0').selectOption('cash');
  await desk.locator('#d-f-ref-0').focus();
  await desk.keyboard.insertText('BL-0022');
  await desk.keys('F8');
  await state(desk, 'Đã trả kết quả');
  const [fee] = (await read(one)).fees;
  assert.deepEqual([fee.amount, fee.state, fee.settled.method, fee.settled.reference], [15000, 'settled', 'cash', 'BL-0022']);
});

test('a_withdrawal_is_denied_with_words_and_one_that_stands_stops_the_dossier', async () => {
  const one = await accepted(api, { applicant: applicant({ full_name: 'Nông Thị Ví Dụ' }) });
  const withdraw = async () => {
    await press(desk, 'Công dân rút hồ sơ');
    await desk.locator('#d-f-reason').waitFor();
    await desk.keys('F8');
    await desk.getByRole('dialog', { name: 'Ghi nhận công dân rút hồ sơ?' }).waitFor();
    await desk.keyboard.press('1');
    await state(desk, 'Yêu cầu rút');
  };
  await open(desk, one);
  await withdraw();
  assert.equal((await read(one)).state, 'withdrawal_requested');
  assert.equal(await desk.locator('.d-commit').getByRole('button', { name: /Không cho rút|Dừng giải quyết/ }).count(), 0); // not his to decide

  await open(director, one);
  await press(director, 'Không cho rút');
  await director.locator('#d-f-reason').waitFor();
  await director.keys('F8');
  await director.locator('.d-form .errors a').first().waitFor();
  await assertAccessible(director, 'denying wants words');
  await director.locator('#d-f-reason').focus();
  await director.keyboard.insertText('Công dân đổi ý');
  await director.keys('F8');
  await expectSaid(director, 'Không cho rút: xong');
  assert.equal((await read(one)).state, 'accepted');
  await state(desk, 'Đã tiếp nhận'); // the counter hears of it

  await withdraw();
  await state(director, 'Yêu cầu rút');
  await press(director, 'Dừng giải quyết');
  await director.locator('#d-f-reason').waitFor();
  await director.locator('#d-f-reason').focus();
  await director.keyboard.insertText('Chưa có quyết định giải quyết');
  await director.keys('F8');
  await director.getByRole('dialog', { name: 'Dừng giải quyết hồ sơ?' }).waitFor();
  await assertAccessible(director, 'stopping asks once more');
  await director.keyboard.press('Escape');
  assert.equal((await read(one)).state, 'withdrawal_requested'); // Escape stops nothing
  await director.keys('F8');
  await director.getByRole('dialog').waitFor();
  await director.keyboard.press('1');
  await state(director, 'Dừng xử lý');
  assert.equal((await read(one)).state, 'stopped');
  for (const page of [desk, director]) page.fine();
});
