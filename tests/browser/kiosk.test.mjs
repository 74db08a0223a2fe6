// The kiosk: from a touch to a ticket, and every bad day in between. Against a real server.
// Rules checked; requirements R20 to R24 of the screens.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { openOffice, SERVER } from './support/office.mjs';
import { assertPicture } from './support/picture.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PORTRAIT = { width: 1080, height: 1920 }, TABLET = { width: 1280, height: 800 };
let office, browser, admin, desk, made = 0;

before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:05:00+07:00' });
  browser = await openBrowser();
  admin = await office.as('quantri');
  desk = await office.as('tiepnhan1');
});
after(async () => {
  await browser?.close();
  await office?.close();
});

const device = (more = {}) => admin.post('/devices', { device: `kiosk-${++made}`, kind: 'kiosk', site: 'trung-tam', ...more });

/** A kiosk that is paired already, at its first screen. `clock`: its timers are the test's. */
async function kiosk({ viewport = PORTRAIT, clock = false, more = {} } = {}) {
  const { pairing, device: { device: name } } = await device(more);
  const page = await openPage(browser, 'about:blank', { viewport, baseURL: office.url });
  const answer = await page.request.post('/api/v1/devices/pair', { data: { code: pairing.code } });
  assert.equal(answer.status(), 200);
  if (clock) await page.clock.install();
  await page.goto('/kiosk');
  await page.locator('.tile').first().waitFor();
  return Object.assign(page, { device: name, done: () => { page.fine(); return page.context().close(); } });
}

