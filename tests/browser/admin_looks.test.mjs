// How the administrator's screen looks and reads: every page and state, with axe, narrow, enlarged, in
// forced colours, in English; and pictures.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { openOffice } from './support/office.mjs';
import { assertPicture } from './support/picture.mjs';

let office, browser;
before(async () => {
  office = await openOffice();
  browser = await openBrowser();
  const admin = await office.as('quantri');
  await admin.ask('POST', '/devices', { device: 'kiosk-1', kind: 'kiosk', site: 'trung-tam' });
  await admin.post('/printers', { printer: 'so-1', name: 'Máy in số ở sảnh', destination: 'escpos+tcp://192.0.2.7:9100', site: 'trung-tam', paper: '80mm', devices: ['kiosk-1'] });
});
after(async () => {
  await browser?.close();
  await office?.close();
});

async function administer(hash, options) {
  const page = await openPage(browser, `${office.url}/admin${hash}`, options);
  await page.locator('#account').fill('quantri');
  await page.locator('#password').fill(office.passwords.quantri);
  await page.keyboard.press('Enter');
  await page.locator('.side').waitFor();
  return page;
}

/** Each page with something open, and what must be there before it is looked at. */
const PLACES = [
  ['accounts', '#/tai-khoan/tiepnhan1', '.pane #name'], ['accounts, new', '#/tai-khoan/+', '.pane #code'], ['sites', '#/diem/an-thang', '.pane #address'],
  ['services', '#/nhom/B', '.pane #name-en'], ['counters', '#/quay/3', '.pane .profile'], ['rules', '#/uu-tien', '.classes'],
  ['devices', '#/thiet-bi/kiosk-1', '.pane .facts'], ['printers', '#/may-in/so-1', '.pane #paper'], ['printers, new', '#/may-in/+', '.pane .finder'],
  ['procedures', '#/thu-tuc/1.001193', '.pane .versions'], ['procedures, import', '#/thu-tuc/+', '.pane #catalogue-file'],
  ['calendar', '#/lich', '.month:nth-child(12)'], ['log', '#/nhat-ky', '.log tbody tr'], ['backups', '#/sao-luu', '.state'],
];
async function visit(page, hash, sight) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.locator(sight).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[role=status].state'));
}

test('every page is accessible and has a title of its own', async () => {
  const page = await administer('#/tai-khoan');
  const titles = new Set();
  for (const [name, hash, sight] of PLACES) {
    await visit(page, hash, sight);
    await assertAccessible(page, name);
    titles.add(await page.title());
  }
  assert.equal(titles.size, 11);
  page.fine();
  await page.context().close();
});

test('without colour each state is told by a sign and a word', async () => { // R25: in grey nothing is lost
  const page = await administer('#/tai-khoan');
  let seen = 0;
  for (const [name, hash, sight] of PLACES) {
    await visit(page, hash, sight);
    const tags = await page.locator('.tag').evaluateAll((all) => all.map((tag) => ({ sign: tag.querySelector('svg') !== null, word: tag.textContent.trim(), tone: tag.className })));
    for (const { sign, word, tone } of tags) assert.ok(word && (sign || tone === 'tag'), `${name}: "${word}" is told by its colour alone`);
    seen += tags.filter(({ tone }) => tone !== 'tag').length;
  }
  assert.ok(seen > 5, String(seen));
  await page.context().close();
});

