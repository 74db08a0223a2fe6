// The director is reminded of a dossier from outside that nobody answers, and takes note.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { openOffice } from './support/office.mjs';

const ROWS = '[data-list=reminders] tbody tr';
let browser, office, dossier;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T09:00:00+07:00' });
  dossier = await (await office.as('tiepnhan1')).post('/dossiers', {
    procedure: '1.003583', documents: [], channel: 'post', intake: 'arrive', result_delivery: 'post',
    applicant: { kind: 'citizen', full_name: 'Nông Thị Mẫu' },
  });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.close();
});

test('eight working hours without an answer: the director hears of it and takes note', async () => {
  const page = await openPage(browser, `${office.url}/manager`);
  await page.fill('#account', 'giamdoc');
  await page.fill('#password', office.passwords.giamdoc);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lede h1');
  assert.equal(await page.$('#reminders'), null); // nothing yet: nothing is shown
  await office.clock('2026-03-11T09:00:00+07:00');
  await page.waitForSelector(ROWS); // by the event stream, without loading the page anew
  const row = (await page.textContent(ROWS)).replace(/\s+/g, ' ');
  assert.match(row, /Chưa trả lời/);
  assert.match(row, /11\/03 09:00/);
  assert.equal(await page.getAttribute(`${ROWS} a`, 'href'), `#/ho-so/${dossier.id}`);
  await assertAccessible(page, 'reminders');
  await page.setViewportSize({ width: 360, height: 800 });
  await assertNoSidewaysScroll(page);
  await page.focus(`${ROWS} button`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#reminders', { state: 'detached' });
  const mine = await (await office.as('giamdoc')).get('/reminders?to=me');
  assert.deepEqual(mine.items, []);
  const all = await (await office.as('giamdoc')).get('/reminders?to=unit');
  assert.deepEqual(all.items.map((r) => [r.kind, r.level]), [['answer', 'officer']]);
  page.fine();
  await page.context().close();
});