const tile = (page, service) => page.locator(`.tile[data-service=${service}]`);
const tool = (page, n) => page.locator(`.tools button:nth-child(${n})`);
const issuedBy = async (name) => {
  const rows = (await (await office.as('kiemtra')).get('/log?limit=500&after=0')).items;
  return rows.filter((r) => r.actor === name && r.kind === 'ticket_issued');
};
/** As a scanner types it: Ctrl+B, the text, Enter. */
async function scan(page, text) {
  await page.keyboard.press('Control+b');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

/** A dossier with a result to fetch, and the text of its receipt's QR code. */
async function dossier({ ready = true } = {}) {
  const procedure = await desk.get('/procedures/1.003583');
  const documents = procedure.documents.filter((d) => d.required).map((d) => ({ row: d.row, name: d.name, form: d.form, originals: 1, copies: 0, scan: { file: `trang-${d.row}.pdf` } }));
  let one = await desk.post('/dossiers', {
    procedure: '1.003583', channel: 'counter', documents, result_delivery: 'counter', intake: 'accept',
    applicant: { kind: 'citizen', full_name: 'Người Mẫu Thử', personal_id: '006190012345', birth_date: '1990-08-15', sex: 'female', phone: '0912 345 678', address: 'Thôn Mẫu, xã Nghiên Loan', identity_document: 'card' },
  });
  const receipt = `http://localhost:8080/hs/${one.code}?secret=${one.track_secret}`;
  const act = async (who, action, body) => { one = await (await office.as(who)).post(`/dossiers/${one.id}/${action}`, body, one.version); };
  if (ready) {
    await act('tiepnhan1', 'hand-over', { account: 'thuly1' });
    await act('thuly1', 'confirm', {});
    await act('lanhdao', 'sign', { outcome: 'approved', title: 'Kết quả' });
    await act('vanthu', 'issue-result', { number: `${++made}/2026` });
  }
  return { receipt, id: one.id, code: one.code };
}

test('a_screen_is_paired_by_digits_and_says_when_it_is_paired_no_more', async () => {
  const { pairing, device: { device: name } } = await device();
  const page = await openPage(browser, `${office.url}/kiosk`, { viewport: PORTRAIT });
  await page.locator('.pair-pad').waitFor();
  await assertAccessible(page, 'pairing');
  const wrong = pairing.code === '00000000' ? '11111111' : '00000000';
  await page.keyboard.type(wrong);
  await page.getByText('Mã ghép không đúng').waitFor();
  for (const digit of pairing.code) await page.locator('.pair-pad button', { hasText: digit }).click();
  await page.locator('.tile').first().waitFor();
  assert.deepEqual(await page.evaluate(() => document.cookie), ''); // no script reads it
  await admin.delete(`/devices/${name}`);
  await page.getByText('không còn được ghép').first().waitFor();
  await assertAccessible(page, 'lost');
  page.fine();
  await page.context().close();
});

test('one_touch_gives_a_ticket_with_a_code_that_a_phone_reads_and_all_is_wiped_after', async () => {
  const page = await kiosk({ clock: true, more: { may_set_class: true } });
  await page.getByRole('switch').click();
  await tile(page, 'A').click();
  await page.locator('.ticket .qr').waitFor();
  const number = await page.locator('.number').textContent();
  const [row] = await issuedBy(page.device);
  const ticket = await desk.get(`/tickets/${row.subject}`);
  assert.deepEqual([ticket.number, ticket.class], [number, 'P4']);
  await page.getByText('ƯU TIÊN', { exact: true }).waitFor();
  assert.match(await page.title(), new RegExp(`^${number} `));
  const folder = mkdtempSync(join(tmpdir(), 'motcua-qr-')), picture = join(folder, 'qr.png');
  writeFileSync(picture, await page.locator('.qr').screenshot());
  const [link] = execFileSync('zbarimg', ['--nodbus', '-q', '--raw', picture]).toString().split('\n');
  rmSync(folder, { recursive: true });
  const followed = await (await fetch(link.replace('http://localhost:8080/t/', `${office.url}/api/v1/public/tickets/`))).json();
  assert.equal(followed.number, number);
  await assertAccessible(page, 'ticket');
  await page.clock.fastForward(15_000); // without paper it stays for half a minute
  assert.ok(await page.locator('.ticket').isVisible());
  await page.clock.fastForward(15_000);
  await page.locator('.tile').first().waitFor();
  assert.equal(await page.getByRole('switch').getAttribute('aria-checked'), 'false');
  assert.equal(await page.locator('body').innerText().then((text) => text.includes(number)), false);
  await page.done();
});

test('a_double_touch_is_one_ticket', async () => {
  const page = await kiosk();
  await tile(page, 'B').evaluate((b) => { b.click(); b.click(); });
  await page.locator('.ticket').waitFor();
  await page.locator('.big').click();
  await tile(page, 'B').dblclick({ noWaitAfter: true });
  await page.locator('.ticket').waitFor();
  assert.equal((await issuedBy(page.device)).length, 2);
  await page.done();
});

test('a_kiosk_that_may_not_give_priority_says_whom_to_ask', async () => {
  const page = await kiosk();
  assert.equal(await page.getByRole('switch').count(), 0);
  await page.getByText('Hãy nói với nhân viên').waitFor();
  await page.done();
});

test('a_server_killed_in_the_middle_of_a_touch_gives_one_ticket_when_it_is_back', async () => {
  const page = await kiosk();
  let asked = 0;
  await page.route('**/api/v1/tickets', async (route) => { // the answer of the first request is lost, the ticket is not
    if (++asked > 1) return route.continue();
    await route.fetch();
    await office.kill();
    return route.abort('connectionreset');
  });
  await tile(page, 'C').click();
  await page.getByText('máy đang tự thử lại').waitFor({ timeout: 10_000 });
  await assertAccessible(page, 'trying again');
  await office.start();
  await page.locator('.ticket').waitFor({ timeout: 20_000 });
  [admin, desk] = [await office.as('quantri'), await office.as('tiepnhan1')];
  office.admin = undefined;
  const rows = await issuedBy(page.device);
  assert.equal(rows.length, 1);
  assert.equal(await page.locator('.number').textContent(), rows[0].data.ticket.number);
  await page.done();
});

test('a_page_loaded_again_in_the_middle_of_a_touch_shows_the_ticket_of_that_touch', async () => {
  const page = await kiosk();
  await page.route('**/api/v1/tickets', (route) => route.fetch().then(() => new Promise(() => undefined)), { times: 1 });
  await tile(page, 'A').click();
  await page.waitForTimeout(500);
  await page.reload();
  await page.locator('.ticket').waitFor();
  assert.equal((await issuedBy(page.device)).length, 1);
  await page.done();
});

test('while_the_server_is_away_no_tile_pretends_to_work', async () => {
  const page = await kiosk();
  await office.kill();
  await page.getByText('Mất kết nối từ').waitFor({ timeout: 10_000 });
  assert.equal(await tile(page, 'A').getAttribute('aria-disabled'), 'true');
  await tile(page, 'A').click({ force: true }); // as a finger does
  assert.ok(await tile(page, 'A').isVisible());
  await assertAccessible(page, 'offline');
  await tool(page, 5).click();
  await page.getByText('Không gọi được qua máy').waitFor({ timeout: 10_000 });
  await page.locator('.ask .big').click();
  await office.start();
  await page.getByText('Mất kết nối từ').waitFor({ state: 'hidden', timeout: 20_000 });
  [admin, desk] = [await office.as('quantri'), await office.as('tiepnhan1')];
  office.admin = undefined;
  await page.done();
});

test('a_clock_that_is_not_right_is_said_and_a_refusal_has_the_servers_words', async () => {
  const page = await kiosk();
  const problem = { type: '/problems/clock_doubtful', title: 'Đồng hồ máy chủ không đáng tin: chỉ được xem', status: 503, code: 'clock_doubtful' };
  const refuse = (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) });
  await page.route('**/api/v1/tickets', refuse);
  await tile(page, 'A').click();
  await page.getByText('không đáng tin').waitFor();
  await assertAccessible(page, 'refused');
  await page.getByText('Về màn hình đầu').click();
  await page.route('**/api/v1/health', refuse); // only now: a kiosk that knows gives no tile to touch
  await page.reload();
  await page.getByText('Đồng hồ máy chủ chưa đúng').waitFor();
  assert.equal(await tile(page, 'A').getAttribute('aria-disabled'), 'true');
  await page.done();
});