test('states: faults, dialogs, nothing found, not loaded, cut off, no right', async () => {
  const page = await administer('#/tai-khoan/+');
  await page.locator('.form-acts button').first().click();
  await page.locator('.errors').waitFor();
  await assertAccessible(page, 'faults');
  await visit(page, '#/tai-khoan/tiepnhan1', '.pane #name');
  await page.locator('.acts .btn-danger').click();
  await assertAccessible(page, 'a question');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.locator('.pane').waitFor(); // Escape closed the question alone
  await page.locator('#find').fill('không có ai');
  await page.locator('.state').waitFor();
  await assertAccessible(page, 'nothing found');
  await visit(page, '#/thiet-bi/kiosk-1', '.pane .facts');
  await page.locator('.pane .btn-primary').click();
  await page.locator('.secret').waitFor();
  await assertAccessible(page, 'a secret');
  await page.locator('dialog button').click();
  await page.route('**/api/v1/backups', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ type: '/problems/store_failed', title: 'Không đọc được dữ liệu', status: 503, code: 'store_failed' }) }));
  await page.evaluate(() => { location.hash = '#/sao-luu'; });
  await page.locator('.failed').waitFor();
  assert.match(await page.locator('.failed').textContent(), /Không đọc được dữ liệu/);
  await assertAccessible(page, 'not loaded');
  await page.unroute('**/api/v1/backups');
  await page.locator('.failed button').click();
  await page.locator('.failed').waitFor({ state: 'detached' });
  await page.context().setOffline(true);
  await page.locator('.cut-band').waitFor();
  await assertAccessible(page, 'cut off');
  await page.context().setOffline(false);
  await page.locator('.cut-band').waitFor({ state: 'detached' });
  await page.context().close();
  const officer = await openPage(browser, `${office.url}/admin`);
  await assertAccessible(officer, 'signing in');
  await officer.locator('#account').fill('tiepnhan1');
  await officer.locator('#password').fill(office.passwords.tiepnhan1);
  await officer.keyboard.press('Enter');
  await officer.locator('.main .state-page').waitFor();
  await assertAccessible(officer, 'no right');
  officer.fine();
  await officer.context().close();
});

for (const [name, width] of [['320 px', 320], ['200 % of 1366 px', 683]])
  test(`nothing is cut or scrolled sideways at ${name}`, async () => {
    const page = await administer('#/tai-khoan', { viewport: { width, height: 720 } });
    for (const [place, hash, sight] of PLACES) {
      await visit(page, hash, sight);
      await assertNoSidewaysScroll(page, place);
    }
    await assertAccessible(page, name);
    await page.context().close();
  });

test('in English, and in forced colours, all of it is there', async () => {
  const page = await administer('#/tai-khoan', { forcedColors: 'active' });
  await page.locator('.top button').first().click();
  await page.locator('h1', { hasText: 'Accounts' }).waitFor();
  for (const [place, hash, sight] of PLACES) {
    await visit(page, hash, sight);
    const text = await page.locator('.side, h1, .page-head p, .pane label, .form-acts').allTextContents();
    assert.equal(text.find((t) => /Đang|Nhập|Thêm|Lưu|Quầy phục vụ/.test(t)), undefined, place);
  }
  page.fine();
  await page.context().close();
});

test('the keyboard goes through a page from top to bottom: bar, pages, list, form', async () => {
  const page = await administer('#/diem/an-thang');
  await page.locator('.pane #name').waitFor();
  await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); }); // from the very top
  const order = [];
  for (let i = 0; i < 60 && !order.includes('save'); i++) {
    await page.keyboard.press('Tab');
    order.push(await page.evaluate(() => {
      const e = document.activeElement;
      return e.matches('.form-acts button') ? 'save' : e.closest('.skip') ? 'skip' : e.closest('.top') ? 'top' : e.closest('.side') ? 'side' : e.closest('.pane') ? 'pane' : e.closest('.list') ? 'list' : 'other';
    }));
  }
  const first = order.filter((place, i) => place !== order[i - 1]);
  assert.deepEqual(first, ['skip', 'top', 'side', 'list', 'pane', 'save']);
  await page.context().close();
});

const PICTURES = ['accounts', 'sites', 'services', 'counters', 'rules', 'devices', 'printers', 'procedures', 'calendar', 'log', 'backups'];
for (const name of PICTURES)
  test(`picture of ${name}`, async () => {
    const [, hash, sight] = PLACES.find(([place]) => place === name);
    const page = await administer(hash);
    await visit(page, hash, sight);
    if (name === 'log') { // of what was done once: signing in adds rows with each test
      await page.locator('#subject').fill('so-1');
      await page.keyboard.press('Enter');
      await page.locator('.log tbody tr:first-child', { hasText: 'so-1' }).waitFor();
      await page.evaluate(() => document.activeElement.blur());
    }
    await assertPicture(page, `admin-${name}-1366`, { scale: 0.6 });
    await page.context().close();
  });
