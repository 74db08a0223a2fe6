// Scans of papers by keyboard: files for the papers of a dossier, what the server refuses, a wrong one taken away (R-460..R-464).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { openOffice } from './support/office.mjs';

const PROCEDURE = '1.003583';
const APPLICANT = { kind: 'citizen', full_name: 'Nông Thị Mẫu', personal_id: '006190012345', birth_date: '1990-08-15', sex: 'female', phone: '0912 345 678', address: 'Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên', identity_document: 'card' };
const PDF = Buffer.from('%PDF-1.7\n% mau\n%%EOF\n'), PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
let browser, office, desk, dossier, page;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T09:00:00+07:00', options: ['--scan-max', '1'] });
  desk = await office.as('tiepnhan1');
  const known = await desk.get(`/procedures/${PROCEDURE}`);
  const documents = known.documents.filter((d) => d.required).map((d, i) => ({ row: d.row, name: d.name, form: d.form, originals: 1, copies: 0, ...(i === 0 ? { scan: { exception: 'bound' } } : {}) }));
  dossier = await desk.post('/dossiers', { procedure: PROCEDURE, applicant: APPLICANT, channel: 'counter', documents, result_delivery: 'counter', intake: 'accept' });
  assert.ok(dossier.documents.length >= 2);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.close();
});

const said = (words) => page.waitForFunction((w) => document.querySelector('.said-place')?.textContent.includes(w), words);
const scans = async () => (await desk.get(`/dossiers/${dossier.id}/scans`)).items;
/** The digit of a paper opens the choice of a file, which is then made. */
async function pick(key, file) {
  const input = `file-${key}`;
  await page.evaluate((id) => {
    document.activeElement.blur();
    globalThis.opened = new Promise((done) => document.getElementById(id).addEventListener('click', (e) => { e.preventDefault(); done(); }, { once: true }));
  }, input);
  await page.keyboard.press(key);
  await page.evaluate(() => globalThis.opened);
  await page.setInputFiles(`#${input}`, file);
}

test('a file for the second paper, by its digit', async () => {
  page = await openPage(browser, `${office.url}/scans`);
  await page.fill('#account', 'tiepnhan1');
  await page.fill('#password', office.passwords.tiepnhan1);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#find');
  await assertAccessible(page, 'nothing open');
  await page.keyboard.press('2');
  await said('Chưa mở hồ sơ nào');
  await page.keyboard.press('/');
  await page.keyboard.type(dossier.code);
  await page.waitForSelector('#found-0');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#papers');
  assert.match(await page.textContent('.paper'), /Không quét: đóng quyển/);
  await pick('2', { name: 'to-khai.pdf', mimeType: 'application/pdf', buffer: PDF });
  await said(`Đã lưu bản quét của “${dossier.documents[1].name}”`);
  await assertAccessible(page, 'a scan');
  assert.deepEqual((await scans()).map((s) => [s.paper, s.type, s.name, s.bytes]), [[2, 'pdf', 'to-khai.pdf', PDF.length]]);
});

test('what the file holds decides, and a large one is refused: nothing is kept', async () => {
  await pick('2', { name: 'anh.pdf', mimeType: 'application/pdf', buffer: PNG });
  await page.waitForFunction(() => document.querySelector('.said-place [role=alert]').textContent !== '');
  await pick('2', { name: 'ghi-chu.txt', mimeType: 'text/plain', buffer: Buffer.from('không phải bản quét') });
  await page.waitForFunction(() => document.querySelector('.said-place [role=alert]').textContent !== '');
  await pick('2', { name: 'lon.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([PDF, Buffer.alloc(1_100_000)]) });
  await page.waitForFunction(() => document.querySelector('.said-place [role=alert]').textContent !== '');
  assert.equal((await scans()).length, 1);
  await page.keyboard.press('9');
  await said('không có giấy tờ số 9');
});

test('a wrong one is taken away with a reason and stays in the list', async () => {
  await page.focus('button:has-text("Gỡ")');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#reason:focus');
  await assertAccessible(page, 'taking away');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.said-place [role=alert]').textContent !== ''); // without a reason
  await page.fill('#reason', 'Nhầm hồ sơ');
  await page.keyboard.press('Enter');
  await said('Đã gỡ bản quét');
  assert.match(await page.textContent('.gone'), /to-khai\.pdf.*Đã gỡ: Nhầm hồ sơ/s);
  assert.deepEqual((await scans()).map((s) => s.reason), ['Nhầm hồ sơ']);
  if (process.env.MOTCUA_SHOTS) await page.screenshot({ path: `${process.env.MOTCUA_SHOTS}/scans.png` });
});

test('what the office holds of the same person is not asked for again', async () => {
  await pick('2', { name: 'chung-sinh.pdf', mimeType: 'application/pdf', buffer: PDF });
  await said('Đã lưu bản quét');
  const documents = dossier.documents.map((d) => ({ row: d.row, name: d.name, form: d.form, originals: 1, copies: 0, scan: { exception: 'bound' } }));
  const again = await desk.post('/dossiers', { procedure: PROCEDURE, applicant: APPLICANT, channel: 'counter', documents, result_delivery: 'counter', intake: 'accept' });
  await page.keyboard.press('/');
  await page.keyboard.type(again.code);
  await page.waitForSelector(`#found-0:has-text("${again.code}")`);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.head h1:has-text("${again.code}")`);
  await page.focus('.paper:nth-child(2) button:has-text("Dùng bản đã có")');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#held-2:focus');
  assert.match(await page.textContent('#held-2'), new RegExp(`${dossier.documents[1].name} – hồ sơ ${dossier.code}, 10/03/2026`));
  await assertAccessible(page, 'what is held');
  await page.keyboard.press('Enter');
  await said(`dùng bản quét của hồ sơ ${dossier.code}`);
  assert.match(await page.textContent('.kept'), new RegExp(`lấy từ hồ sơ ${dossier.code}`));
  assert.deepEqual((await desk.get(`/dossiers/${again.id}/scans`)).items.map((s) => [s.paper, s.reused_from.dossier]), [[2, dossier.id]]);
  if (process.env.MOTCUA_SHOTS) await page.screenshot({ path: `${process.env.MOTCUA_SHOTS}/scans-held.png` });
});

test('a phone and English', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  await assertNoSidewaysScroll(page, '320 px');
  await page.click('.me button:has-text("English")');
  await page.waitForSelector('text=Papers of the dossier');
  await assertAccessible(page, 'English');
  page.fine();
  await page.context().close();
});
