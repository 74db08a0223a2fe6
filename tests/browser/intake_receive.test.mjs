// Receiving a dossier without a mouse: scan, check, accept; missing papers; refusals; drafts. Keys are counted (R2).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser } from './support/browser.mjs';
import { expectSaid, issue, officer } from './support/counter.mjs';
import { accepted, applicant, CARD, scan, startIntake } from './support/intake.mjs';
import { openOffice } from './support/office.mjs';
import { assertPicture } from './support/picture.mjs';

let office, browser, page, desk;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  desk = await office.as('tiepnhan2');
  browser = await openBrowser();
  await issue(office, ['A'], ['A']);
  await office.clock('2026-03-10T08:12:00+07:00');
  page = await officer(browser, office, 'tiepnhan1');
  page.setDefaultTimeout(8000);
});
after(async () => { await browser?.close(); await office?.close(); });

async function cost(act) {
  const start = page.pressed;
  await act();
  return page.pressed - start;
}
const newest = async () => (await desk.get('/dossiers?limit=1')).items[0];
const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.name || document.activeElement.className);
/** Leave whatever is open, without a question. */
async function clear() {
  await page.evaluate(() => document.activeElement.blur());
  if (await page.getByRole('button', { name: 'Bỏ bản nháp' }).count()) await page.getByRole('button', { name: 'Bỏ bản nháp' }).press('Enter');
}

test('before_anything_is_open_the_screen_says_how_to_begin', async () => {
  await page.locator('.d-empty h1').waitFor();
  assert.match(await page.locator('.d-empty').innerText(), /Quét thẻ căn cước/);
  await assertAccessible(page, 'nothing open');
});

test('a_card_scanned_from_anywhere_begins_the_dossier_of_the_person_who_was_called', async () => {
  await page.keys('F2');
  await page.locator('.now .tk b', { hasText: 'A001' }).waitFor();
  await startIntake(page);
  assert.equal(await page.locator('.d-person .name').innerText(), 'NÔNG THỊ MẪU');
  assert.match(await page.locator('.d-person').innerText(), /0061 9001 2345[\s\S]*15\/08\/1990[\s\S]*Nữ[\s\S]*Thôn Nà Vài/);
  await page.getByText('Đã quét Căn cước 08:12').waitFor();
  await page.locator('.now h2', { hasText: 'Đang phục vụ' }).waitFor(); // the scan began the service
});

test('the_due_date_and_the_paper_are_there_before_anything_is_accepted', async () => {
  await page.locator('.d-when', { hasText: 'Thứ Ba 17/03, lúc 17:00' }).waitFor();
  assert.match(await page.locator('.d-due').innerText(), /5 ngày làm việc kể từ hôm nay/);
  const days = await page.locator('.d-cal li.on, .d-cal li.end').allInnerTexts();
  assert.deepEqual(days.map((d) => d.trim()), ['11', '12', '13', '16', '17']);
  const slip = page.locator('.d-slip img');
  await slip.waitFor();
  assert.deepEqual(await slip.evaluate(async (i) => { await i.decode(); return i.naturalWidth > 600 && i.naturalHeight > i.naturalWidth; }), true);
  assert.equal((await desk.get('/dossiers?limit=5')).items.length, 0); // nothing was stored
  assert.equal(await page.locator('.btn-primary').count(), 1); // R3
  await assertAccessible(page, 'intake');
  await page.evaluate(() => document.activeElement.blur());
  await page.locator('.said').waitFor({ state: 'detached' });
  await assertPicture(page, 'intake-1366', { scale: 0.6 });
});

test('F8_too_early_names_every_fault_gets_the_focus_and_leads_to_the_field', async () => {
  await page.keys('F8');
  const box = page.locator('.d-summary .errors');
  await box.waitFor();
  assert.equal(await box.evaluate((e) => e === document.activeElement), true);
  assert.deepEqual(await box.getByRole('link').allInnerTexts(), ['Giấy tờ 1: chọn Đủ, Thiếu hoặc Không cần', 'Giấy tờ 2: chọn Đủ, Thiếu hoặc Không cần']);
  assert.equal(await page.locator('.d-docs .fault').first().innerText(), 'Giấy tờ 1: chọn Đủ, Thiếu hoặc Không cần'); // the same words there
  assert.match(await page.title(), /^Lỗi: A001/);
  await assertAccessible(page, 'faults');
  await box.getByRole('link').nth(1).press('Enter');
  assert.equal(await focused(), 'd-paper-choice-1');
  assert.equal((await desk.get('/dossiers?limit=5')).items.length, 0);
});

