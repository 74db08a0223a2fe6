// A person who has read the README alone sits down: the box to type in has the focus, a key begins a dossier and closes it,
// the page does not scroll, each role finds what waits for it, and what is said is so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, openBrowser } from './support/browser.mjs';
import { expectSaid, officer } from './support/counter.mjs';
import { accepted, act, CARD, PROCEDURE, scan, startIntake } from './support/intake.mjs';
import { openOffice } from './support/office.mjs';

let office, browser, page, desk;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  browser = await openBrowser();
  desk = await office.as('tiepnhan2');
  page = await officer(browser, office, 'tiepnhan1', { digit: null });
  page.setDefaultTimeout(8000);
});
after(async () => { await browser?.close(); await office?.close(); });

const focusIs = (id, at = page) => at.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
const nothingOpen = (at = page) => at.locator('.d-empty h1').waitFor();
/** Neither the page nor the frame of the screen can be moved up or down. */
async function assertStill(at, what) {
  const over = await at.evaluate(() => [document.documentElement, document.getElementById('app')].map((e) => e.scrollHeight - e.clientHeight));
  assert.deepEqual(over, [0, 0], what);
}

test('before_a_counter_is_chosen_one_can_leave_or_change_the_language', async () => {
  await page.locator('.choose .choices li').first().waitFor();
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  await page.getByRole('button', { name: 'English' }).press('Enter');
  await page.getByRole('heading', { name: 'Choose a counter' }).waitFor();
  await page.getByRole('button', { name: 'Tiếng Việt' }).press('Enter');
  await page.getByRole('heading', { name: 'Chọn quầy' }).waitFor();
  await page.keyboard.press('1');
  await page.locator('.queue').waitFor();
});

test('n_begins_a_dossier_with_the_focus_on_the_procedure_and_escape_closes_it', async () => {
  await nothingOpen();
  await assertStill(page, 'nothing open');
  await page.keyboard.press('n');
  await focusIs('d-find');
  await assertStill(page, 'a blank intake');
  await page.keyboard.type('n'); // a letter of a name, not the key
  assert.equal(await page.locator('#d-find').inputValue(), 'n');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await nothingOpen();
  await page.getByRole('banner').getByRole('button', { name: 'Hồ sơ mới' }).press('Enter');
  await focusIs('d-find');
  await page.keyboard.press('Escape');
  await nothingOpen();
});

test('a_card_leads_to_the_procedure_and_the_papers_say_what_a_hand_over_will_ask', async () => {
  await scan(page, CARD);
  await page.locator('.d-person .name').waitFor();
  await focusIs('d-find');
  await page.keyboard.insertText('khai sinh luu dong');
  await page.locator('#d-found li').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#d-papers-title').waitFor();
  await page.locator('.d-docs').waitFor();
  assert.deepEqual(await page.locator('.d-docs .scan').allInnerTexts(), ['Chưa quét', 'Chưa quét']);
  await assertStill(page, 'an open intake');
  await page.keyboard.press('9'); // no such paper: said at the foot, over no paper
  await page.locator('.said').waitFor();
  const said = await page.locator('.said').boundingBox(), main = await page.locator('.main').boundingBox();
  assert.ok(said.y >= main.y + main.height - 4, `said at ${said.y}, the papers end at ${main.y + main.height}`);
});

let one;
test('without_a_printer_the_slip_is_kept_and_can_be_opened', async () => {
  await page.locator('.stat', { hasText: 'Chưa có máy in, giữ bản PDF' }).waitFor();
  await page.keyboard.press('a');
  await page.keyboard.press('F8');
  await page.locator('.d-banner.good', { hasText: 'Chưa có máy in' }).waitFor();
  const pdf = page.getByRole('link', { name: 'Mở giấy hẹn (PDF)' });
  assert.match(await pdf.getAttribute('href'), /^\/api\/v1\/print-jobs\/\w+\/document$/);
  await assertAccessible(page, 'received, no printer');
  one = (await desk.get('/dossiers?limit=1')).items[0];
  assert.match(await page.locator('.said').innerText(), /^Đã tiếp nhận hồ sơ của/); // the panel says code and date
});

