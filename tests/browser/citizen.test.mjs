// The citizens' pages on a phone: alone without JavaScript, and with it by themselves up to date.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { openOffice } from './support/office.mjs';
import { assertPicture } from './support/picture.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const SMALL = { ...PHONE, viewport: { width: 360, height: 740 } };
const NO_SCRIPT = { ...SMALL, javaScriptEnabled: false };
const SITE = 'trung-tam';
const PROCEDURE = '1.004873'; // handled by a unit, three working days

let office, browser, clerk, counter, service;
let clock = Date.parse('2026-03-10T07:30:00+07:00');

/** The office's clock goes on by so many seconds. */
async function pass(seconds) {
  clock += seconds * 1000;
  await office.clock(`${new Date(clock + 7 * 3600_000).toISOString().slice(0, 19)}+07:00`);
}
const take = () => clerk.post('/tickets', { site: SITE, service, class: 'P0' });
const callTicket = (ticket) => clerk.post(`/counters/${counter}/call`, { ticket: ticket.id, reason: 'thử' });
const finish = (ticket) => clerk.post(`/tickets/${ticket.id}/finish`, {});
const follow = (ticket) => `${office.url}/t/${ticket.track_token}`;
/** A ticket whose visit is done. */
async function served() {
  const ticket = await take();
  await callTicket(ticket);
  await clerk.post(`/tickets/${ticket.id}/start`, {});
  await pass(180);
  await finish(ticket);
  return ticket;
}
async function opened(applicant = 'Nông Thị Mẫu') {
  const { documents } = await clerk.get(`/procedures/${PROCEDURE}`);
  return clerk.post('/dossiers', {
    procedure: PROCEDURE, channel: 'counter', result_delivery: 'counter', intake: 'accept',
    applicant: { kind: 'citizen', full_name: applicant, personal_id: '006190012345', birth_date: '1990-08-15', sex: 'female', phone: '0912 345 678', address: 'Thôn Mẫu', identity_document: 'card' },
    documents: documents.filter((d) => d.required).map((d) => ({ row: d.row, name: d.name, form: d.form, originals: 1, copies: 0, scan: { file: `trang-${d.row}.pdf` } })),
  });
}
const look = (dossier) => `${office.url}/hs/${dossier.code}?secret=${dossier.track_secret}`;
const text = (page) => page.locator('main').innerText();

before(async () => {
  office = await openOffice({ clock: '2026-03-10T07:30:00+07:00' });
  browser = await openBrowser();
  clerk = await office.as('tiepnhan1');
  const first = (await clerk.get('/counters')).items.find((c) => c.site === SITE);
  counter = first.counter;
  service = first.services.primary[0];
  await clerk.put(`/counters/${counter}`, { state: 'open' });
});
after(async () => { await browser?.close(); await office?.close(); });

test('a phone without JavaScript follows a ticket from the queue to the counter and rates the visit', async () => {
  const ticket = await take();
  const page = await openPage(browser, follow(ticket), NO_SCRIPT);
  assert.match(await text(page), new RegExp(`${ticket.number}[^]*Đang chờ|${ticket.number}[^]*người`));
  await pass(60);
  await callTicket(ticket);
  await page.getByRole('link', { name: 'Cập nhật' }).click();
  assert.match(await page.title(), new RegExp(`^${ticket.number}, mời đến Quầy`));
  assert.match(await text(page), /Mời ông\/bà đến Quầy 1\.\s+Gọi lúc 07:3/);
  await clerk.post(`/tickets/${ticket.id}/start`, {});
  await pass(60);
  await finish(ticket);
  await page.getByRole('link', { name: 'Cập nhật' }).click();
  await page.getByRole('button', { name: 'Không hài lòng', exact: true }).click();
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click(); // without a reason
  assert.match(await page.title(), /^Lỗi: /);
  await page.getByRole('link', { name: 'Chưa chọn lý do' }).click();
  await page.getByLabel('Công chức: thái độ, hướng dẫn').check();
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
  assert.match(await text(page), /Đã ghi nhận đánh giá/);
  await page.reload();
  assert.equal(await page.getByRole('button').count(), 0);
  await page.context().close();
});