test('after_the_scan_a_complete_dossier_is_accepted_with_two_keys', async () => {
  const keys = await cost(async () => {
    await page.keys('a', 'F8');
    await page.locator('.d-banner.good h2').waitFor();
  });
  assert.ok(keys <= 3, `${keys} keys`);
  const one = await newest();
  assert.equal(await page.locator('.d-banner.good h2').innerText(), `Đã tiếp nhận ${one.code}`);
  assert.match(await page.locator('.d-banner.good p').first().innerText(), /Thứ Ba 17\/03, lúc 17:00 · Mã tra cứu [A-Z2-9]{3} [A-Z2-9]{3} [A-Z2-9]{3}$/);
  const dossier = await desk.get(`/dossiers/${one.id}`);
  assert.equal(dossier.state, 'accepted');
  assert.equal(dossier.applicant.full_name, 'NÔNG THỊ MẪU');
  assert.equal(dossier.applicant.identity.document, 'card');
  assert.equal(dossier.documents.length, 2);
  assert.match(dossier.ticket, /^t\d+$/);
  assert.equal((await desk.get(`/print-jobs/${dossier.print_jobs[0]}`)).form, '01');
  assert.equal(await page.locator('.btn-primary').count(), 1); // R3: now the next call is primary
  assert.match(await page.locator('.btn-primary').innerText(), /Xong, gọi tiếp/);
  await assertAccessible(page, 'accepted');
});

test('one_key_prints_the_slip_again', async () => {
  assert.equal(await cost(() => page.keys('p')), 1);
  await expectSaid(page, 'Đã gửi in lại, bản in lần 2');
  const { id } = await newest();
  assert.deepEqual((await desk.get(`/print-jobs?subject=${id}`)).items.map((j) => j.copy), [2, 1]);
  await page.keyboard.press('l');
  await page.locator('.d-ledger tbody tr').first().waitFor();
  await page.keyboard.press('q');
  await page.locator('.d-history li:has(time)', { hasText: 'Tiếp nhận' }).waitFor();
});

test('a_missing_paper_turns_accept_into_a_request_for_it_five_keys_after_the_scan', async () => {
  await startIntake(page, 'khai sinh luu dong', '006087000005||LƯỜNG VĂN THỬ|01021987|Nam|Thôn Khuổi Dấm|20082021');
  const keys = await cost(async () => {
    await page.keys('a', '2', 'ArrowRight');
    await page.locator('.btn-primary', { hasText: 'Yêu cầu bổ sung' }).waitFor();
    await page.keys('F8');
    await page.locator('.d-form').waitFor();
    assert.equal(await page.locator('#d-f-items').inputValue(), 'Giấy chứng sinh/giấy cam đoan về việc sinh');
    await page.waitForFunction(() => { const i = document.querySelector('.d-slip img'); return i?.complete && i.naturalWidth > 1000; }); // the request itself, A4
    await assertAccessible(page, 'request for papers');
    await page.keys('F8');
    await page.locator('.d-banner.warn').waitFor();
  });
  assert.ok(keys <= 5, `${keys} keys`);
  const one = await desk.get(`/dossiers/${(await newest()).id}`);
  assert.equal(one.state, 'supplement_before');
  assert.deepEqual(one.supplement.items, ['Giấy chứng sinh/giấy cam đoan về việc sinh']);
  assert.deepEqual(one.documents.map((d) => d.row), [1]);
});

test('what_was_asked_for_comes_and_the_dossier_is_accepted', async () => {
  await page.evaluate(() => document.activeElement.blur());
  await page.keys('F8');
  await page.locator('.d-form #d-f-got-0').waitFor();
  await page.keys('Space', 'F8');
  await page.locator('.d-tags', { hasText: 'Chờ kiểm tra' }).waitFor();
  assert.equal((await desk.get(`/dossiers/${(await newest()).id}`)).documents.length, 2);
});

test('Vietnamese_letters_that_no_key_types_arrive_whole', async () => {
  await scan(page, '006190012345||NGUYỄN THỊ DIỄM|15081990|Nữ|Thôn Khuổi Ún, xã Nghiên Loan|20082021'.normalize('NFD'));
  await page.locator('.d-person .name', { hasText: 'NGUYỄN THỊ DIỄM'.normalize('NFC') }).waitFor();
  await clear();
});

