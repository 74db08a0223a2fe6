// The manager at 16:50 on the last working day of the month (support/month_end.mjs): one look, two keys.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { readCsv, readPdf, readXlsx } from './support/files.mjs';
import { monthEnd } from './support/month_end.mjs';
import { assertPicture } from './support/picture.mjs';

let browser, office, played, all, manager;
before(async () => {
  ({ office, played, all } = await monthEnd());
  manager = await office.as('giamdoc');
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.close();
});

/** Signed in at an address of the screen. */
async function enter(account = 'giamdoc', hash = '', options = {}) {
  const page = await openPage(browser, `${office.url}/manager${hash}`, { viewport: { width: 1440, height: 900 }, ...options });
  await page.fill('#account', account);
  await page.fill('#password', office.passwords[account]);
  await page.keyboard.press('Enter');
  return page;
}
const overview = async (...more) => {
  const page = await enter(...more);
  await page.waitForSelector('.lede h1');
  await page.waitForSelector('.live li');
  await page.waitForSelector('.band');
  return page;
};
const text = async (page, of) => (await page.textContent(of)).replace(/\s+/g, ' ').trim();
const texts = (page, of) => page.$$eval(of, (found) => found.map((e) => e.textContent.replace(/\s+/g, ' ').trim()));
const leave = async (page) => { page.fine(); await page.context().close(); };

test('one look says what must be settled today, two keys open it', async () => {
  const page = await overview('giamdoc', '', { viewport: { width: 1366, height: 768 } });
  const sentence = await text(page, '.lede h1');
  assert.match(sentence, /^Tháng 3\/2026 đã giải quyết xong 10 hồ sơ, 90,0% trước và đúng hạn \(9\/10\)\. Đang có 2 hồ sơ quá hạn; 6 hồ sơ phải xong trước 17:00 để không thêm hồ sơ nào trễ\. Hôm nay là ngày làm việc cuối tháng\.$/);
  const rows = await page.$$('.due-today tbody tr'), last = await rows.at(-1).boundingBox();
  assert.equal(rows.length, 6);
  assert.ok(last.y + last.height <= 768, 'all of them are on the first screen, without scrolling');
  assert.equal((await texts(page, '.due-today .tag')).filter((t) => t === 'Cần ký').length, 4);
  assert.equal((await texts(page, '.due-today .tag')).filter((t) => t === 'Đã ký, cần phát hành').length, 2);
  assert.match(await page.title(), /^6 hồ sơ phải xong trước 17:00/);
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.dossier h1');
  assert.match(await text(page, '.dossier h1'), new RegExp(all.today[0].code ?? 'H55'));
  await page.waitForSelector('text=Hạn trả sinh ra thế nào');
  assert.match(await text(page, '.dossier'), /Thời hạn 5 ngày, tính từ 24\/03\/2026 08:00: Thứ Ba 31\/03, lúc 17:00/);
  assert.deepEqual((await texts(page, '.dossier .figures tbody td:nth-child(4)')).at(-1), '5 ngày');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.lede h1');
  await leave(page);
});

test('what is due today is what becomes late, and nothing else does', async () => {
  const listed = (await manager.get('/reports/open/dossiers?due_today=true&limit=500')).items.map((i) => i.dossier.id);
  assert.deepEqual(listed.sort(), [...all.today, ...all.signed].map((d) => d.id).sort());
});

