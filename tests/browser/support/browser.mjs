// Debian's Chromium, headless. One browser a test file, one context a person.
import assert from 'node:assert/strict';
import { axeSource, chromium } from './packages.mjs';

/** more: further switches of Chromium. */
export const openBrowser = (...more) => chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--force-color-profile=srgb', '--font-render-hinting=none', '--disable-lcd-text', '--autoplay-policy=no-user-gesture-required', ...more],
});

/** A person's browser: context and page, Vietnamese, in the office's time zone. Errors of the page's scripts fail the test that calls page.fine(). */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (e) => faults.push(String(e)));
  page.on('console', (m) => m.type() === 'error' && /Content Security Policy|Refused to/.test(m.text()) && faults.push(m.text()));
  page.fine = () => assert.deepEqual(faults, []);
  await page.goto(url);
  return page;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** No violation of WCAG 2.2 AA or of good practice in the page as it is now; `without` names rules that are not asked. */
export async function assertAccessible(page, state, without = []) {
  await page.evaluate(axeSource);
  // a button half way between two colours is judged by neither
  await page.evaluate(() => Promise.all(document.getAnimations().filter((a) => a.effect.getComputedTiming().iterations !== Infinity).map((a) => a.finished.catch(() => undefined))));
  const found = await page.evaluate(async ([tags, off]) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: tags, rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])) });
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  }, [TAGS, without]);
  assert.deepEqual(found, [], state);
  assert.deepEqual(await page.evaluate(lowLines), [], state);
}

/** R14: words whose lines stand less than 1.25 apart, where the marks of Ề and Ộ would touch the line above. */
function lowLines() {
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const holder = walk.currentNode.parentElement;
    if (!/\p{L}{2}/u.test(walk.currentNode.data) || holder.closest('script, style, select, .vh') || !holder.checkVisibility()) continue;
    const { lineHeight, fontSize } = getComputedStyle(holder);
    if (parseFloat(lineHeight) / parseFloat(fontSize) < 1.249) found.add(`${holder.localName}.${holder.className}: ${lineHeight} of ${fontSize}`);
  }
  return [...found];
}

/** Nothing is to be scrolled sideways, and no text stands outside the page. */
export async function assertNoSidewaysScroll(page, state) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${state}: ${over} px too wide`);
}