test('a_receipt_scanned_twice_gives_one_ticket_tied_to_its_dossier', async () => {
  const page = await kiosk(), { receipt, id } = await dossier();
  await tile(page, 'E').click();
  await page.getByText('Đưa mã QR của giấy tiếp nhận').waitFor();
  await assertAccessible(page, 'scan');
  await scan(page, receipt);
  await page.locator('.ticket').waitFor();
  const number = await page.locator('.number').textContent();
  assert.match(number, /^E/);
  await scan(page, receipt); // while the ticket is shown: nothing
  await page.locator('.big').click();
  await scan(page, receipt); // from the first screen
  await page.getByText('đã có số này').waitFor();
  assert.equal(await page.locator('.number').textContent(), number);
  const rows = await issuedBy(page.device);
  assert.equal(rows.length, 1);
  assert.equal(rows[0].data.ticket.dossier, id);
  await page.done();
});

test('what_is_not_ready_wrong_or_no_receipt_is_told_without_a_name', async () => {
  const page = await kiosk(), { receipt, code } = await dossier({ ready: false });
  await scan(page, receipt);
  await page.getByText('Hồ sơ chưa có kết quả').waitFor();
  const said = await page.locator('main').innerText();
  assert.ok(said.includes(code) && said.includes('Hẹn trả'), said);
  assert.doesNotMatch(said, /Mẫu|Thử/);
  await assertAccessible(page, 'not ready');
  await scan(page, receipt.replace(/secret=.*/, 'secret=AAAAAA'));
  await page.getByText('Không tìm thấy hồ sơ').waitFor();
  await assertAccessible(page, 'wrong code');
  await scan(page, '079190012345|012345678|NGUOI MAU|01011990');
  await page.getByText('không phải mã của giấy tiếp nhận').waitFor();
  assert.equal((await issuedBy(page.device)).length, 0);
  await page.done();
});

