// Administration: what an administrator does in a week, in the browser, and what other screens make of it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { openOffice, SERVER } from './support/office.mjs';

let office, browser;
before(async () => {
  office = await openOffice();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  const checked = spawnSync(SERVER, ['check', '--data', office.data], { encoding: 'utf8' });
  await office?.close();
  assert.match(checked.stdout, /^0 faults$/m);
});

async function signIn(page, account, password) {
  await page.locator('#account').fill(account);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
}

/** The administrator's screen at a page of it. */
async function administer(hash = '#/tai-khoan', account = 'quantri') {
  const page = await openPage(browser, `${office.url}/admin${hash}`);
  await signIn(page, account, office.passwords[account]);
  await page.locator('.side').waitFor();
  return page;
}
const close = (page) => page.context().close();
const openHash = (page, hash) => page.evaluate((to) => { location.hash = to; }, hash);

test('an account is made by keyboard, its password shown once, and the officer signs in with it', async () => {
  const page = await administer();
  await page.locator('.page-acts button').focus();
  await page.keyboard.press('Enter');
  await page.locator('#name').waitFor();
  await page.locator('.form-acts button').first().focus();
  await page.keyboard.press('Enter'); // nothing was typed
  const summary = page.locator('.errors');
  await summary.waitFor();
  assert.equal(await summary.evaluate((e) => e === document.activeElement), true, 'the summary has the focus');
  assert.deepEqual(await summary.locator('a').allTextContents(), ['Nhập tên', 'Nhập tên đăng nhập bằng chữ thường không dấu, từ 2 ký tự', 'Chọn ít nhất một vai trò']);
  await summary.locator('a').first().click();
  await page.keyboard.type('Người Mẫu Mới');
  await page.keyboard.press('Tab');
  await page.keyboard.type('moi4');
  await page.locator('#roles-TIEP_NHAN').check();
  await page.locator('#unit').selectOption('TT_PVHCC');
  await page.locator('.form-acts button').first().click();
  const secret = page.locator('.secret');
  await secret.waitFor();
  const password = await secret.textContent();
  assert.match(password, /^\S{12,}$/);
  await page.locator('dialog button').click();
  await page.locator('.rows tr.here', { hasText: 'Người Mẫu Mới' }).waitFor();
  assert.equal((await page.content()).includes(password), false, 'the password is gone');
  const officer = await openPage(browser, `${office.url}/counter`);
  await signIn(officer, 'moi4', password);
  await officer.locator('.choose').waitFor();
  await close(officer);
  page.fine();
  await close(page);
});