test('the figures on the screen are those of the API', async () => {
  const page = await overview();
  const open = await manager.get('/reports/open?by=field'), month = await manager.get('/reports/on-time?period=month:2026-03&by=field');
  assert.equal(await page.$$eval('.strip .mark', (m) => m.length), open.total.count - open.total.paused);
  // amber: due today as the sentence says, or near due
  const soon = open.rows.flatMap((r) => r.days).reduce((n, d) => n + (d.days_left < 0 ? 0 : d.days_left === 0 ? d.count - d.overdue : d.near_due), 0);
  assert.ok(soon >= open.total.due_today);
  assert.match(await page.textContent('.strip .t-soon'), new RegExp(` ${soon}$`));
  for (const [tone, shape, n] of [['late', 'path', open.total.overdue], ['soon', 'circle', soon], ['in', 'rect', open.total.near_due + open.total.in_time - soon]])
    assert.equal((await page.$$(`.strip ${shape}.mark.${tone}`)).length, n, tone);
  const ids = await page.$$eval('.strip .mark', (m) => m.map((e) => e.dataset.id).sort());
  assert.deepEqual(ids, open.rows.flatMap((r) => r.days.flatMap((d) => d.ids)).sort());
  const shown = await page.$$eval('.rates tbody tr, .rates tfoot tr', (rows) => rows.map((r) => [...r.cells].slice(0, 9).map((c) => c.textContent.trim())));
  const due = [...month.rows, month.total].map((r) => [r.name, r.carried_over, r.received, r.resolved.early, r.resolved.on_time, r.resolved.late, r.open.in_time, r.open.overdue].map(String));
  assert.deepEqual(shown.map((r) => r.slice(0, 8)), due);
  assert.match(shown.at(-1)[8], /^90,0% 9\/10$/);
  assert.deepEqual(await texts(page, 'section[aria-labelledby=settled] dd span:nth-child(2)'), ['60,00%', '30,00%', '10,00%']);
  const happy = (await manager.get('/reports/satisfaction?from=2026-03-01&to=2026-03-31&by=group')).total;
  assert.equal(happy.answers, 35);
  assert.deepEqual(await texts(page, 'section[aria-labelledby=happy] dd span:last-child'), happy.levels.map(String).reverse());
  assert.match(await text(page, 'section[aria-labelledby=happy] .said'), new RegExp(`\\(${happy.index.numerator}/${happy.index.denominator}\\)`));
  const hall = await manager.get('/queue'), waiting = hall.items.flatMap((q) => q.services).reduce((n, s) => n + s.waiting, 0);
  assert.equal((await texts(page, '.sum dd'))[0], String(waiting));
  const queue = await manager.get('/reports/queue?date=2026-03-31&days=31');
  await page.click('#waits ~ .link, section[aria-labelledby=waits] .link');
  const table = await page.$$eval('section[aria-labelledby=waits] tbody tr', (rows) => rows.map((r) => [...r.cells].slice(1, 5).map((c) => Number(c.textContent))));
  assert.deepEqual(table, [...queue.half_hours, queue.total].map((h) => [h.issued, h.served, h.no_show, h.wait.count]));
  await leave(page);
});

test('the figures of a period that has ended are closed, and stand as the form has them', async () => {
  const ended = '#/?ky=reporting_month:2026-3', head = 'section[aria-labelledby=closed]';
  const leader = await overview('lanhdao', ended);
  await leader.waitForSelector(`${head} .fine`); // not closed, and not his to close
  assert.equal(await leader.$(`${head} button`), null);
  await leave(leader);
  const page = await overview('giamdoc', ended);
  await page.waitForSelector(`${head} button`);
  await page.focus(`${head} button`);
  await page.keyboard.press('Enter');
  assert.match(await text(page, `${head} .said`), /^Chốt xong thì số liệu của kỳ này được giữ nguyên/);
  await assertAccessible(page);
  await page.click(`${head} .btn-primary, ${head} .btn-strong`);
  await page.waitForSelector(`${head} table`);
  const report = await manager.get('/reports/closed/reporting_month/2026-02-15'), { rows, total } = report.figures;
  const shown = await page.$$eval(`${head} tbody tr, ${head} tfoot tr`, (all) => all.map((r) => [...r.cells].map((c) => c.textContent.trim())));
  assert.deepEqual(shown, [...rows, { ...total, field: 'Tổng cộng' }].map((r) => Object.values(r).map(String)));
  assert.match(await text(page, `${head} .said`), /^Đã chốt, lần 1, lúc 16:5\d, 31\/03\/2026, bởi giamdoc; tính tới dòng \d/);
  await assertAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await assertNoSidewaysScroll(page);
  await leave(page);
  const running = await overview(); // March itself has not ended
  assert.equal(await running.$(head), null);
  await leave(running);
});