test('a_call_for_help_reaches_the_staff_and_the_screen_hears_that_somebody_comes', async () => {
  const page = await kiosk();
  await tool(page, 5).click();
  await page.getByText('Đã gọi nhân viên').waitFor();
  await assertAccessible(page, 'help');
  const [call] = (await desk.get('/help-calls?state=open')).items.filter((h) => h.made_by === page.device);
  await desk.post(`/help-calls/${call.id}/take`, {});
  await page.getByText('Nhân viên đang đến').waitFor();
  await page.locator('.ask .big').click();
  await tile(page, 'A').waitFor();
  await page.done();
});

test('who_goes_away_is_asked_and_then_all_is_wiped', async () => {
  const page = await kiosk({ clock: true, more: { may_set_class: true } });
  await page.clock.fastForward(120_000); // nobody was there: no question
  assert.equal(await page.locator('.ask').count(), 0);
  await page.getByRole('switch').click();
  await tool(page, 2).click();
  await tool(page, 3).click();
  await tool(page, 4).click();
  await page.getByText('What have you come for?').waitFor();
  await page.clock.fastForward(19_000);
  assert.equal(await page.locator('.ask.idle').count(), 0);
  await page.clock.fastForward(2_000);
  await page.locator('.ask.idle').waitFor();
  await assertAccessible(page, 'idle question');
  const button = await page.locator('.ask .big').boundingBox(), box = await tile(page, 'A').boundingBox();
  assert.ok(button.height >= box.height * 0.9 && button.width >= box.width, 'as large as a tile'); // R22
  await page.locator('.ask .big').click();
  await page.locator('.ask.idle').waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('switch').getAttribute('aria-checked'), 'true');
  await page.clock.fastForward(21_000);
  await page.locator('.ask.idle').waitFor();
  await page.clock.fastForward(20_000);
  await page.getByText('Mời ông/bà chọn việc cần làm').waitFor();
  assert.equal(await page.getByRole('switch').getAttribute('aria-checked'), 'false');
  assert.equal(await page.evaluate(() => `${document.documentElement.className} ${document.documentElement.lang}`), 'at-kiosk vi');
  await page.done();
});

test('targets_are_large_none_is_in_the_top_quarter_and_low_ones_are_in_the_lower_half', async () => {
  const page = await kiosk({ more: { may_set_class: true } });
  const boxes = () => page.evaluate(() => [...document.querySelectorAll('.kiosk button')].map((b) => {
    const { top, bottom, width, height } = b.getBoundingClientRect();
    return { name: b.innerText, top, bottom, width, height, spills: b.scrollHeight > b.clientHeight + 1 };
  }));
  for (const [low, large] of [[false, false], [true, false], [true, true], [false, true]]) {
    if (low !== await page.evaluate(() => document.documentElement.classList.contains('low'))) await tool(page, 3).click();
    if (large !== await page.evaluate(() => document.documentElement.classList.contains('large'))) await tool(page, 2).click();
    for (const b of await boxes()) {
      assert.ok(b.height >= 120 && b.width >= 120, `${b.name}: ${b.width} x ${b.height}`);
      assert.ok(b.top >= (low ? 960 : 480), `${b.name} at ${b.top}`);
      assert.ok(b.bottom <= 1920, `${b.name} ends at ${b.bottom}`);
      assert.ok(!b.spills, `${b.name} is cut, low ${low}, large ${large}`);
    }
    await assertAccessible(page, `low ${low}, large ${large}`);
  }
  await page.done();
});

