// Before anybody has signed in: whose server it is, that it is a training one, and the language.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, openPage } from './support/browser.mjs';
import { openOffice } from './support/office.mjs';

let office, browser;
before(async () => {
  office = await openOffice({ clock: '2026-03-10T08:05:00+07:00' });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.close();
});

for (const [screen, vi, en] of [['counter', 'Đăng nhập', 'Sign in'], ['manager', 'Đăng nhập', 'Sign in'], ['admin', 'Đăng nhập', 'Sign in']])
  test(`${screen}: the centre, the band, and the other language at one press, kept`, async () => {
    const page = await openPage(browser, `${office.url}/${screen}`);
    await page.getByText('Trung tâm Phục vụ hành chính công xã Nghiên Loan').waitFor();
    await page.locator('.training-band', { hasText: 'TẬP HUẤN' }).waitFor();
    await page.getByRole('button', { name: vi }).waitFor();
    await assertAccessible(page, screen);
    await page.locator('.language').click();
    await page.getByRole('button', { name: en }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: en }).waitFor();
    await assertAccessible(page, `${screen}, English`);
    await page.setViewportSize({ width: 320, height: 640 });
    await assertNoSidewaysScroll(page, screen);
    page.fine();
    await page.context().close();
  });

test('a browser that reads English and no Vietnamese gets English at a desk, Vietnamese in the hall until it is asked', async () => {
  const desk = await openPage(browser, `${office.url}/manager`, { locale: 'en-US' });
  await desk.getByRole('button', { name: 'Sign in' }).waitFor();
  await desk.context().close();
  const hall = await openPage(browser, `${office.url}/kiosk`, { locale: 'en-US', viewport: { width: 1080, height: 1920 } });
  await hall.getByText('Ghép màn hình này').waitFor();
  await hall.getByRole('button', { name: 'English' }).click();
  await hall.getByText('Pair this screen').waitFor();
  await assertAccessible(hall, 'pairing in English');
  await hall.context().close();
});
