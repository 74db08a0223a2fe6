// The cashier's screen by keyboard: what is owed and its VietQR code, a receipt, its voiding by two people, a refund, the till.
// A dossier with two fees paid in cash (24,000 and 8,000 đồng) and one of 50,000 to be paid at the end (R-414..R-432).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { openOffice } from './support/office.mjs';

const PROCEDURE = '1.003583';
const FEES = [{ line: 'Lệ phí', amount: 24000, settled: { method: 'cash' } }, { line: 'Phí bản sao', amount: 8000, settled: { method: 'cash' } }, { line: 'Phí trả sau', amount: 50000, mode: 'after' }];
let browser, office, desk, director, dossier, page;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T09:00:00+07:00' });
  const admin = await office.as('quantri'), setup = await admin.ask('GET', '/payment-setup');
  await admin.put('/payment-setup', { bank_bin: '970405', account: '8500201012345', receipt_series: 'BL-26' }, setup.headers.get('etag').replaceAll('"', ''));
  [desk, director] = [await office.as('tiepnhan1'), await office.as('giamdoc')];
  const known = await desk.get(`/procedures/${PROCEDURE}`);
  const documents = known.documents.filter((d) => d.required).map((d) => ({ row: d.row, name: d.name, form: d.form, originals: 1, copies: 0, scan: { file: `trang-${d.row}.pdf` } }));
  const applicant = { kind: 'citizen', full_name: 'Nông Thị Mẫu', personal_id: '006190012345', birth_date: '1990-08-15', sex: 'female', phone: '0912 345 678', address: 'Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên', identity_document: 'card' };
  dossier = await desk.post('/dossiers', { procedure: PROCEDURE, applicant, channel: 'counter', documents, fees: FEES, result_delivery: 'counter', intake: 'accept' });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.close();
});

async function enter(account) {
  const opened = await openPage(browser, `${office.url}/cashier`);
  await opened.fill('#account', account);
  await opened.fill('#password', office.passwords[account]);
  await opened.keyboard.press('Enter');
  await opened.waitForSelector('#find');
  return opened;
}
const text = async (on, of) => (await on.textContent(of)).replace(/\s+/g, ' ').trim();
const said = (on, words) => on.waitForFunction((w) => document.querySelector('.said-place')?.textContent.includes(w), words);
async function find(on) {
  await on.keyboard.press('/');
  await on.keyboard.type('nong thi mau');
  await on.waitForSelector('#found-0');
  await on.keyboard.press('Enter');
  await on.waitForSelector('#fees');
}

test('a dossier is found by keyboard; what is owed stands there with its code', async () => {
  page = await enter('tiepnhan1');
  await page.waitForSelector('#till');
  await assertAccessible(page, 'nothing open');
  await page.keyboard.press('q');
  await said(page, 'Chưa mở hồ sơ nào');
  await find(page);
  assert.equal(await text(page, '.head h1'), dossier.code);
  assert.deepEqual(await page.$$eval('[aria-labelledby=fees] tbody tr', (rows) => rows.map((r) => r.querySelector('.tag').textContent.trim())), ['Đã thu', 'Đã thu', 'Chưa thu']);
  assert.match(await text(page, '[aria-labelledby=fees]'), /Còn phải thu 50\.000 đ/);
  await page.waitForSelector('#vietqr svg');
  await page.keyboard.press('q');
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /50\.000 đ, nội dung/);
  await assertAccessible(page, 'a dossier');
  if (process.env.MOTCUA_SHOTS) await page.screenshot({ path: `${process.env.MOTCUA_SHOTS}/cashier-owed.png` });
});

