// The administrator keeps the catalogue of procedures in the browser: searches, reads parts and versions, looks at a file and
// imports it, downloads it, by keyboard, narrow and in English.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { openOffice, SERVER } from './support/office.mjs';

const SAMPLE = JSON.parse(readFileSync(new URL('../../queue_server/sample/procedures.json', import.meta.url), 'utf8'));
const BORN = SAMPLE.procedures.find((row) => row.code === '1.001193');
const PARTS = { process: ['Nộp tờ khai mẫu.', 'Nhận giấy khai sinh.'], applicants: ['Cha hoặc mẹ'], sets: 1, legal_basis: ['Luật mẫu số 1/2026/QH16'] };
let office, browser, page;
before(async () => {
  office = await openOffice();
  browser = await openBrowser();
  page = await administer();
});
after(async () => {
  await browser?.close();
  const checked = spawnSync(SERVER, ['check', '--data', office.data], { encoding: 'utf8' });
  await office?.close();
  assert.match(checked.stdout, /^0 faults$/m);
});

async function administer(hash = '#/thu-tuc', options) {
  const opened = await openPage(browser, `${office.url}/admin${hash}`, options);
  await opened.locator('#account').fill('quantri');
  await opened.locator('#password').fill(office.passwords.quantri);
  await opened.keyboard.press('Enter');
  await opened.locator('.list .rows').waitFor();
  return opened;
}
const versions = async (code) => (await (await office.as('quantri')).get(`/procedures/${code}/versions`)).items;
const choose = (document) => page.locator('#catalogue-file').setInputFiles({ name: 'danh-muc.json', mimeType: 'application/json', buffer: Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)) });
const look = async () => {
  await page.locator('.pane .form-acts button').first().focus();
  await page.keyboard.press('Enter');
};

test('a procedure is found without tones and shows its parts, those that are missing too', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('dang ky khai sinh luu dong');
  await page.locator('.list .rows tbody tr').nth(1).waitFor({ state: 'detached' });
  await page.locator('#find').fill('1.001193');
  await page.locator('.list .rows th a', { hasText: BORN.name }).focus();
  await page.keyboard.press('Enter');
  const pane = page.locator('.pane');
  await pane.locator('.versions').waitFor();
  const text = await pane.textContent();
  for (const said of [BORN.name, BORN.time_limit.text, BORN.fee.text, BORN.result, 'Trình tự thực hiện', 'Đối tượng thực hiện', 'Số lượng hồ sơ', ...BORN.documents.map((paper) => paper.name), 'thay được bằng CSDL quốc gia về dân cư'])
    assert.ok(text.includes(said), said);
  assert.equal(await pane.locator('dd .tag.warn', { hasText: 'Chưa nêu' }).count(), 3);
  assert.equal(await pane.locator('.versions li').count(), 1);
  await assertAccessible(page, 'one procedure');
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'detached' });
});

test('a faulty file is refused row by row and changes nothing', async () => {
  await page.locator('.page-acts button').focus();
  await page.keyboard.press('Enter');
  await page.locator('#catalogue-file').waitFor();
  await look();
  await page.locator('.errors').waitFor();
  assert.deepEqual(await page.locator('.errors a').allTextContents(), ['Chọn tệp danh mục']);
  await choose({ procedures: [BORN, { ...BORN, code: '9.000001', handling_unit: 'KHONG_CO' }, { ...BORN, code: '9.000002', result: '', fee: { type: 'FIXED', text: 'Có' } }] });
  await look();
  await page.locator('.findings li').first().waitFor();
  const faults = page.locator('.findings', { has: page.locator('h3') }).locator('li');
  assert.deepEqual((await faults.allTextContents()).map((text) => text.replace(/\s+/g, ' ')), [
    'Mục 2 · 9.000001 handling_unit không có đơn vị này', 'Mục 3 · 9.000002 fee.amount thiếu mức thu của loại phí này', 'Mục 3 · 9.000002 result không được để trống']);
  assert.match(await page.locator('.looked').textContent(), /3 lỗi/);
  assert.equal(await page.locator('.pane .acts-row').count(), 0);
  await assertAccessible(page, 'faults of a file');
  await choose('{"procedures": [');
  await look();
  await faults.filter({ hasText: 'Dòng 1 của tệp' }).waitFor();
  await choose({ procedures: [{ ...BORN, handling_unit: 'KHONG_CO' }] });
  await look();
  await faults.filter({ hasText: 'Mục 1 · 1.001193 handling_unit không có đơn vị này' }).waitFor();
  assert.equal((await versions('1.001193')).length, 1);
});