test('search forgives tones, Escape leaves the form, nobody locks himself', async () => {
  const page = await administer();
  await page.locator('.rows tbody tr').nth(5).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('tran thi thu');
  await page.waitForFunction(() => document.querySelectorAll('.rows tbody tr').length === 1);
  assert.match(await page.locator('.rows tbody tr').textContent(), /Trần Thị Thử/);
  await openHash(page, '#/tai-khoan/quantri');
  const lock = page.locator('.acts .btn-danger');
  await lock.waitFor();
  assert.equal(await lock.getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('Escape');
  await lock.waitFor({ state: 'detached' });
  page.fine();
  await close(page);
});

test('a locked account is out at once, and a new password lets it in again', async () => {
  const page = await administer('#/tai-khoan/tonghop');
  const reporter = await office.as('tonghop');
  await page.locator('.acts .btn-danger').click();
  await page.locator('dialog .btn-danger').click();
  await page.locator('.rows tr.here .tag.bad').waitFor();
  assert.equal((await reporter.ask('GET', '/me')).status, 401);
  await page.locator('.acts button', { hasText: 'Mở khóa' }).click();
  await page.locator('.rows tr.here .tag.ok').waitFor();
  await page.locator('.acts button', { hasText: 'Cấp mật khẩu mới' }).click();
  await page.locator('dialog .btn-primary').click();
  office.passwords.tonghop = await page.locator('.secret').textContent();
  await office.as('tonghop');
  page.fine();
  await close(page);
});

test('a conflict names the person, shows both, and keeps what was typed', async () => {
  const page = await administer('#/diem/an-thang');
  await page.locator('#name').fill('Điểm của tôi');
  const other = await office.as('quantri');
  const version = (await other.get('/setup')).sites.find((s) => s.site === 'an-thang').version;
  await page.route('**/api/v1/setup', (route) => route.abort()); // the news of it comes too late
  await other.patch('/sites/an-thang', { name: 'Điểm của người khác' }, version);
  await page.locator('.form-acts button').first().click();
  const dialog = page.locator('dialog');
  await dialog.waitFor();
  assert.match(await dialog.locator('h2').textContent(), /Quản Trị Mẫu vừa sửa/);
  assert.deepEqual(await dialog.locator('tbody tr').first().locator('td').allTextContents(), ['Điểm của người khác', 'Điểm của tôi']);
  await page.unroute('**/api/v1/setup');
  await dialog.locator('.btn-primary').click(); // keep mine
  assert.equal(await page.locator('#name').inputValue(), 'Điểm của tôi');
  await page.locator('.form-acts button').first().click();
  await page.locator('.rows tr.here', { hasText: 'Điểm của tôi' }).waitFor();
  assert.equal((await other.get('/setup')).sites.find((s) => s.site === 'an-thang').name, 'Điểm của tôi');
  page.fine();
  await close(page);
});

test('a kiosk is paired by the code, and follows a change of its services without a reload', async () => {
  const page = await administer('#/thiet-bi/+');
  await page.locator('#code').fill('kiosk-9');
  await page.locator('.form-acts button').first().click();
  const code = (await page.locator('.secret').textContent()).replace(/\D/g, '');
  assert.equal(code.length, 8);
  assert.equal((await (await office.as('quantri')).get('/devices')).items.find((d) => d.device === 'kiosk-9').site, 'trung-tam'); // the head office, unless chosen

  const kiosk = await openPage(browser, `${office.url}/kiosk`, { viewport: { width: 1080, height: 1920 } });
  await kiosk.locator('.pair-code').waitFor();
  await kiosk.keyboard.type(code);
  await kiosk.getByText('Hộ tịch, chứng thực').first().waitFor();
  await page.getByText('kiosk-9 đã được ghép').waitFor(); // the code is of no use any more, and goes
  assert.equal(await page.locator('.secret').count(), 0);
  await page.locator('dialog button').click();
  const row = page.locator('.rows tr.here', { hasText: 'kiosk-9' });
  await row.waitFor();
  assert.match(await row.innerText(), /\d\d:\d\d, \d\d\/\d\d\/\d{4}/);
  assert.equal(await row.getByText('Chưa ghép').count(), 0);

  await openHash(page, '#/nhom/A');
  await page.locator('#name').fill('Hộ tịch (tên mới)');
  await page.locator('.form-acts button').first().click();
  await kiosk.getByText('Hộ tịch (tên mới)').first().waitFor();
  const waiting = await (await office.as()).get('/public/waiting?site=trung-tam');
  assert.ok(waiting.items[0].services.some((s) => s.name === 'Hộ tịch (tên mới)'));

  await page.locator('.acts .btn-danger').click(); // no more numbers of it
  await page.locator('dialog .btn-danger').click();
  await page.locator('.rows tr.here .tag.warn').waitFor();
  assert.equal((await (await office.as('phatso')).ask('POST', '/tickets', { site: 'trung-tam', service: 'A', class: 'P0' }, { 'Idempotency-Key': 'closed-service' })).status, 409);
  await page.locator('.acts button', { hasText: 'Phát số lại' }).click();
  await page.locator('.rows tr.here .tag.ok').waitFor();

  await openHash(page, '#/thiet-bi/kiosk-9');
  await page.locator('.rows tr.here .seen', { hasText: /^\d\d:\d\d, \d\d\/\d\d\/\d{4}$/ }).waitFor(); // it was seen
  await page.locator('.btn-danger').click(); // and is taken away
  await page.locator('dialog .btn-danger').click();
  await kiosk.locator('.pair-code').waitFor();
  page.fine();
  await close(kiosk);
  await close(page);
});

test('what a counter serves counts for the next call; people who wait are not left behind', async () => {
  const page = await administer('#/quay/4'); // C, D; helps B
  await page.locator('.profile input[name=part-D][value=none]').check({ force: true });
  const desk = await office.as('phatso');
  await desk.post('/tickets', { site: 'trung-tam', service: 'D', class: 'P0' });
  await page.locator('.form-acts button').first().click();
  await page.locator('.errors').waitFor();
  assert.match(await page.locator('.errors').textContent(), /còn người đang chờ ở D/);
  await page.locator('.profile input[name=part-D][value=help]').check({ force: true });
  await page.locator('#after-D').fill('5');
  await page.locator('.form-acts button').first().click();
  await page.locator('.rows tr.here', { hasText: 'hỗ trợ sau 5 phút' }).waitFor();
  const counter = (await desk.get('/counters')).items.find((c) => c.counter === '4');
  assert.deepEqual(counter.services.help.find((h) => h.service === 'D'), { service: 'D', after_s: 300 });
  page.fine();
  await close(page);
});

test('the rules are tried before they are in force', async () => {
  const page = await administer('#/uu-tien');
  await page.locator('#P7-target').fill('mười');
  await page.locator('.form-acts button').first().click();
  await page.locator('.errors a').first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'P7-target');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('10');
  await page.locator('.form-acts button').nth(1).click();
  await page.locator('.said', { hasText: 'Chưa có gì thay đổi' }).waitFor();
  const rules = async () => (await (await office.as('quantri')).get('/queue-rules'));
  assert.equal((await rules()).classes.P7.target_s, 900);
  await page.locator('.form-acts button').first().click();
  await page.waitForFunction(() => document.querySelector('.stamp')?.textContent.includes('Quản Trị Mẫu'));
  assert.equal((await rules()).classes.P7.target_s, 600);
  page.fine();
  await close(page);
});

