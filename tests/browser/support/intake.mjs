// Receiving dossiers without a mouse: what a scanner types, what an officer sees.
export const PROCEDURE = '1.003583'; // Đăng ký khai sinh lưu động: 5 working days, two papers, free
export const CARD = '006190012345||NÔNG THỊ MẪU|15081990|Nữ|Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên|20082021';

/** A wedge scanner: STX, the text as inserted text (letters such as ễ have no key), Enter. */
export async function scan(page, text) {
  await page.keyboard.press('Control+b');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

/** Scan a card and choose a procedure by words; the focus is then on the papers. */
export async function startIntake(page, words = 'khai sinh luu dong', card = CARD) {
  await scan(page, card);
  await page.locator('.d-person .name, #d-full_name').first().waitFor();
  await page.locator('#d-find').focus();
  await page.keyboard.insertText(words);
  await page.locator('#d-found li').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'd-papers-title'); // keys belong to the papers from now on
}

export const applicant = (changes = {}) => ({
  kind: 'citizen', full_name: 'Nông Thị Mẫu', personal_id: '006190012345', birth_date: '1990-08-15', sex: 'female', phone: '0912 345 678',
  address: 'Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên', identity_document: 'card', ...changes,
});

/** A dossier accepted over the API, every paper scanned. */
export async function accepted(client, changes = {}) {
  const { documents } = await client.get(`/procedures/${changes.procedure ?? PROCEDURE}`);
  const papers = documents.filter((d) => d.required).map(({ row, name, form }) => ({ row, name, form, originals: 1, copies: 0, scan: { file: `trang-${row}.pdf` } }));
  return client.post('/dossiers', { procedure: PROCEDURE, applicant: applicant(), documents: papers, channel: 'counter', result_delivery: 'counter', intake: 'accept', ...changes });
}

/** One action over the API on the dossier as it is now. */
export async function act(client, dossier, action, body) {
  const { version } = await client.get(`/dossiers/${dossier.id}`);
  return client.post(`/dossiers/${dossier.id}/${action}`, body, version);
}

/** Handed over to the unit's officer, signed and numbered: a result waits. */
export async function withResult(office, number, changes) {
  const desk = await office.as('tiepnhan1'), officer = await office.as('thuly1'), leader = await office.as('lanhdao'), registry = await office.as('vanthu');
  const one = await accepted(desk, changes);
  await act(desk, one, 'hand-over', { account: 'thuly1' });
  await act(officer, one, 'confirm');
  await act(leader, one, 'sign', { outcome: 'approved', title: 'Giấy khai sinh' });
  return act(registry, one, 'issue-result', { number });
}