test('a receipt is issued for what was paid, once', async () => {
  await page.keyboard.press('b');
  await page.waitForSelector('#payer:focus');
  assert.equal(await page.inputValue('#payer'), 'Nông Thị Mẫu');
  await assertAccessible(page, 'issuing');
  await page.keyboard.press('Enter');
  await said(page, 'Đã lập biên lai BL-26 1');
  assert.match(await text(page, '[aria-labelledby=receipts] tbody'), /BL-26 1 ?32\.000 đ/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await said(page, 'Không có khoản đã thu nào chưa lập biên lai');
  const kept = await desk.get(`/dossiers/${dossier.id}/receipts`);
  assert.deepEqual(kept.items.map((r) => [r.number, r.total, r.payer]), [[1, 32000, 'Nông Thị Mẫu']]);
});

test('an answer that is lost is asked for again under the same key: nothing is done twice', async () => {
  await page.click('text=Đề nghị hủy');
  await page.waitForSelector('#reason:focus');
  await page.keyboard.type('Ghi sai người nộp');
  let lost = 0;
  await page.route('**/ask-void', async (route) => { await route.fetch(); lost++; await route.abort(); });
  await page.keyboard.press('Enter');
  await said(page, 'không bị làm hai lần');
  await page.unroute('**/ask-void');
  await page.focus('#reason');
  await page.keyboard.press('Enter');
  await said(page, 'Đã đề nghị hủy biên lai BL-26 1');
  assert.equal(lost, 1);
  assert.equal((await desk.get(`/dossiers/${dossier.id}/receipts`)).items[0].state, 'void_asked');
});

test('somebody else decides', async () => {
  const boss = await enter('giamdoc');
  await find(boss);
  await boss.waitForSelector('text=Duyệt hủy');
  await assertAccessible(boss, 'to be voided');
  await boss.focus('text=Duyệt hủy');
  await boss.keyboard.press('Enter');
  await said(boss, 'Đã hủy biên lai BL-26 1');
  boss.fine();
  await boss.context().close();
  await page.waitForFunction(() => document.querySelector('[aria-labelledby=receipts]').textContent.includes('Đã hủy: Ghi sai người nộp'));
  assert.equal((await desk.get(`/dossiers/${dossier.id}/receipts`)).items[0].state, 'voided');
});

test('what is to be given back is given back line by line, and the till knows', async () => {
  const seen = await desk.get(`/dossiers/${dossier.id}`);
  const asked = await desk.post(`/dossiers/${dossier.id}/request-withdrawal`, { reason: 'Người nộp đổi ý' }, seen.version);
  await director.post(`/dossiers/${dossier.id}/stop`, { reason: 'Theo đơn xin rút', refund: true }, asked.version);
  await page.waitForSelector('text=Phải hoàn lại'); // by the event stream
  await page.focus('button:has-text("Trả lại tiền Lệ phí")');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.ask input:focus');
  await assertAccessible(page, 'giving back');
  await page.focus('text=Đã trả cho người nộp');
  await page.keyboard.press('Enter');
  await said(page, 'Đã ghi: trả lại 24.000 đ');
  assert.equal(await page.$('#vietqr'), null); // a stopped dossier owes nothing
  const fees = (await desk.get(`/dossiers/${dossier.id}`)).fees;
  assert.deepEqual(fees.map((f) => f.state), ['refunded', 'refund_due', 'due']);
  if (process.env.MOTCUA_SHOTS) await page.screenshot({ path: `${process.env.MOTCUA_SHOTS}/cashier.png` });
  assert.match(await text(page, '.till tfoot'), /Tiền mặt phải có ?8\.000 đ/); // 32,000 taken, 24,000 given back
});

test('the till is closed with what was counted; a difference wants a reason', async () => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.waitForSelector('#counted:focus');
  await page.keyboard.type('bảy');
  await page.keyboard.press('Enter');
  assert.match(await text(page, '[aria-labelledby=till] .fault'), /bằng chữ số/);
  await page.fill('#counted', '7.000');
  assert.match(await text(page, '.differs'), /-1\.000 đ/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.said-place [role=alert]').textContent !== '');
  assert.equal((await desk.get('/cash-closings')).items.length, 0);
  await assertAccessible(page, 'a difference');
  await page.fill('#difference-reason', 'Thối nhầm');
  await page.keyboard.press('Enter');
  await said(page, 'Đã chốt quỹ, chênh lệch -1.000 đ');
  assert.deepEqual((await desk.get('/cash-closings')).items.map((c) => [c.counted, c.difference, c.reason]), [[7000, -1000, 'Thối nhầm']]);
  await page.waitForSelector('[aria-labelledby=till] >> text=Chưa thu, chưa trả lại khoản nào');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await said(page, 'Chưa thu, chưa trả lại khoản nào'); // nothing to be closed
  if (process.env.MOTCUA_SHOTS) await page.screenshot({ path: `${process.env.MOTCUA_SHOTS}/cashier-end.png`, fullPage: true });
});

test('a phone, English, and who may not', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  await assertNoSidewaysScroll(page, '320 px');
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.click('.me button:has-text("English")');
  await page.waitForSelector('text=Fees of the dossier');
  await assertAccessible(page, 'English');
  page.fine();
  await page.context().close();
  const stranger = await openPage(browser, `${office.url}/cashier`);
  await stranger.fill('#account', 'thuly1');
  await stranger.fill('#password', office.passwords.thuly1);
  await stranger.keyboard.press('Enter');
  await stranger.waitForSelector('text=không xem được tiền thu');
  await assertAccessible(stranger, 'who may not');
  stranger.fine();
  await stranger.context().close();
});
