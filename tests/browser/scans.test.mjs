// Scans of papers by keyboard: files for the papers of a dossier, what the server refuses, a wrong one taken away (R-460..R-464);
// what the office's scanner sent (R-560..R-566).
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { openOffice } from './support/office.mjs';

const PROCEDURE = '1.003583';
const APPLICANT = { kind: 'citizen', full_name: 'Nông Thị Mẫu', personal_id: '006190012345', birth_date: '1990-08-15', sex: 'female', phone: '0912 345 678', address: 'Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên', identity_document: 'card' };
const PDF = Buffer.from('%PDF-1.7\n% mau\n%%EOF\n'), PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
let browser, office, desk, dossier, page, scanner;
before(async () => {
  scanner = mkdtempSync(join(tmpdir(), 'may-quet-'));
  office = await openOffice({ clock: '2026-03-10T09:00:00+07:00', options: ['--scan-max', '1', '--scanner-folder', scanner] });
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
  if (scanner) rmSync(scanner, { recursive: true, force: true });
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

const put = (name, bytes) => writeFileSync(join(scanner, name), bytes);
const waits = (words) => page.waitForFunction((w) => document.querySelector('.inbox')?.textContent.includes(w), words);
const blur = () => page.evaluate(() => document.activeElement.blur());

test('what the scanner sends appears by itself, and m and a digit take it in', async () => {
  assert.match(await page.textContent('section:has(#inbox)'), /Không có bản quét nào chờ/);
  const before = await scans();
  await page.keyboard.press('/');
  await page.keyboard.type(dossier.code);
  await page.waitForSelector(`#found-0:has-text("${dossier.code}")`);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.head h1:has-text("${dossier.code}")`);
  await blur();
  await page.keyboard.press('m');
  await said('Không có bản quét nào chờ');
  put('Quét 0001.pdf', Buffer.from('%PDF-1.7\n% may quet\n%%EOF\n'));
  await waits('Quét 0001.pdf');
  await assertAccessible(page, 'one from the scanner');
  const link = await page.getAttribute('.inbox a', 'href');
  assert.match(await page.evaluate(async (href) => (await fetch(href)).text(), link), /may quet/);
  await blur();
  await page.keyboard.press('m');
  await page.waitForSelector('.inbox .ask button:focus');
  await assertAccessible(page, 'choosing its paper');
  if (process.env.MOTCUA_SHOTS) await page.screenshot({ path: `${process.env.MOTCUA_SHOTS}/scans-inbox.png`, fullPage: true });
  await page.keyboard.press('9');
  await said('không có giấy tờ số 9');
  await page.keyboard.press('2');
  await said(`Đã đưa Quét 0001.pdf vào “${dossier.documents[1].name}”`);
  assert.deepEqual((await scans()).slice(before.length).map((s) => [s.paper, s.name]), [[2, 'Quét 0001.pdf']]);
  assert.match(await page.textContent('section:has(#inbox)'), /Không có bản quét nào chờ/);
});

test('one that somebody else took in goes, and one of nobody is discarded', async () => {
  put('Quét 0002.pdf', Buffer.from('%PDF-1.7\n% hai\n%%EOF\n'));
  await waits('Quét 0002.pdf');
  const [two] = (await desk.get('/scanner-inbox')).items;
  await desk.post(`/dossiers/${dossier.id}/scans/from-inbox`, { scan: two.id, paper: 1 });
  await page.waitForFunction(() => !document.querySelector('.inbox'));
  put('Quét 0003.png', Buffer.concat([PNG, Buffer.from('IEND')]));
  await waits('Quét 0003.png');
  await page.focus('.inbox button:has-text("Bỏ")');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#discard-reason:focus');
  await assertAccessible(page, 'discarding');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.said-place [role=alert]').textContent !== ''); // without a reason
  await page.fill('#discard-reason', 'Trang trắng');
  await page.keyboard.press('Enter');
  await said('Đã bỏ Quét 0003.png');
  assert.deepEqual((await desk.get('/scanner-inbox')).items, []);
});

test('what was not taken says why, until somebody has seen to it', async () => {
  put('lon.pdf', Buffer.concat([PDF, Buffer.alloc(1_100_000)]));
  await waits('Không nhận (quá lớn)');
  assert.equal(await page.isVisible('.inbox a'), false);
  await assertAccessible(page, 'refused');
  await page.click('.inbox button:has-text("Đã xem")');
  await page.fill('#discard-reason', 'Đã báo người quét');
  await page.keyboard.press('Enter');
  await said('Đã bỏ lon.pdf');
});

test('a phone and English', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  put('n'.repeat(150) + '.pdf', PDF);
  await waits('nnn');
  await assertNoSidewaysScroll(page, '320 px');
  await page.click('.me button:has-text("English")');
  await page.waitForSelector('text=Papers of the dossier');
  await assertAccessible(page, 'English');
  page.fine();
  await page.context().close();
});