test('every figure opens the dossiers behind it', async () => {
  const page = await overview();
  await page.click('.rates tfoot td:nth-child(6) a'); // late
  await page.waitForSelector('[data-list=counted] tbody tr');
  const { items } = await manager.get('/reports/on-time/dossiers?period=month:2026-03&by=field&column=late');
  assert.deepEqual(await texts(page, '[data-list=counted] tbody th'), items.map((d) => d.code));
  await page.goBack();
  await page.waitForSelector('.lede h1');
  await page.click('section[aria-labelledby=strip] .link');
  await page.click('section[aria-labelledby=strip] tbody tr:last-child td:nth-child(4) a >> nth=0');
  await page.waitForSelector('[data-list=open] tbody tr');
  assert.ok((await texts(page, '[data-list=open] .left')).every((t) => t === 'hôm nay'));
  await page.keyboard.press('q');
  await page.waitForSelector('.left.late');
  assert.deepEqual(await texts(page, '[data-list=open] .left'), ['trễ 6 ngày', 'trễ 1 ngày']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.dossier h1');
  assert.match(await text(page, '.dossier h1'), /Quá hạn/);
  await leave(page);
});

test('a mark of the strip opens its dossier', async () => {
  const page = await overview();
  const mark = await page.$('.strip .mark.late'), id = await mark.getAttribute('data-id');
  await mark.click();
  await page.waitForSelector('.dossier h1');
  assert.ok(page.url().endsWith(`/manager#/ho-so/${id}`));
  await leave(page);
});

test('rates by officer, unit, procedure and month; other periods; two dates', async () => {
  const page = await overview();
  for (const [name, way] of [['Cán bộ', 'officer'], ['Đơn vị', 'unit'], ['Thủ tục', 'procedure'], ['Tháng tiếp nhận', 'month']]) {
    await page.click(`.seg label:has-text("${name}")`);
    const { rows } = await manager.get(`/reports/on-time?period=month:2026-03&by=${way}`);
    await page.waitForFunction(([n, first]) => document.querySelector('.rates tbody th')?.textContent === first && document.querySelectorAll('.rates tbody tr').length === n, [rows.length, rows[0].name]);
  }
  await page.click('.per button:has-text("Tháng 15–14")');
  await page.waitForSelector('.beside b:has-text("Tháng báo cáo 4/2026")');
  await page.waitForSelector('.beside small:has-text("15/03/2026 – 14/04/2026")');
  await page.click('[aria-label="Kỳ trước"]');
  await page.waitForSelector('.beside small:has-text("15/02/2026 – 14/03/2026, trọn kỳ")');
  await page.click('.per button:has-text("Kỳ khác")');
  await page.waitForSelector('dialog');
  await assertAccessible(page, 'other periods');
  await page.click('dialog button:has-text("9 tháng báo cáo 2026")');
  await page.waitForSelector('.beside small:has-text("15/12/2025 – 14/09/2026")');
  await page.click('.per button:has-text("Kỳ khác")');
  await page.fill('#from', '31/02/2026');
  await page.fill('#to', '1/3/2026');
  await page.click('dialog .btn-primary');
  await page.waitForSelector('.errors');
  assert.deepEqual(await texts(page, '.errors li'), ['Nhập ngày dạng 31/12/2026']);
  await assertAccessible(page, 'two dates, faulty');
  await page.fill('#from', '16/3/2026');
  await page.fill('#to', '20/3/2026');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lede h1:has-text("Từ 16/03/2026 đến 20/03/2026 đã giải quyết xong 6 hồ sơ")');
  await page.reload();
  await page.waitForSelector('.lede h1:has-text("Từ 16/03/2026 đến 20/03/2026")');
  await leave(page);
});

test('files and pages have the figures of the screen', async () => {
  const page = await overview();
  const month = await manager.get('/reports/on-time?period=month:2026-03&by=field');
  const due = [...month.rows, month.total].map((r) => [r.name, r.carried_over, r.received, r.received_online, r.resolved.early, r.resolved.on_time, r.resolved.late, r.open.in_time, r.open.overdue, r.rate.numerator, r.rate.denominator].map(String));
  const fetched = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`.exports a:has-text("${name}")`)]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const csv = await fetched('CSV'), rows = readCsv(csv.bytes);
  assert.equal(csv.name, 'dung-han-field-2026-03-01-2026-03-31.csv');
  assert.deepEqual(rows.slice(1).map((r) => r.slice(1, 12)), due);
  assert.deepEqual(rows.at(-1).slice(12, 17), ['90,00%', '12', '75,00%', '01/03/2026', '31/03/2026']);
  const book = readXlsx((await fetched('Excel')).bytes), head = book.findIndex((r) => r[0] === rows[0][0]);
  assert.deepEqual(book[head], rows[0]);
  assert.deepEqual(book.slice(head + 1).map((r) => r.slice(1, 12)), due);
  assert.equal(Number(book.at(-1)[12]), 0.9);
  assert.match(book[1][0], /từ ngày 01\/03\/2026 đến hết ngày 31\/03\/2026/);
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.click('.exports button')]);
  await page.waitForSelector('.exports p:has-text("Trang in đã mở")');
  const { items } = await manager.get('/print-jobs'), job = items.find((j) => j.form === 'report');
  await tab.close();
  const pdf = readPdf(Buffer.from(await (await manager.ask('GET', `/print-jobs/${job.id}/document`)).arrayBuffer()));
  for (const piece of ['BÁO CÁO KẾT QUẢ GIẢI QUYẾT HỒ SƠ ĐÚNG HẠN', 'từ ngày 01/03/2026 đến hết ngày 31/03/2026', 'Tổng cộng 0 26 4 6 3 1 14 2 9 10 90,00%', 'NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ'])
    assert.ok(pdf.includes(piece), `${piece} in ${pdf}`);
  await leave(page);
});