test('odd_text_on_a_card_is_flagged_and_the_name_can_be_typed', async () => {
  await scan(page, '006190012345||NGUY?N TH? DI?M|15081990|Nữ|Thôn Khu?i Ún|20082021');
  await page.locator('.tag', { hasText: 'Kiểm tra lại họ tên' }).waitFor();
  await page.locator('#d-full_name').waitFor();
  await page.waitForFunction(() => document.activeElement.id === 'd-full_name');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('Nguyễn Thị Thể Nghiệm');
  await page.locator('.tag', { hasText: 'Kiểm tra lại họ tên' }).waitFor({ state: 'detached' });
  assert.equal(await page.locator('#d-personal_id').inputValue(), '006190012345');
  await assertAccessible(page, 'applicant typed');
  await clear();
});

test('a_code_that_is_no_card_changes_nothing_and_says_so', async () => {
  await scan(page, '006990012345||NÔNG THỊ MẪU|15081990|Nữ|Thôn Nà Vài|20082021'); // no such place, and it does not agree
  await page.locator('.said.bad').waitFor();
  assert.equal(await page.locator('.d-person').count(), 0);
});

test('what_the_person_has_here_already_is_one_look_away', async () => {
  await scan(page, CARD);
  await page.locator('.d-recent .d-open', { hasText: 'Đăng ký khai sinh lưu động, 10/03/2026' }).first().waitFor();
  await clear();
});

test('the_search_forgives_tones_and_ranks_exact_spelling_first', async () => {
  await page.keyboard.press('Control+b');
  await page.keyboard.insertText(CARD);
  await page.keyboard.press('Enter');
  await page.locator('#d-find').focus();
  await page.keyboard.insertText('dang ky khai sinh');
  const loose = await page.locator('#d-found li b').allInnerTexts();
  assert.ok(loose.length > 3 && loose.every((n) => /khai sinh/i.test(n)), loose.join());
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('Đăng ký khai sinh');
  assert.equal(await page.locator('#d-found li b').first().innerText(), 'Đăng ký khai sinh');
  await assertAccessible(page, 'procedures found');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('1.003583');
  assert.deepEqual(await page.locator('#d-found li b').allInnerTexts(), ['Đăng ký khai sinh lưu động']);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'd-papers-title');
});

test('a_reload_in_the_middle_returns_to_the_dossier_and_the_row', async () => {
  await page.keys('2', 'Space');
  await page.getByText(/Bản nháp lưu lúc 08:12:\d\d/).waitFor();
  await page.waitForTimeout(400);
  await page.reload();
  await page.locator('.d-person .name', { hasText: 'NÔNG THỊ MẪU' }).waitFor();
  assert.equal(await page.locator('#d-paper-1 input:checked').getAttribute('value'), 'ok');
  await page.waitForFunction(() => document.activeElement.name === 'd-paper-choice-1');
});

test('fields_that_the_server_refuses_are_named_and_keep_what_was_typed', async () => {
  await page.evaluate(() => document.activeElement.blur());
  await page.getByRole('button', { name: 'Sửa', exact: true }).press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'd-full_name');
  await page.locator('#d-phone').focus();
  await page.keyboard.type('12345');
  await page.evaluate(() => document.activeElement.blur());
  await page.keys('a', 'F8');
  const link = page.locator('.errors a', { hasText: 'Điện thoại' });
  await link.waitFor();
  await link.press('Enter');
  assert.equal(await focused(), 'd-phone');
  assert.equal(await page.locator('#d-phone').inputValue(), '12345');
});

test('refusing_asks_once_more_and_needs_words', async () => {
  await page.locator('#d-phone').fill('0912345678');
  await page.evaluate(() => document.activeElement.blur());
  await page.getByRole('button', { name: 'Từ chối' }).press('Enter');
  await page.locator('#d-f-reason').waitFor();
  await page.locator('#d-f-reason').focus();
  await page.keyboard.insertText('Thủ tục thuộc thẩm quyền của cơ quan cấp tỉnh');
  await page.keyboard.press('F8');
  await page.getByRole('dialog', { name: 'Từ chối tiếp nhận hồ sơ?' }).waitFor();
  await assertAccessible(page, 'asked once more');
  await page.keyboard.press('Escape');
  assert.equal((await newest()).state, 'arrived'); // of the test before: nothing happened
  assert.match(await page.locator('#d-f-reason').inputValue(), /cấp tỉnh/);
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('1');
  await page.locator('.d-tags', { hasText: 'Từ chối tiếp nhận' }).waitFor();
  assert.equal((await newest()).state, 'refused');
});

