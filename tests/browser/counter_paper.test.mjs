// The printer and the scanner of a counter on a bad day: no paper, a card read twice, a neighbour's card.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertAccessible, openBrowser } from './support/browser.mjs';
import { issue, officer } from './support/counter.mjs';
import { scan, startIntake, CARD } from './support/intake.mjs';
import { openOffice, ROOT, SERVER } from './support/office.mjs';

const NEIGHBOUR = '006087000005||LƯỜNG VĂN THỬ|01021987|Nam|Thôn Khuổi Dấm|20082021';
let office, browser, page, printer;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:00:00+07:00' });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  printer?.kill();
  await office?.close();
});

test('a_card_that_is_read_twice_changes_nothing_and_says_so', async () => {
  await issue(office, ['A'], ['A']);
  page = await officer(browser, office, 'tiepnhan1');
  page.setDefaultTimeout(15000);
  await page.keys('F2', 'b');
  await startIntake(page);
  await scan(page, CARD);
  await page.locator('.said', { hasText: 'NÔNG THỊ MẪU' }).waitFor();
  assert.equal(await page.locator('.d-person .name').innerText(), 'NÔNG THỊ MẪU');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'd-papers-title'); // the keys still belong to the papers
  await assertAccessible(page, 'read twice');
});

test('another_persons_card_asks_and_then_begins_a_dossier_of_its_own_while_the_first_waits', async () => {
  await scan(page, NEIGHBOUR);
  await page.getByRole('dialog', { name: 'Hồ sơ đang mở chưa lưu' }).waitFor();
  assert.equal(await page.locator('.d-person .name').innerText(), 'NÔNG THỊ MẪU'); // nothing is overwritten unasked
  await wedge(NEIGHBOUR); // read once more while the question stands: its digits answer nothing
  await page.getByRole('dialog', { name: 'Hồ sơ đang mở chưa lưu' }).waitFor();
  assert.equal(await page.locator('.d-person .name').innerText(), 'NÔNG THỊ MẪU');
  await page.keyboard.press('1');
  await page.locator('.d-person .name', { hasText: 'LƯỜNG VĂN THỬ' }).waitFor();
});

/** As a scanner sends it: letters of Vietnamese as text, everything else key by key. */
async function wedge(text) {
  await page.keyboard.press('Control+b');
  for (const c of text) await (c < '\x7f' ? page.keyboard.press(c === ' ' ? 'Space' : c) : page.keyboard.insertText(c));
  await page.keyboard.press('Enter');
}

/** A printer on loopback whose first job jams; `mend()` takes the paper out. */
async function jamming() {
  printer = spawn('python3', ['-uc', 'import sys; from virtual import Printer; p = Printer(); p.set("fail", True); print(p.uri)\nfor line in sys.stdin: p.set("fail", False)\np.close()'],
    { cwd: join(ROOT, 'tests/printing'), stdio: ['pipe', 'pipe', 'inherit'] });
  const uri = await new Promise((ready) => printer.stdout.once('data', (d) => ready(String(d).trim())));
  return { uri, mend: () => printer.stdin.write('mended\n'), close: () => new Promise((done) => { printer.once('exit', done); printer.stdin.end(); }) };
}

test('a_jam_is_told_at_the_foot_and_beside_the_paper_and_a_new_copy_comes_out', async () => {
  const jam = await jamming();
  const centre = JSON.parse(readFileSync(join(ROOT, 'queue_server/sample/centre.json'), 'utf8'));
  centre.printers = [{ printer: 'A5', name: 'Máy in biên nhận', destination: jam.uri, site: 'trung-tam', paper: 'a5' }];
  writeFileSync(join(office.folder, 'printers.json'), JSON.stringify(centre));
  execFileSync(SERVER, ['import', '--data', office.data, join(office.folder, 'printers.json')]);
  await page.locator('#d-find').focus();
  await page.keyboard.insertText('khai sinh luu dong');
  await page.locator('#d-found li').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'd-papers-title');
  await page.keys('a', 'F8');
  await page.locator('.d-banner.good', { hasText: 'Đã tiếp nhận H55.128' }).waitFor();
  await page.locator('.stat .warn', { hasText: 'Máy in:' }).waitFor();
  await page.getByText('Bản in', { exact: true }).click();
  const jammed = page.locator('.d-prints li', { hasText: 'Cần người xem' });
  await jammed.waitFor();
  await assertAccessible(page, 'jam');
  jam.mend();
  await page.locator('.d-prints li').getByRole('button', { name: 'In lại' }).press('Enter');
  await page.locator('.d-prints li', { hasText: 'lần 2' }).locator('.tag', { hasText: 'Đã in' }).waitFor();
  await jammed.getByRole('button', { name: 'Bỏ' }).press('Enter'); // somebody has looked: the first sheet came to nothing
  await page.locator('.stat .good', { hasText: 'Máy in sẵn sàng' }).waitFor();
  const desk = await office.as('tiepnhan1'), [dossier] = (await desk.get('/dossiers?limit=1')).items;
  assert.deepEqual((await desk.get(`/print-jobs?subject=${dossier.id}`)).items.map((j) => [j.copy, j.state]), [[2, 'printed'], [1, 'cancelled']]);
  await jam.close();
  await page.keyboard.press('Escape'); // what was begun before the neighbour came is still there
  await page.locator('.d-drafts li', { hasText: 'NÔNG THỊ MẪU' }).waitFor();
});