test('escape_and_the_tab_close_an_accepted_dossier_and_the_end_of_its_code_finds_it', async () => {
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Escape');
  await nothingOpen();
  for (const tail of ['260310-0001', '0001']) {
    await page.keyboard.press('/');
    await page.keyboard.type(tail);
    await page.locator('#found li', { hasText: one.code }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.d-proc', { hasText: one.code }).waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'Quầy' }).press('Enter');
    await nothingOpen();
  }
});

test('the_list_of_keys_begins_at_its_top_with_one_row_for_the_papers', async () => {
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('?');
  await page.locator('dialog.keylist').waitFor();
  await focusIs('dialog-title');
  await page.waitForFunction(() => document.querySelector('dialog.keylist').scrollTop === 0);
  assert.equal(await page.locator('dialog.keylist').evaluate((e) => e.scrollTop), 0);
  const keys = await page.locator('dialog.keylist kbd').allInnerTexts();
  assert.deepEqual(keys.filter((k) => /^\d|Ctrl|Esc/.test(k)), ['Esc', '1–9', 'Ctrl+Z']);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
});

test('a_leader_finds_what_he_must_sign_and_the_registry_what_it_must_issue', async () => {
  const unit = await office.as('thuly1'), others = [await accepted(desk), await accepted(desk)];
  for (const d of others) {
    await act(desk, d, 'hand-over', { account: 'thuly1' });
    await act(unit, d, 'confirm');
  }
  const leader = await officer(browser, office, 'lanhdao', { digit: null });
  leader.setDefaultTimeout(8000);
  await nothingOpen(leader);
  assert.equal(await leader.getByRole('button', { name: 'Hồ sơ mới' }).count(), 0);
  await leader.keyboard.press('n');
  await expectSaid(leader, 'Chỉ người tiếp nhận mở được hồ sơ mới');
  await leader.getByRole('button', { name: 'Chờ tôi (2)' }).press('Enter');
  await leader.locator('.d-table tbody tr', { hasText: 'Chờ tôi ký' }).nth(1).waitFor();
  assert.equal(await leader.locator('.d-table tbody tr').count(), 2); // not the one that is only accepted
  await assertAccessible(leader, 'to be signed');
  const signed = await leader.locator('.d-table tbody tr small').first().innerText();
  await leader.locator('.d-open').first().press('Enter');
  await leader.locator('.d-proc', { hasText: signed }).waitFor();
  await leader.evaluate(() => document.activeElement.blur());
  await leader.keyboard.press('F8');
  await leader.locator('#d-f-title').waitFor();
  await leader.keyboard.press('F8');
  await expectSaid(leader, 'Ký kết quả: xong');
  await leader.keyboard.press('F8'); // nothing is left to do here, and a dossier is open
  await expectSaid(leader, /F8 không có việc nào ở đây|không có việc gì với hồ sơ này/);
  await leader.getByRole('button', { name: /Hồ sơ của tôi/ }).press('Enter');
  await leader.locator('.d-table tbody tr').nth(1).waitFor({ state: 'detached' });
  await leader.context().close();

  const registry = await officer(browser, office, 'vanthu', { digit: null });
  registry.setDefaultTimeout(8000);
  await registry.getByRole('button', { name: 'Chờ tôi (1)' }).press('Enter');
  await registry.locator('.d-table tbody tr', { hasText: 'Chờ ban hành' }).filter({ hasText: signed }).waitFor();
  await registry.context().close();
});

test('a_list_begins_with_what_becomes_late_first_and_ends_with_what_is_paused', async () => {
  const head = await office.as('ldphong1'), { items } = await desk.get('/dossiers?state=processing');
  await act(head, items.at(-1), 'request-supplement', { items: ['Giấy chứng sinh'], reason: 'Thiếu giấy chứng sinh bản chính' });
  const owner = await officer(browser, office, 'thuly1', { digit: null });
  owner.setDefaultTimeout(8000);
  await owner.locator('.who', { hasText: 'Văn phòng' }).waitFor(); // the unit's name, not its code
  await owner.getByRole('button', { name: /Hồ sơ của tôi/ }).press('Enter');
  await owner.locator('.d-table tbody tr').nth(1).waitFor();
  const due = await owner.locator('.d-table tbody td:first-child').allInnerTexts();
  assert.equal(due.indexOf('–'), due.length - 1, due.join(' | '));
  for (const code of await owner.locator('.d-table small.num').all()) assert.equal(await code.evaluate((e) => e.getClientRects().length), 1);
  await owner.context().close();
});