test('a printer that cannot be reached is told by its test page', async () => {
  const page = await administer('#/may-in/+');
  await page.locator('#name').fill('Máy in thử');
  await page.locator('#code').fill('thu');
  await page.locator('#destination').fill('http://192.0.2.1');
  await page.locator('.form-acts button').first().click();
  assert.match(await page.locator('.errors').textContent(), /bắt đầu bằng cups:/);
  await page.locator('#destination').fill('escpos+tcp://127.0.0.1:9');
  await page.locator('.form-acts button').first().click();
  await page.locator('.rows tr.here', { hasText: 'Máy in thử' }).waitFor();
  await page.locator('.acts button', { hasText: 'In trang thử' }).click();
  await page.locator('.test-said', { hasText: 'Đang in' }).waitFor();
  await page.locator('.acts .btn-danger').click();
  await page.locator('dialog .btn-danger').click();
  await page.locator('.rows tr.here', { hasText: 'Ngừng dùng' }).waitFor();
  page.fine();
  await close(page);
});

test('the calendar shows what each day is, what it rests on and what is not confirmed', async () => {
  const page = await administer('#/lich', 'kiemtra');
  await page.locator('.month').nth(11).waitFor();
  assert.deepEqual(await page.locator('.side a').allTextContents(), ['Lịch làm việc', 'Nhật ký']);
  const calendar = await (await office.as('kiemtra')).get('/calendar');
  const off = calendar.days_off.filter((d) => d.date.startsWith('2026-')), up = calendar.compensatory_working_days.filter((d) => d.date.startsWith('2026-'));
  assert.equal(await page.locator('.month .off').count(), off.length);
  assert.equal(await page.locator('.month .makeUp').count(), up.length);
  assert.equal(await page.locator('.list .rows tbody tr').count(), off.length + up.length);
  assert.ok((await page.locator('.list .rows').textContent()).includes(off[0].decree));
  assert.match(await page.locator('.facts').textContent(), /2027/);
  await page.locator('.year-head button').nth(1).click();
  await page.locator('.year-head .tag.warn').waitFor();
  page.fine();
  await close(page);
});