test('large_text_cuts_nothing_and_keeps_every_line', async () => {
  const page = await kiosk({ more: { may_set_class: true } });
  await tool(page, 2).click();
  await page.getByRole('switch').click();
  for (const line of ['.card', '.tile[data-service=C] .how', '.tile[data-service=C] b']) assert.ok(await page.locator(line).isVisible(), line);
  const gap = await page.evaluate(() => Math.min(...[...document.querySelectorAll('.tile')].map((one) => one.querySelector('.q').getBoundingClientRect().top - one.querySelector('.how').getBoundingClientRect().bottom)));
  assert.ok(gap >= 4, `the wait stands ${gap} px under the line above it`);
  await tile(page, 'B').click();
  await page.locator('.ticket .qr').waitFor();
  for (const size of [PORTRAIT, TABLET, { width: 720, height: 1280 }]) {
    await page.setViewportSize(size);
    const [head, foot, ...lines] = await page.evaluate(() => ['.hd', '.ft', ...[...document.querySelectorAll('.ticket > *')]].map((one) => {
      const { top, bottom } = (typeof one === 'string' ? document.querySelector(one) : one).getBoundingClientRect();
      return { top, bottom };
    }));
    for (const { top, bottom } of lines) assert.ok(top >= head.bottom && bottom <= foot.top - 4, `${top}–${bottom} between ${head.bottom} and ${foot.top} at ${size.width}`);
  }
  await page.done();
});

test('a_button_to_read_aloud_is_never_silent', async () => {
  const page = await kiosk();
  await page.route('**/audio/**', (route) => route.fulfill({ status: 404 }));
  await tool(page, 1).click();
  await page.getByText('chưa có giọng đọc').waitFor();
  await assertAccessible(page, 'no voice');
  await page.unroute('**/audio/**');
  await tool(page, 1).click(); // the clips of the build
  await page.locator('.tools [aria-pressed=true]', { hasText: 'Đang đọc' }).waitFor();
  await page.locator('.tools button', { hasText: 'Đọc to' }).waitFor({ timeout: 30_000 });
  assert.equal(await page.getByText('chưa có giọng đọc').count(), 0);
  const silence = Buffer.alloc(44 + 16000);
  silence.write('RIFF', 0); silence.writeUInt32LE(36 + 16000, 4); silence.write('WAVEfmt ', 8); silence.writeUInt32LE(16, 16);
  silence.writeUInt16LE(1, 20); silence.writeUInt16LE(1, 22); silence.writeUInt32LE(8000, 24); silence.writeUInt32LE(16000, 28);
  silence.writeUInt16LE(2, 32); silence.writeUInt16LE(16, 34); silence.write('data', 36); silence.writeUInt32LE(16000, 40);
  const asked = [];
  await page.route('**/audio/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    asked.push(path);
    return path.includes('service-A') ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: 'audio/wav', body: silence });
  });
  await tool(page, 1).click(); // the tiles: by the recorded name of the service, else by the letter on the tile
  await page.locator('.tools [aria-pressed=true]', { hasText: 'Đang đọc' }).waitFor();
  await page.locator('.tools button', { hasText: 'Đọc to' }).waitFor({ timeout: 30_000 });
  assert.deepEqual(asked.slice(0, 4), ['kiosk-home', 'service-A', 'A', 'service-B'].map((n) => `/audio/vi/${n}.wav`));
  assert.ok(!asked.includes('/audio/vi/B.wav'), 'a name that is recorded is not spelt');
  asked.length = 0;
  await tile(page, 'A').click();
  await page.locator('.ticket').waitFor();
  await tool(page, 1).click();
  await page.locator('.tools [aria-pressed=true]', { hasText: 'Đang đọc' }).waitFor();
  await page.locator('.tools button', { hasText: 'Đọc to' }).waitFor({ timeout: 15_000 });
  const number = await page.locator('.number').textContent();
  assert.deepEqual([...new Set(asked)], ['kiosk-number', ...new Set(number), 'kiosk-wait'].map((n) => `/audio/vi/${n}.wav`));
  await page.done();
});

