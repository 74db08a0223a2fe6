// The register of petitions by keyboard: entered by reception, taken up, asked about, answered and published by the director.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { openOffice } from './support/office.mjs';

let browser, office, desk, page;
before(async () => {
  office = await openOffice({ clock: '2026-03-02T09:00:00+07:00' }); // a Monday
  desk = await office.as('tiepnhan1');
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.close();
});

async function enter(account) {
  page = await openPage(browser, `${office.url}/petitions`);
  await page.fill('#account', account);
  await page.fill('#password', office.passwords[account]);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#register');
}
const leave = () => { page.fine(); return page.context().close(); };
const said = (words) => page.waitForFunction((w) => document.querySelector('.said-place')?.textContent.includes(w), words);
const one = async () => (await page.textContent('[aria-labelledby=one]')).replace(/\s+/g, ' ').trim();

test('reception enters one; its last day is told', async () => {
  await enter('tiepnhan1');
  await page.waitForSelector('text=Không có phản ánh, kiến nghị nào');
  await assertAccessible(page, 'empty');
  await page.keyboard.press('n');
  await page.waitForSelector('#content:focus');
  await page.focus('text=Ghi vào sổ');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.fault');
  await assertAccessible(page, 'nothing written');
  await page.keyboard.type('Đèn đường thôn Nà Vài bị hỏng');
  await page.fill('#name', 'Nông Thị Mẫu');
  await page.fill('#phone', '12');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.said-place [role=alert]').textContent !== '');
  assert.equal((await desk.get('/petitions')).items.length, 0);
  await page.fill('#phone', '0912 345 678');
  await page.keyboard.press('Enter');
  await said('Đã ghi vào sổ, số 1');
  assert.match(await one(), /Phản ánh 1\/2026.*Mới nhận.*Đèn đường thôn Nà Vài bị hỏng.*Nông Thị Mẫu · 0912 345 678.*Phải xong trong ngày 04\/03\/2026/);
  await page.keyboard.press('Escape'); // out of what has the focus
  await page.keyboard.press('1');
  await said('không xử lý được');
  await leave();
});

test('the director takes it up, asks, answers and publishes', async () => {
  await enter('giamdoc');
  await page.waitForSelector('text=1/2026');
  await page.keyboard.press('ArrowDown');
  await page.waitForSelector('#one');
  await page.keyboard.press('Escape'); // out of what has the focus
  await page.keyboard.press('1');
  await said('Tiếp nhận xử lý, số 1');
  assert.match(await one(), /Phải xong trong ngày 23\/03\/2026/); // 15 working days after the 2nd
  await page.keyboard.press('2');
  await page.waitForSelector('#words:focus');
  await assertAccessible(page, 'asking');
  await page.keyboard.type('Cột đèn số mấy?');
  await page.keyboard.press('ArrowDown'); // the field's own: what was written stays
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.inputValue('#words'), 'Cột đèn số mấy?');
  await page.focus('.ask button[type=submit]');
  await page.keyboard.press('Enter');
  await said('Hỏi thêm, số 1');
  await page.keyboard.press('Escape'); // out of what has the focus
  await page.keyboard.press('1');
  await page.waitForSelector('#words:focus');
  await page.focus('.ask button[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.said-place [role=alert]').textContent !== ''); // an answer has words
  await page.fill('#words', 'Đã thay bóng đèn');
  await page.focus('.ask button[type=submit]');
  await page.keyboard.press('Enter');
  await said('Trả lời, số 1');
  await page.keyboard.press('Escape'); // out of what has the focus
  await page.keyboard.press('1');
  await said('Công khai, số 1');
  assert.match(await one(), /Đã trả lời.*Đã công khai.*Kết quả: Đã thay bóng đèn/);
  await assertAccessible(page, 'published');
  if (process.env.MOTCUA_SHOTS) await page.screenshot({ path: `${process.env.MOTCUA_SHOTS}/petitions.png` });
  const kept = (await desk.get('/petitions')).items[0];
  assert.deepEqual([kept.state, kept.outcome, kept.published_at !== null], ['answered', 'Đã thay bóng đèn', true]);
});

test('somebody was quicker: nothing is done twice, the register is shown as it is', async () => {
  const made = await desk.post('/petitions', { kind: 'proposal', channel: 'post', content: 'Mở thêm lớp học', confidential: true, full_name: 'Nông Thị Mẫu' });
  await page.click('.seg label:has-text("Mới nhận")');
  await page.waitForSelector('text=2/2026');
  await page.click('button:has-text("Ghi nhận mới")'); // what is being written stays when another row is chosen
  await page.fill('#content', 'Đang viết dở');
  await page.click(`#row-${made.id}`);
  await said('Đang viết dở: hãy ghi');
  assert.equal(await page.inputValue('#content'), 'Đang viết dở');
  await page.click('.ask button:has-text("Thôi")');
  await page.keyboard.press('Escape');
  await page.click(`#row-${made.id}`);
  await (await office.as('lanhdao')).post(`/petitions/${made.id}/act`, { action: 'take' }, made.version);
  await page.keyboard.press('Escape'); // out of what has the focus
  await page.keyboard.press('1');
  await page.waitForFunction(() => document.querySelector('.said-place [role=alert]').textContent !== '');
  await page.waitForSelector('text=Không có phản ánh, kiến nghị nào'); // of those just received
  assert.equal((await desk.get(`/petitions/${made.id}`)).state, 'processing');
});

test('late ones are found, on a phone and in English', async () => {
  await office.clock('2026-03-24T08:00:00+07:00');
  await page.click('.seg label:has-text("Quá hạn")');
  await page.waitForSelector('text=2/2026');
  assert.deepEqual(await page.$$eval('tbody th', (cells) => cells.map((c) => c.textContent.trim())), ['2/2026']);
  await page.setViewportSize({ width: 320, height: 800 });
  await assertNoSidewaysScroll(page, '320 px');
  await page.click('.me button:has-text("English")');
  await page.waitForSelector('text=Register of petitions');
  await assertAccessible(page, 'English');
  await leave();
});