test('the log is filtered, and its chain is sound from the first row to the last', async () => {
  const page = await administer('#/nhat-ky', 'kiemtra');
  await page.locator('.log tbody tr').first().waitFor();
  await page.locator('.chain button').click();
  await page.locator('.chain .ok').waitFor();
  const head = (await (await office.as('kiemtra')).get('/log?order=newest&limit=1')).items[0];
  assert.match(await page.locator('.chain .ok').textContent(), /^Nguyên vẹn: đã kiểm tra cả \d+ dòng\.$/);
  assert.ok(head.seq > 20);
  await page.locator('#kind').selectOption('account_');
  await page.locator('#actor').fill('quantri');
  await page.locator('.filters .btn-primary').click();
  await page.waitForFunction(() => [...document.querySelectorAll('.log tbody tr')].length > 0 && [...document.querySelectorAll('.log th small')].every((e) => e.textContent.startsWith('account_')));
  await page.locator('#from').fill('32/01/2026');
  await page.locator('.filters .btn-primary').click();
  await page.locator('#from-fault').waitFor();
  page.fine();
  await close(page);
});

test('a backup is made, verified and downloaded byte for byte', async () => {
  const page = await administer('#/sao-luu');
  await page.locator('.page-acts button').click();
  await page.locator('.rows .tag.ok').first().waitFor();
  await page.locator('.rows button').first().click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('dialog .btn-primary').click()]);
  const saved = join(office.folder, 'taken', 'motcua.db');
  await file.saveAs(saved);
  const checked = spawnSync(SERVER, ['check', '--data', join(office.folder, 'taken')], { encoding: 'utf8' });
  assert.match(checked.stdout, /^0 faults$/m);
  page.fine();
  await close(page);
});

test('a list of backups that comes late does not take the place of a newer one', async () => {
  const page = await openPage(browser, `${office.url}/admin#/tai-khoan`);
  let first = null, request, release;
  const held = new Promise((go) => { release = go; });
  await page.route('**/api/v1/backups', async (route) => {
    if (route.request().method() !== 'GET' || first) return route.continue();
    request = route.request();
    first = await route.fetch();
    await held;
    return route.fulfill({ json: { items: [], next: null } });
  });
  await signIn(page, 'quantri', office.passwords.quantri);
  await page.locator('.side').waitFor();
  await openHash(page, '#/sao-luu');
  await page.locator('.page-acts button').click();
  await page.locator('.said', { hasText: 'Đã sao lưu xong' }).waitFor();
  release(); // what the first answer says was so before anything was begun
  await (await request.response()).finished();
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }));
  assert.ok(await page.locator('.rows .tag.ok').count() > 0);
  page.fine();
  await close(page);
});

test('a backup that was begun and is gone is said to have failed', async () => {
  const page = await administer('#/sao-luu');
  const before = (await (await office.as('quantri')).get('/backups')).items;
  await page.route('**/api/v1/backups', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    return route.fulfill({ json: { items: before, next: null } }); // what the server says once it took away a copy that failed
  });
  await page.locator('.page-acts button').click();
  const lost = page.locator('.failed', { hasText: 'Lần sao lưu vừa rồi không thành' });
  await lost.waitFor();
  assert.equal((await page.locator('.said').textContent()).trim(), '');
  await page.unrouteAll();
  await page.locator('.page-acts button').click(); // the next attempt takes the sentence away
  await lost.waitFor({ state: 'detached' });
  page.fine();
  await close(page);
});

test('a session that ends in the middle of a form, and a server that is away, lose nothing that was typed', async () => {
  const page = await administer('#/diem/xuan-la');
  await page.locator('#address').fill('Thôn Mẫu, nhà số 1');
  await page.context().clearCookies();
  await page.locator('.form-acts button').first().click();
  await page.locator('dialog #password').waitFor();
  await page.locator('dialog #password').fill(office.passwords.quantri);
  await page.keyboard.press('Enter');
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.equal(await page.locator('#address').inputValue(), 'Thôn Mẫu, nhà số 1');
  await office.kill();
  await page.locator('.form-acts button').first().click();
  assert.match(await page.locator('.errors').textContent(), /Những gì đã nhập vẫn còn/);
  await office.start();
  await page.locator('.form-acts button').first().click();
  await page.locator('.rows tr.here', { hasText: 'Thôn Mẫu, nhà số 1' }).waitFor();
  page.fine();
  await close(page);
});