test('without_paper_the_number_and_a_code_are_shown_and_the_staff_are_told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-paper-'));
  const printer = spawn('python3', ['-uc', 'import sys; from sink import Sink; s = Sink(); s.paper_out = True; print(s.port)\nfor line in sys.stdin: s.paper_out = False'], { cwd: join(ROOT, 'tests/printing'), stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const port = await new Promise((ready) => printer.stdout.once('data', (d) => ready(String(d).trim())));
    const centre = JSON.parse(readFileSync(join(ROOT, 'queue_server/sample/centre.json'), 'utf8'));
    centre.printers = [{ printer: 'M1', name: 'Máy in mẫu', destination: `escpos+tcp://127.0.0.1:${port}`, site: 'trung-tam', paper: '80mm' }];
    writeFileSync(join(folder, 'centre.json'), JSON.stringify(centre));
    execFileSync(SERVER, ['import', '--data', office.data, join(folder, 'centre.json')]);
    const page = await kiosk();
    await tile(page, 'A').click();
    await page.getByText('Máy in hết giấy hoặc đang tắt').waitFor({ timeout: 15_000 });
    await page.getByText('Số vẫn có hiệu lực').waitFor();
    await assertAccessible(page, 'no paper');
    const code = await page.locator('.qr').boundingBox();
    assert.ok(code.width >= 400, `${code.width}`);
    const [row] = await issuedBy(page.device);
    const told = (await (await office.as('kiemtra')).get('/log?limit=500&after=0')).items.find((r) => r.subject === row.data.ticket.print_job && /^print_(waiting|attention)$/.test(r.kind));
    assert.ok(told, 'an event on the stream of the staff');
    await page.locator('.big').click();
    await page.getByText('nhân viên đã được báo').waitFor();
    await assertAccessible(page, 'printer down');
    printer.stdin.write('paper\n');
    await page.getByText('nhân viên đã được báo').waitFor({ state: 'hidden', timeout: 40_000 });
    await tile(page, 'A').click();
    await page.getByText('Mời lấy phiếu').waitFor({ timeout: 15_000 });
    assert.match(await page.locator('.left').innerText(), /sau (\d|1[0-2]) giây/); // with its paper 12 s are enough
    await page.done();
  } finally {
    printer.kill();
    rmSync(folder, { recursive: true });
  }
});

test('pictures_and_other_sizes', async () => {
  const own = await openOffice({ clock: '2026-03-10T08:05:00+07:00' });
  try {
    const boss = await own.as('quantri');
    const { pairing } = await boss.post('/devices', { device: 'kiosk-1', kind: 'kiosk', site: 'trung-tam', may_set_class: true });
    const page = await openPage(browser, 'about:blank', { viewport: PORTRAIT, baseURL: own.url, reducedMotion: 'reduce' });
    await page.request.post('/api/v1/devices/pair', { data: { code: pairing.code } });
    await page.goto('/kiosk');
    await page.getByText('chưa có quầy mở').first().waitFor();
    await assertPicture(page, 'kiosk-1080x1920', { scale: 0.35 });
    await tool(page, 3).click();
    await assertPicture(page, 'kiosk-low', { scale: 0.25 });
    await tool(page, 3).click();
    await page.setViewportSize(TABLET);
    await assertPicture(page, 'kiosk-tablet', { scale: 0.4 });
    await assertAccessible(page, 'tablet');
    for (const size of [PORTRAIT, TABLET, { width: 800, height: 1280 }, { width: 320, height: 640 }, { width: 540, height: 960 }]) {
      await page.setViewportSize(size);
      // sizes follow the window in a frame or two
      await page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, undefined, { timeout: 10_000 }).catch(() => undefined);
      await assertNoSidewaysScroll(page, JSON.stringify(size));
    }
    await page.setViewportSize(PORTRAIT);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await assertAccessible(page, 'forced colours');
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
    await tile(page, 'A').click();
    await page.locator('.ticket .qr').waitFor();
    await page.getByText('tự xóa sau').waitFor();
    await assertPicture(page, 'kiosk-ticket', { scale: 0.25, mask: [page.locator('.qr'), page.locator('.left')] });
    page.fine();
    await page.context().close();
  } finally {
    await own.close();
  }
});
