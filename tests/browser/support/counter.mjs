// An officer at a counter, in a browser, with the keyboard alone.
import { openPage } from './browser.mjs';

/** Sign in at /counter, and sit at a counter by its digit in the list (null: stop at the list). The page counts keys: page.pressed. */
export async function officer(browser, office, account, { digit = 1, ...options } = {}) {
  const page = await openPage(browser, `${office.url}/counter`, options);
  await page.locator('#account').focus();
  await page.keyboard.type(account);
  await page.keyboard.press('Tab');
  await page.keyboard.type(office.passwords[account]);
  await page.keyboard.press('Enter');
  page.pressed = 0;
  /** Press keys one after the other, counting each. */
  page.keys = async (...keys) => {
    for (const key of keys) {
      page.pressed++;
      await page.keyboard.press(key);
    }
  };
  if (digit === null) return page;
  await page.locator('.choose .choices li').first().waitFor();
  await page.keyboard.press(String(digit));
  await page.locator('.queue').waitFor();
  return page;
}

/** Issue tickets at the main site: ['A', 'P0'] ...; returns their numbers. */
export async function issue(office, ...wanted) {
  const desk = await (office.desk ??= office.as('phatso'));
  const numbers = [];
  for (const [service, of = 'P0'] of wanted) numbers.push((await desk.post('/tickets', { site: 'trung-tam', service, class: of })).number);
  return numbers;
}

/** The ticket at the counter shows `number` (null: nobody). */
export async function expectHere(page, number) {
  if (number === null) await page.locator('.now .tk').waitFor({ state: 'detached' });
  else await page.locator('.now .tk b', { hasText: number }).waitFor();
}

/** The line at the bottom says this. */
export const expectSaid = (page, text) => page.locator('.said', { hasText: text }).waitFor();
export const waitingNumbers = (page) => page.locator('.wait li b').allTextContents();

/** The log's rows about tickets, in order, as "kind number". */
export async function ticketLog(office) {
  const auditor = await (office.auditor ??= office.as('kiemtra'));
  const rows = [];
  for (let after = ''; after !== null;) {
    const page = await auditor.get(`/log?limit=500${after ? `&after=${after}` : ''}`);
    rows.push(...page.items);
    after = page.next;
  }
  return rows.filter((r) => r.kind.startsWith('ticket_')).map((r) => `${r.kind} ${r.data.ticket.number}`);
}