test('the list of what is overdue as a file and as a page', async () => {
  const page = await enter('giamdoc', '#/ho-so?late=1');
  await page.waitForSelector('.left.late');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.exports a:has-text("CSV")')]);
  const rows = readCsv(readFileSync(await download.path()));
  assert.deepEqual(rows.slice(1).map((r) => [r[0], r[9]]), (await manager.get('/reports/open/dossiers?days_to=-1')).items.map((i) => [i.dossier.code, String(i.days_left)]));
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.click('.exports button')]);
  await page.waitForSelector('.exports p:has-text("Trang in đã mở")');
  await tab.close();
  const job = (await manager.get('/print-jobs')).items.find((j) => j.form === 'report');
  const pdf = readPdf(Buffer.from(await (await manager.ask('GET', `/print-jobs/${job.id}/document`)).arrayBuffer()));
  assert.ok(pdf.includes('DANH SÁCH HỒ SƠ QUÁ HẠN') && pdf.includes('2 hồ sơ') && pdf.includes('-6'), pdf);
  await leave(page);
});

test('the head of a unit sees his unit; who may not read reports is told so', async () => {
  const page = await overview('ldphong2');
  const mine = await (await office.as('ldphong2')).get('/reports/open?by=field');
  assert.ok(mine.total.count < 16 && mine.total.count > 0);
  assert.equal((await page.$$('.strip .mark')).length, mine.total.count - mine.total.paused);
  assert.match(await text(page, '.foot'), /Chỉ hồ sơ của đơn vị mình/);
  await leave(page);
  const clerk = await enter('tiepnhan1');
  await clerk.waitForSelector('main .state');
  assert.match(await text(clerk, 'main'), /không được xem báo cáo/);
  await assertAccessible(clerk, 'no right');
  await leave(clerk);
});

test('every state is accessible, and nothing is wider than the window', async () => {
  const page = await openPage(browser, `${office.url}/manager`);
  await page.waitForSelector('#account');
  await assertAccessible(page, 'sign-in');
  await page.context().close();
  const seen = await overview();
  await assertAccessible(seen, 'overview');
  for (const section of ['strip', 'waits']) await seen.click(`section[aria-labelledby=${section}] .link`);
  await assertAccessible(seen, 'tables');
  await seen.keyboard.press('?');
  await seen.waitForSelector('dialog');
  await assertAccessible(seen, 'keys');
  await seen.keyboard.press('Escape');
  for (const hash of ['#/ho-so', '#/ho-so?today=1', `#/ho-so/${all.late[0].id}`]) {
    await seen.goto(`${office.url}/manager${hash}`);
    await seen.waitForSelector('.rows, .dossier h1');
    await assertAccessible(seen, hash);
  }
  for (const [width, height] of [[320, 700], [683, 384], [1366, 768]]) {
    await seen.setViewportSize({ width, height });
    for (const hash of ['#/', '#/ho-so', `#/ho-so/${all.late[0].id}`]) {
      await seen.goto(`${office.url}/manager${hash}`);
      await seen.waitForSelector('.rows, .dossier h1');
      await assertNoSidewaysScroll(seen, `${hash} at ${width}`);
    }
    await assertAccessible(seen, `at ${width}`);
  }
  await leave(seen);
});

test('English is whole: no Vietnamese word of the screen is left', async () => {
  const page = await enter('giamdoc', '?lang=en');
  await page.waitForSelector('.lede h1:has-text("March 2026: 10 dossiers settled, 90.0% early or on time (9/10)")');
  const said = await text(page, '.due-today header, .bar');
  assert.doesNotMatch(said, /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/i);
  await leave(page);
});

test('pictures', async () => {
  const page = await overview();
  await assertPicture(page, 'manager-1440', { scale: 0.5 });
  await page.setViewportSize({ width: 1366, height: 768 });
  await assertPicture(page, 'manager-1366', { scale: 0.5 });
  await page.goto(`${office.url}/manager#/ho-so/${all.today[0].id}`);
  await page.waitForSelector('.events li');
  await assertPicture(page, 'manager-dossier', { scale: 0.5 });
  await leave(page);
});

// These change what the others count: they come last.
test('a decision elsewhere changes the sentence without a reload; a cut is told and heals', async () => {
  const page = await overview();
  const one = await (await office.as('vanthu')).get(`/dossiers/${all.signed[0].id}`);
  await (await played.who('vanthu')).post(`/dossiers/${one.id}/issue-result`, { number: '99/2026' }, one.version);
  await page.waitForSelector('.lede h1:has-text("5 hồ sơ phải xong trước 17:00")');
  await office.kill();
  await page.waitForSelector('.cut-band');
  assert.match(await text(page, '.cut-band'), /Mất kết nối từ .*Số liệu bên dưới là của lúc 16:50/);
  assert.equal((await page.$$('.due-today tbody tr')).length, 5);
  await assertAccessible(page, 'cut');
  await office.start();
  await page.waitForSelector('.cut-band', { state: 'detached', timeout: 60_000 });
  await page.context().close();
});
