// Bad days of an intake: the session ends, the server is away or refuses late, two tabs. Nothing typed is lost, nothing is done twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, openBrowser } from './support/browser.mjs';
import { issue, officer } from './support/counter.mjs';
import { startIntake } from './support/intake.mjs';
import { openOffice } from './support/office.mjs';

let office, browser, page;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  browser = await openBrowser();
  await issue(office, ['A'], ['A'], ['A']);
  page = await officer(browser, office, 'tiepnhan1');
  page.setDefaultTimeout(15000);
  await page.keys('F2', 'b');
});
after(async () => { await browser?.close(); await office?.close(); });

const count = async () => (await (await office.as('tiepnhan2')).get('/dossiers?limit=500')).items.length;
const CARDS = ['006190012345||NÔNG THỊ MẪU|15081990|Nữ|Thôn Nà Vài|20082021', '006087000005||LƯỜNG VĂN THỬ|01021987|Nam|Thôn Khuổi Dấm|20082021'];
const isReceived = () => page.locator('.d-banner.good', { hasText: 'Đã tiếp nhận H55.128' }).waitFor();

test('the_session_ends_in_the_middle_and_the_intake_goes_on_after_signing_in_again', async () => {
  await startIntake(page, 'khai sinh luu dong', CARDS[0]);
  await page.locator('.d-slip img').waitFor(); // nothing is asked of the server any more until the next key
  await page.context().clearCookies();
  await page.keys('a', 'F8');
  await page.getByRole('dialog', { name: 'Phiên làm việc đã hết' }).waitFor();
  assert.equal(await page.locator('.d-person .name').innerText(), 'NÔNG THỊ MẪU'); // still there, behind the question
  await assertAccessible(page, 'session ended');
  await page.locator('#password').focus();
  await page.keyboard.type(office.passwords.tiepnhan1);
  await page.keyboard.press('Enter');
  await isReceived();
  assert.equal(await count(), 1);
});

test('a_server_that_dies_before_it_answers_receives_the_dossier_once_when_it_is_back', async () => {
  await startIntake(page, 'khai sinh luu dong', CARDS[1]);
  await page.locator('.d-slip img').waitFor();
  await office.kill();
  await page.keys('a', 'F8');
  await page.locator('.d-banner.warn', { hasText: 'đang chờ gửi' }).waitFor();
  assert.match(await page.locator('.btn-primary, .d-commit .btn').first().getAttribute('aria-disabled'), /true/);
  await page.keys('F8'); // once is enough
  await assertAccessible(page, 'kept');
  await office.start();
  await isReceived();
  assert.equal(await count(), 2);
});

test('a_kept_intake_survives_a_reload_and_is_sent_by_the_new_page', async () => {
  await startIntake(page, 'khai sinh luu dong', CARDS[0]);
  await office.kill();
  await page.keys('a', 'F8');
  await page.locator('.d-banner.warn', { hasText: 'đang chờ gửi' }).waitFor();
  await page.waitForTimeout(400);
  await office.start();
  await page.reload();
  await isReceived();
  assert.equal(await count(), 3);
});

test('a_kept_intake_that_is_refused_later_comes_back_with_its_faults', async () => {
  await startIntake(page, 'khai sinh luu dong', CARDS[1]);
  await page.getByRole('button', { name: 'Sửa', exact: true }).press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'd-full_name');
  await page.locator('#d-phone').focus();
  await page.keyboard.type('12345');
  await page.evaluate(() => document.activeElement.blur());
  await office.kill();
  await page.keys('a', 'F8');
  await page.locator('.d-banner.warn', { hasText: 'đang chờ gửi' }).waitFor();
  await office.start();
  await page.locator('.errors a', { hasText: 'Điện thoại' }).waitFor();
  assert.equal(await page.locator('#d-phone').inputValue(), '12345');
  await page.locator('#d-phone').fill('0912345678');
  await page.evaluate(() => document.activeElement.blur());
  await page.keys('F8');
  await isReceived();
  assert.equal(await count(), 4);
});

test('two_tabs_keep_each_others_drafts', async () => {
  await startIntake(page, 'khai sinh luu dong', CARDS[0]);
  await page.waitForTimeout(400);
  const tab = await page.context().newPage();
  tab.setDefaultTimeout(15000);
  await tab.goto(`${office.url}/counter`);
  await tab.locator('.d-person .name', { hasText: 'NÔNG THỊ MẪU' }).waitFor(); // the same draft, taken up there
  await startIntakeBeside(tab);
  await tab.waitForTimeout(400);
  await tab.close();
  await page.evaluate(() => document.activeElement.blur());
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).press('Enter');
  await page.locator('.d-drafts button', { hasText: 'LƯỜNG VĂN THỬ' }).waitFor();
  assert.equal(await page.locator('.d-drafts button', { hasText: 'NÔNG THỊ MẪU' }).count(), 0);
  page.fine();
});

async function startIntakeBeside(tab) {
  const started = startIntake(tab, 'khai sinh luu dong', CARDS[1]);
  await tab.getByRole('dialog', { name: 'Hồ sơ đang mở chưa lưu' }).waitFor();
  await tab.keyboard.press('1');
  await started.catch(() => undefined); // the field of the dossier before was found first
  await tab.locator('.d-person .name', { hasText: 'LƯỜNG VĂN THỬ' }).waitFor();
}
