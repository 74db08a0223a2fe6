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
  assert.match(await text(page, '.lede h1'), /^Tháng 3\/2026 chưa có hồ sơ nào được giải quyết xong\. Không hồ sơ nào quá hạn; Hôm nay không còn hồ sơ nào phải xong\.$/);
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