test('a phone without JavaScript finds a dossier by the codes on paper, sees why its clock stands, and rates it in the end', async () => {
  const dossier = await opened();
  const page = await openPage(browser, office.url, NO_SCRIPT);
  await page.getByLabel('Mã hồ sơ').fill(dossier.code);
  await page.getByLabel('Mã tra cứu').fill(dossier.track_secret.toLowerCase());
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
  assert.match(await text(page), /Hẹn trả kết quả\s+17:00, thứ Sáu 13\/03\/2026/);
  assert.match(await text(page), /Nông Thị M\.[^]*••••2345/);
  let now = await clerk.post(`/dossiers/${dossier.id}/hand-over`, { account: 'thuly1' }, dossier.version);
  const [officer, head, leader, registry] = await Promise.all(['thuly1', 'ldphong1', 'lanhdao', 'vanthu'].map((name) => office.as(name)));
  now = await officer.post(`/dossiers/${dossier.id}/confirm`, {}, now.version);
  await pass(3600);
  now = await head.post(`/dossiers/${dossier.id}/request-supplement`, { items: ['Bản sao giấy mẫu'], reason: 'Thiếu giấy tờ' }, now.version);
  await page.goto(look(dossier));
  assert.match(await text(page), /Tạm dừng tính thời gian[^]*thời gian giải quyết tạm dừng[^]*Bản sao giấy mẫu/);
  now = await clerk.post(`/dossiers/${dossier.id}/resume`, { documents: [{ row: null, name: 'Bản sao giấy mẫu', form: 'copy', originals: 0, copies: 1, scan: { file: 'trang-9.pdf' } }] }, now.version);
  now = await leader.post(`/dossiers/${dossier.id}/sign`, { outcome: 'approved', title: 'Giấy xác nhận' }, now.version);
  now = await registry.post(`/dossiers/${dossier.id}/issue-result`, { number: '1/2026' }, now.version);
  await page.reload();
  assert.match(await text(page), /Mời ông\/bà mang Giấy hẹn/);
  await clerk.post(`/dossiers/${dossier.id}/return-result`, { receiver: { kind: 'applicant' } }, now.version);
  await page.reload();
  await page.getByRole('button', { name: 'Rất hài lòng', exact: true }).click();
  assert.match(await text(page), /Đã ghi nhận đánh giá/);
  await page.context().close();
});

test('the page of a ticket looks again by itself, says when the link is cut, and when it is back', async () => {
  const ticket = await take();
  const page = await openPage(browser, follow(ticket), PHONE);
  await page.clock.install();
  await page.reload();
  await pass(60);
  await callTicket(ticket);
  await page.clock.runFor(21_000);
  await page.waitForFunction((number) => document.title.startsWith(`${number}, mời đến Quầy`), ticket.number);
  assert.match(await text(page), /Mời ông\/bà đến Quầy 1/);
  await page.context().setOffline(true);
  await page.getByRole('alert').waitFor();
  assert.match(await page.getByRole('alert').innerText(), /Mất kết nối từ \d\d:\d\d/);
  await assertAccessible(page, 'offline');
  await page.context().setOffline(false);
  await page.getByRole('alert').waitFor({ state: 'hidden' });
  await finish(ticket);
  await page.clock.runFor(21_000);
  await page.getByRole('button', { name: 'Hài lòng', exact: true }).waitFor(); // the rating appears by itself
  page.fine();
  await page.context().close();
});