test('drafts_can_be_put_aside_and_taken_up_and_signing_out_wipes_them', async () => {
  await startIntake(page, 'khai sinh luu dong');
  await page.evaluate(() => document.activeElement.blur());
  await page.keys('F2');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('1'); // keep it
  await page.locator('.now .tk b', { hasText: 'A002' }).waitFor();
  await page.locator('.d-drafts button', { hasText: 'NÔNG THỊ MẪU' }).press('Enter');
  await page.locator('.d-person .name', { hasText: 'NÔNG THỊ MẪU' }).waitFor();
  await page.waitForTimeout(400);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('motcua.drafts.')).length), 1);
  await page.locator('.who').press('Enter');
  await page.getByRole('button', { name: 'Đăng xuất' }).press('Enter');
  await page.locator('#account').waitFor();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('motcua.drafts.'))), []);
});

test('a_fee_a_representative_and_an_organisation_are_received_and_what_is_empty_is_asked_for', async () => {
  const other = await officer(browser, office, 'tiepnhan2', { digit: 3 });
  other.setDefaultTimeout(8000);
  const blur = () => other.evaluate(() => document.activeElement.blur());
  await startIntake(other, '1.001612'); // 100.000 đồng
  await other.getByRole('button', { name: 'Nộp thay' }).press('Enter');
  await other.waitForFunction(() => document.activeElement.id === 'd-helper-full_name');
  await blur();
  await other.keys('a', 'F8');
  const box = other.locator('.d-summary .errors');
  await box.waitFor();
  const said = await box.getByRole('link').allInnerTexts();
  for (const text of ['Chọn cách thu lệ phí', 'Nhập Họ tên người nộp thay', 'Nhập Giấy ủy quyền']) assert.ok(said.includes(text), said.join());
  await assertAccessible(other, 'fee and representative');
  for (const [id, text] of [['full_name', 'Lường Văn Thử'], ['personal_id', '006087000005'], ['authorisation', 'Số 12, ngày 09/03/2026']]) {
    await other.locator(`#d-helper-${id}`).focus();
    await other.keyboard.insertText(text);
  }
  await box.getByRole('link', { name: 'Chọn cách thu lệ phí' }).press('Enter');
  await other.keyboard.press('Space'); // now, in cash
  await other.locator('#d-fee-reference').focus();
  await other.keyboard.insertText('BL-0001');
  await blur();
  await other.keys('F9');
  await other.locator('#d-p0-scan').waitFor();
  await other.waitForFunction(() => document.activeElement.id === 'd-p0-scan');
  await other.keyboard.insertText('trang-1.pdf');
  await other.locator('#d-p1-why').selectOption('bound');
  await assertAccessible(other, 'scans');
  await blur();
  await other.keys('F8');
  await other.locator('.d-banner.good').waitFor();
  const one = await desk.get(`/dossiers/${(await newest()).id}`);
  assert.equal(one.representative.full_name, 'Lường Văn Thử');
  assert.deepEqual(one.fees.map((f) => [f.amount, f.state, f.settled.method, f.settled.reference]), [[100000, 'settled', 'cash', 'BL-0001']]);
  assert.deepEqual(one.documents.slice(0, 2).map((x) => x.scan), [{ file: 'trang-1.pdf' }, { exception: 'bound' }]);
  other.fine();
  await other.context().close();
});

test('narrow_windows_and_200_percent_do_not_scroll_sideways', async () => {
  await accepted(desk, { applicant: applicant({ full_name: 'Nông Văn Mẫu', personal_id: '006090000011', sex: 'male', birth_date: '1990-01-02' }) });
  const small = await officer(browser, office, 'tiepnhan3', { digit: 2, viewport: { width: 320, height: 640 } });
  await startIntake(small);
  await assertNoSidewaysScroll(small, 'intake at 320 px');
  await small.setViewportSize({ width: 683, height: 384 });
  await assertNoSidewaysScroll(small, 'intake at 200 %');
  small.fine();
  page.fine();
  await small.context().close();
});
