// The administrator amends the working calendar in the browser: looks first, applies what was shown, goes back, confirms a year.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { openOffice, SERVER } from './support/office.mjs';

const SAMPLE = JSON.parse(readFileSync(new URL('../../queue_server/sample/holidays.json', import.meta.url), 'utf8'));
let office, browser, page;
before(async () => {
  office = await openOffice();
  browser = await openBrowser();
  page = await openPage(browser, `${office.url}/admin#/lich`);
  await page.locator('#account').fill('quantri');
  await page.locator('#password').fill(office.passwords.quantri);
  await page.keyboard.press('Enter');
  await page.locator('#calendar-file').waitFor();
});
after(async () => {
  await browser?.close();
  const checked = spawnSync(SERVER, ['check', '--data', office.data], { encoding: 'utf8' });
  await office?.close();
  assert.match(checked.stdout, /^0 faults$/m);
});

const calendar = async () => (await office.as('quantri')).get('/calendar');
const file = (document) => ({ name: 'lich.json', mimeType: 'application/json', buffer: Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)) });
const choose = (document) => page.locator('#calendar-file').setInputFiles(file(document));
const look = () => page.locator('.amend', { has: page.locator('#calendar-file') }).locator('.btn-primary').click();
const amended = (...days) => ({ ...SAMPLE, days_off: [...SAMPLE.days_off, ...days.map((date) => ({ date, name: 'Nghỉ thử', status: 'official' }))] });

test('what contradicts itself, or is no calendar, is refused where it was chosen and nothing changes', async () => {
  await look();
  await page.locator('.errors').waitFor();
  assert.deepEqual(await page.locator('.errors a').allTextContents(), ['Chọn tệp lịch hoặc phiên bản để quay lại']);
  await choose('không phải JSON');
  await look();
  await page.locator('.errors a', { hasText: 'không phải JSON' }).waitFor();
  await choose(amended('2026-08-22', '2026-01-10')); // both are worked for another day
  await look();
  await page.locator('.errors a', { hasText: 'mâu thuẫn' }).nth(3).waitFor();
  assert.equal(await page.locator('.errors a').count(), 4); // each date in both lists
  assert.equal((await calendar()).version, 1);
});

test('an amendment is looked at, applied as shown, and gone back from', async () => {
  await choose(amended('2026-12-31'));
  await look();
  const asked = page.locator('dialog');
  await asked.waitFor();
  assert.match(await asked.textContent(), /hồ sơ đang giải quyết: \d+ lùi hạn/);
  assert.equal((await calendar()).version, 1);
  await asked.locator('.btn-primary').click();
  await page.locator('.said', { hasText: 'phiên bản 2' }).waitFor();
  assert.ok((await calendar()).days_off.some((day) => day.date === '2026-12-31'));
  await page.locator('#back').selectOption('1');
  await look();
  await asked.locator('.btn-primary').click();
  await page.locator('.said', { hasText: 'phiên bản 3' }).waitFor();
  assert.ok(!(await calendar()).days_off.some((day) => day.date === '2026-12-31'));
  await choose(SAMPLE);
  await look();
  await page.locator('.said', { hasText: 'không có gì thay đổi' }).waitFor();
});

test('the year that waits is confirmed with the decision it rests on', async () => {
  await page.locator('#confirm-head', { hasText: '2027' }).waitFor();
  await page.locator('.amend', { has: page.locator('#decree') }).locator('.btn-primary').click();
  await page.locator('#decree-fault').waitFor();
  await page.locator('#decree').fill('Thông báo mẫu 1/TB-BNV');
  await page.locator('.amend', { has: page.locator('#decree') }).locator('.btn-primary').click();
  await page.locator('.said', { hasText: 'Đã xác nhận lịch năm 2027' }).waitFor();
  assert.deepEqual((await calendar()).unconfirmed_years, []);
  assert.equal(await page.locator('#confirm-head').count(), 0);
  page.fine();
});