test('two quick touches of a face give one answer', async () => {
  const ticket = await served();
  const manager = await office.as('giamdoc'); // what is published tells nothing of today
  const answers = async () => (await manager.get('/reports/satisfaction?by=group&period=year:2026')).total.answers;
  const count = await answers();
  const page = await openPage(browser, follow(ticket), PHONE);
  await page.getByRole('button', { name: 'Hài lòng', exact: true }).dblclick({ noWaitAfter: true });
  await page.getByText('Đã ghi nhận đánh giá').waitFor();
  assert.equal(await answers(), count + 1);
  await page.context().close();
});

test('a wrong link says what can be done; the search forgives tones', async () => {
  const page = await openPage(browser, `${office.url}/t/khong-co`, NO_SCRIPT);
  assert.match(await text(page), /Không tìm thấy[^]*quét lại mã QR/);
  await page.goto(`${office.url}/thu-tuc`);
  await page.getByRole('searchbox', { name: 'Tìm thủ tục hành chính' }).fill('chung thuc chu ky');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('link', { name: /^Chứng thực chữ ký trong các giấy tờ/ }).click();
  assert.match(await text(page), /Giấy tờ cần có[^]*Nộp trực tuyến/);
  await page.getByRole('link', { name: 'English' }).click();
  assert.match(await text(page), /Papers[^]*File online/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('h1').getAttribute('lang'), 'vi');
  await page.context().close();
});

test('every page and state is accessible and fits 360 px and twice the size, also without colours', async () => {
  const waiting = await take(), done = await served(), dossier = await opened();
  const paths = ['/', `/t/${waiting.track_token}`, `/t/${done.track_token}`, `/t/${done.track_token}?muc=1&loi=1`, `/hs/${dossier.code}?secret=${dossier.track_secret}`,
    '/thu-tuc?q=dat', '/thu-tuc?q=khongco', '/thu-tuc/1.001193', '/hai-long', '/t/khong-co', '/thu-tuc/khong-co'];
  const page = await openPage(browser, office.url, SMALL);
  for (const path of paths)
    for (const language of ['vi', 'en']) {
      await page.goto(`${office.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      await assertAccessible(page, `${path} ${language}`);
      await assertNoSidewaysScroll(page, `${path} ${language}`);
    }
  for (const path of paths) {
    await page.setViewportSize({ width: 320, height: 640 }); // 200 % of a small phone, 400 % of a desk
    await page.goto(office.url + path);
    await assertNoSidewaysScroll(page, `${path} at 320 px`);
  }
  await page.setViewportSize(SMALL.viewport);
  for (const path of paths) { // letters of twice the size, on the smallest phone
    await page.goto(office.url + path);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await assertNoSidewaysScroll(page, `${path} with letters of twice the size`);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(follow(waiting));
  await assertAccessible(page, 'forced colours');
  page.fine();
  await page.context().close();
});

test('the pages stay as they were accepted', async () => {
  await pass(600);
  const history = [];
  for (let i = 0; i < 8; i++) history.push(await served()); // enough to estimate from
  for (const t of (await clerk.get(`/tickets?site=${SITE}&state=waiting&limit=500`)).items) await clerk.post(`/tickets/${t.id}/cancel`, { reason: 'thử' });
  const people = [];
  for (let i = 0; i < 6; i++) people.push(await take());
  const called = people[0];
  await callTicket(called);
  const page = await openPage(browser, follow(people[5]), PHONE);
  await page.getByText('Còn 4 người trước').waitFor(); // the estimate is made by a reader: the page looks again soon
  await assertPicture(page, 'citizen-ticket');
  await page.goto(follow(called));
  await assertPicture(page, 'citizen-called');
  await page.goto(follow(history[0]));
  await assertPicture(page, 'citizen-rate');
  const dossier = await opened();
  await page.goto(look(dossier));
  await assertPicture(page, 'citizen-dossier');
  await page.goto(office.url);
  await page.locator('#live:not([data-unknown=not_computed])').waitFor();
  await assertPicture(page, 'citizen-home');
  await page.goto(`${office.url}/thu-tuc/1.001193`);
  await assertPicture(page, 'citizen-procedure');
  await page.context().close();
});