test('a sound file is looked at, applied, and becomes the next version; the old one stays', async () => {
  await choose({ procedures: [{ ...BORN, ...PARTS, name: 'Đăng ký khai sinh (mẫu)' }, { ...BORN, code: '9.000003', name: 'Thủ tục mẫu' }] });
  await look();
  await page.locator('.looked', { hasText: '2 dòng: 1 mới, 1 đổi, 0 giữ nguyên.' }).waitFor();
  await page.locator('.pane details summary').click();
  assert.match((await page.locator('.findings li').first().textContent()).replace(/\s+/g, ' '), /^Mục 2 · 9\.000003 process chưa nêu/);
  assert.equal((await versions('1.001193')).length, 1);
  await page.locator('.pane .acts-row button').click();
  await page.locator('dialog').waitFor();
  await assertAccessible(page, 'the question');
  await page.locator('dialog .btn-primary').click();
  await page.locator('.looked', { hasText: 'Đã nhập: 1 mới, 1 đổi.' }).waitFor();
  await page.locator('#find').fill('thu tuc mau');
  await page.locator('.list .rows th a', { hasText: 'Thủ tục mẫu' }).waitFor();
  await page.locator('#find').fill('1.001193');
  await page.locator('.list .rows th a', { hasText: '(mẫu)' }).click();
  await page.locator('.versions li').nth(1).waitFor();
  const pane = page.locator('.pane');
  assert.match(await pane.locator('.stamp').textContent(), /Phiên bản 2/);
  assert.equal(await pane.locator('.tag.warn').count(), 0);
  for (const said of [...PARTS.process, ...PARTS.applicants, '1 bộ', ...PARTS.legal_basis]) assert.ok((await pane.textContent()).includes(said), said);
  await pane.locator('.versions a', { hasText: 'Phiên bản 1' }).click();
  await pane.locator('.stamp', { hasText: 'Phiên bản 1' }).waitFor();
  assert.ok(!(await pane.locator('h2').textContent()).includes('(mẫu)'));
  assert.deepEqual((await versions('1.001193')).map((v) => v.name), ['Đăng ký khai sinh (mẫu)', BORN.name]);
});

test('the catalogue is downloaded, and imported again it changes nothing', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.page-acts a').click()]);
  assert.equal(download.suggestedFilename(), 'procedures.json');
  const text = readFileSync(await download.path(), 'utf8');
  assert.equal(JSON.parse(text).procedures.length, SAMPLE.procedures.length + 1);
  await page.locator('.page-acts button').click();
  await choose(text);
  await look();
  await page.locator('.looked', { hasText: 'không có gì để nhập' }).waitFor();
  assert.equal(await page.locator('.pane .acts-row').count(), 0);
  page.fine();
});

test('at 320 px nothing is cut, in English no Vietnamese label is left', async () => {
  const narrow = await administer('#/thu-tuc/1.001193', { viewport: { width: 320, height: 720 } });
  await narrow.locator('.versions').waitFor();
  await assertNoSidewaysScroll(narrow, 'one procedure');
  await assertAccessible(narrow, 'one procedure, narrow');
  await narrow.evaluate(() => { location.hash = '#/thu-tuc/+'; });
  await narrow.locator('#catalogue-file').waitFor();
  await assertNoSidewaysScroll(narrow, 'import');
  await narrow.locator('.top button').first().click();
  await narrow.locator('h1', { hasText: 'Procedures' }).waitFor();
  assert.equal((await narrow.locator('.pane h2, .pane label, .pane .hint, .page-head, thead').allTextContents()).find((text) => /[ăâđêôơưạảấầẩậắằặẹẻẽếềểệịỉọỏốồổộớờởợụủứừửựỳỵỷỹ]/i.test(text)), undefined);
  narrow.fine();
  await narrow.context().close();
});
