// The manager's screen when there is nothing to show yet: an empty centre, answers that wait, fail or never come.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, openBrowser, openPage } from './support/browser.mjs';
import { openOffice } from './support/office.mjs';

let browser, office;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T09:00:00+07:00' });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.close();
});

/** Signed in; `routes` are answered by the test instead of the server. */
async function enter(routes = {}) {
  const page = await openPage(browser, `${office.url}/manager`);
  for (const [pattern, answer] of Object.entries(routes)) await page.route(pattern, answer);
  await page.fill('#account', 'giamdoc');
  await page.fill('#password', office.passwords.giamdoc);
  await page.keyboard.press('Enter');
  return page;
}
const text = async (page, of) => (await page.textContent(of)).replace(/\s+/g, ' ').trim();

test('an empty centre: every part says that there is nothing, no rate is shown as 0 or 100', async () => {
  const page = await enter();
  await page.waitForSelector('.lede h1');
  await page.waitForSelector('text=Chưa có ai lấy số');
  assert.match(await text(page, '.lede h1'), /^Tháng 3\/2026 chưa có hồ sơ nào được giải quyết xong\. Không hồ sơ nào quá hạn; hôm nay không còn hồ sơ nào phải xong\.$/);
  assert.equal(await text(page, '.keys dd b'), '–');
  for (const said of ['Không có hồ sơ nào sẽ trễ trong hôm nay.', 'Không có hồ sơ nào đang giải quyết.', 'Không có hồ sơ nào quá hạn.', 'Trong kỳ này không có hồ sơ nào.'])
    assert.ok((await text(page, 'main')).includes(said), said);
  await assertAccessible(page, 'empty');
  await page.goto(`${office.url}/manager#/ho-so?late=1`);
  await page.waitForSelector('text=Không có hồ sơ nào.');
  await assertAccessible(page, 'empty list');
  await page.goto(`${office.url}/manager#/ho-so/d999`);
  await page.waitForSelector('[role=alert]');
  await assertAccessible(page, 'no such dossier');
  page.fine();
  await page.context().close();
});

test('while the answer waits, the screen says that it loads', async () => {
  let go;
  const held = new Promise((done) => { go = done; });
  const page = await enter({ '**/api/v1/reports/open?*': async (route) => { await held; await route.continue(); } });
  await page.waitForSelector('[aria-busy=true]:has-text("Đang tải số liệu")');
  await assertAccessible(page, 'loading');
  go();
  await page.waitForSelector('.lede h1');
  await page.context().close();
});

test('a refusal is told in the words of the server, and can be tried again', async () => {
  let fail = true;
  const page = await enter({ '**/api/v1/reports/on-time?*': (route) => (fail
    ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ type: '/problems/report_unbalanced', title: 'Báo cáo không khớp', status: 500, code: 'report_unbalanced' }) })
    : route.continue()) });
  await page.waitForSelector('[role=alert]');
  assert.match(await text(page, '[role=alert]'), /Chưa tải được số liệu\. Báo cáo không khớp/);
  await assertAccessible(page, 'error');
  fail = false;
  await page.click('[role=alert] button');
  await page.waitForSelector('.lede h1');
  await page.context().close();
});

test('a server that is away at the first look is told, and found again', async () => {
  const page = await openPage(browser, `${office.url}/manager`);
  await page.waitForSelector('#account');
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.reload();
  await page.waitForSelector('h1:has-text("Không liên lạc được với máy chủ")');
  await assertAccessible(page, 'away');
  await page.unroute('**/api/v1/**');
  await page.click('button');
  await page.waitForSelector('#account');
  await page.context().close();
});

test('thousands of open dossiers stay one picture: a cell shows what fits and tells the rest', async () => {
  const cell = (days, count) => ({ days_left: days, count, overdue: days < 0 ? count : 0, near_due: days === 0 ? count : 0, signed: 0, ids: Array.from({ length: Math.min(60, count) }, (_, i) => `d${(days + 50) * 1000 + i + 1}`) });
  const fields = ['Hộ tịch', 'Chứng thực', 'Đất đai', 'Đăng ký kinh doanh và hợp tác xã', 'Bảo trợ xã hội'];
  const row = (name) => {
    const days = [-30, -9, -1, 0, 1, 2, 5, 8, 13, 14, 29].map((d, i) => cell(d, [3, 5, 12, 13, 40, 7, 100, 1, 250, 9, 160][i]));
    return { key: name, name, count: 620, overdue: 20, near_due: 13, in_time: 567, paused: 20, due_today: 13, due_today_signed: 0, days, paused_cell: { ...cell(0, 20), days_left: null }, undated_cell: null };
  };
  const total = { count: 3100, overdue: 100, near_due: 65, in_time: 2835, paused: 100, due_today: 65, due_today_signed: 0 };
  const page = await enter({ '**/api/v1/reports/open?*': (route) => route.fulfill({ json: { by: 'field', as_of: '2026-03-10T09:00:00+07:00', today: '2026-03-10', closes_at: '2026-03-10T17:00:00+07:00', next_working_day: '2026-03-11', rows: fields.map(row), total } }) });
  await page.waitForSelector('.strip');
  assert.match(await text(page, '#strip'), /3\.100 hồ sơ đang giải quyết/);
  const marks = await page.$$eval('.strip .mark', (m) => m.length);
  assert.ok(marks > 200 && marks < 700, `${marks} marks`);
  const more = await page.$$eval('.strip .more', (m) => m.map((e) => Number(e.textContent.replace(/\D/g, ''))));
  const told = marks + more.reduce((a, b) => a + b, 0);
  assert.equal(told, 3000, 'marks and "+n" make all that is not paused');
  const labels = await page.$$eval('.strip .n', (found) => found.map((e) => e.textContent));
  assert.ok(labels.some((l) => l.startsWith('≤')) && labels.some((l) => l.startsWith('≥')), 'the ends take what lies beyond');
  const [strip, parts] = await Promise.all([page.$eval('.strip', (e) => e.getBoundingClientRect().right), page.$$eval('.strip text', (found) => Math.max(...found.map((e) => e.getBoundingClientRect().right)))]);
  assert.ok(parts <= strip + 1, 'no word stands outside');
  await assertAccessible(page, 'dense');
  await page.context().close();
});

test('the keyboard meets things in the order of the eye; the first stop skips to the content', async () => {
  const page = await enter();
  await page.waitForSelector('.lede h1');
  await page.evaluate(() => document.activeElement?.blur());
  const stops = [];
  for (let i = 0; i < 13; i++) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.getAttribute('aria-label')));
  }
  assert.deepEqual(stops, ['Tới nội dung', 'Tổng quan', 'Phải xong hôm nay', 'Quá hạn', 'Đang giải quyết', 'English', 'Đăng xuất', 'Hôm nay', 'Tháng 3', 'Quý 1', 'Năm 2026', 'Tháng 15–14', 'Kỳ khác…']);
  await page.evaluate(() => document.activeElement?.blur());
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await page.context().close();
});
