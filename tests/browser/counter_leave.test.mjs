// An unsaved dossier is never closed silently (R4), and a scan begins the service; pictures of the whole screen at work.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, openBrowser } from './support/browser.mjs';
import { expectHere, issue, officer } from './support/counter.mjs';
import { openOffice } from './support/office.mjs';
import { assertPicture } from './support/picture.mjs';

const CARD = '006190012345||NÔNG THỊ MẪU|15081990|Nữ|Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên|20082021';
let office, browser, page;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  browser = await openBrowser();
  await issue(office, ['A'], ['A', 'P3'], ['A'], ['B']);
  await office.clock('2026-03-10T08:09:00+07:00');
  await issue(office, ['A'], ['A', 'P4'], ['E'], ['A']);
  await office.clock('2026-03-10T08:21:00+07:00');
  page = await officer(browser, office, 'tiepnhan1');
});
after(async () => { await browser?.close(); await office?.close(); });

async function scan(text) {
  await page.keyboard.press('Control+b');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await page.locator('.d-person .name').waitFor();
}
const asked = () => page.locator('dialog', { hasText: 'Hồ sơ đang mở chưa lưu' });

test('a_scan_begins_the_service_of_who_was_called', async () => {
  await page.keys('F2');
  await expectHere(page, 'A002');
  await scan(CARD);
  await page.locator('.now h2', { hasText: 'Đang phục vụ' }).waitFor();
  assert.equal(await page.locator('.btn-primary').count(), 1); // the dossier has the primary button now (R3)
});

test('the_screen_at_work_is_as_it_was_accepted', async () => {
  await page.locator('#d-find').focus();
  await page.keyboard.insertText('khai sinh luu dong');
  await page.locator('#d-found li').first().waitFor();
  await page.keys('Enter');
  await page.locator('#d-papers-title').waitFor();
  await page.locator('.d-slip img').waitFor();
  await page.locator('.said').waitFor({ state: 'detached' });
  await assertPicture(page, 'counter-1366');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await assertPicture(page, 'counter-1920', { scale: 0.5 });
  await page.setViewportSize({ width: 1366, height: 768 });
});

test('F2_with_an_unsaved_dossier_asks_once_and_can_go_back', async () => {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keys('F2');
  await asked().waitFor();
  await assertAccessible(page, 'the question');
  await page.keys('3');
  await asked().waitFor({ state: 'detached' });
  await expectHere(page, 'A002');
  assert.equal(await page.locator('.d-person .name').innerText(), 'NÔNG THỊ MẪU');
  await page.keys('F2', 'Escape'); // the same
  await expectHere(page, 'A002');
});

test('held_it_waits_among_the_drafts_while_the_next_person_is_called', async () => {
  await page.keys('F2', '1');
  await expectHere(page, 'A005');
  await page.locator('.d-person').waitFor({ state: 'detached' });
  assert.equal(await page.locator('main', { hasText: 'NÔNG THỊ MẪU' }).count(), 1); // offered to be taken up again
});

test('dropped_it_is_gone', async () => {
  await scan(CARD.replace('NÔNG THỊ MẪU', 'NÔNG VĂN MẪU').replace('006190012345', '006090012346').replace('Nữ', 'Nam'));
  await page.keys('F2', '2');
  await expectHere(page, 'A001');
  assert.equal(await page.locator('main', { hasText: 'NÔNG VĂN MẪU' }).count(), 0);
  page.fine();
});

test('who_comes_for_a_result_is_called_with_the_dossier_open', async () => {
  const clerk = await office.as('tiepnhan3');
  const { documents } = await clerk.get('/procedures/1.003583');
  let one = await clerk.post('/dossiers', {
    procedure: '1.003583', channel: 'counter', result_delivery: 'counter', intake: 'accept',
    documents: documents.filter((d) => d.required).map((d) => ({ row: d.row, name: d.name, form: d.form, originals: 1, copies: 0, scan: { file: `trang-${d.row}.pdf` } })),
    applicant: { kind: 'citizen', full_name: 'Người Mẫu Thử', personal_id: '006190012345', birth_date: '1990-08-15', sex: 'female', phone: '0912 345 678', address: 'Thôn Mẫu, xã Nghiên Loan', identity_document: 'card' },
  });
  const { track_secret: secret, code } = one;
  for (const [who, action, body] of [['tiepnhan3', 'hand-over', { account: 'thuly1' }], ['thuly1', 'confirm', {}], ['lanhdao', 'sign', { outcome: 'approved', title: 'Kết quả' }], ['vanthu', 'issue-result', { number: '1/2026' }]])
    one = await (await office.as(who)).post(`/dossiers/${one.id}/${action}`, body, one.version);
  const { ticket } = await (await office.as('phatso')).post('/check-ins', { site: 'trung-tam', code, secret });
  const second = await officer(browser, office, 'tiepnhan2', { digit: 2 });
  await second.locator('.wait li', { hasText: ticket.number }).waitFor();
  for (let i = 0; i < 12 && !(await second.locator('.now .tk b', { hasText: ticket.number }).count()); i++) {
    if (await second.locator('.now .tk').count()) { // who was called has come: only then does the key finish and call the next
      await second.keys('b');
      await second.locator('.now h2', { hasText: 'Đang phục vụ' }).waitFor();
    }
    await second.keys('F2');
    await second.locator('.now h2', { hasText: 'Đã mời' }).waitFor();
  }
  await expectHere(second, ticket.number);
  await second.locator('main', { hasText: code }).waitFor();
  await second.locator('.now .btn', { hasText: 'Tới nhận kết quả' }).waitFor();
  second.fine();
});
