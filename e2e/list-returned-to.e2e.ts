import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test';
import { OPERATIONS_VAULT } from './support/wizard';

// As low as it is, the list has to be scrolled; as wide as it is, an item hides it.
test.use({ locale: 'de-DE', viewport: { width: 1366, height: 560 } });

const itemsOf = (page: Page) => page.getByRole('grid', { name: 'Sicherungselemente' });

/** How far a list is scrolled. */
const scrolledBy = (list: Locator) =>
  list.evaluate((element) => {
    for (let outer = element.parentElement; outer !== null; outer = outer.parentElement)
      if (getComputedStyle(outer).overflowY === 'auto') return outer.scrollTop;
    return 0;
  });

test('a filtered list is as it was when what was opened from it is closed, in whichever way', async ({ page, signIn }) => {
  await signIn('Alex Wilber', `${OPERATIONS_VAULT}/items?status=success`);
  const list = itemsOf(page);
  await list.getByRole('row').nth(1).focus();
  const rows = Number(await list.getAttribute('aria-rowcount'));
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  const row = list.locator('tr:focus');
  await expect(row).toHaveAttribute('aria-rowindex', String(rows - 1));
  const before = await scrolledBy(list);
  expect(before).toBeGreaterThan(100);

  const ways = {
    'its cross': () =>
      page
        .getByRole('button', { name: /schließen$/ })
        .last()
        .click(),
    'the trail': () => page.getByRole('main').getByRole('link', { name: 'Sicherungselemente' }).first().click(),
    'the browser': () => page.goBack(),
  };
  for (const [way, close] of Object.entries(ways))
    await test.step(way, async () => {
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/items\/[^?]+$/);
      await expect(list).toBeHidden();
      await close();
      await expect(page).toHaveURL(/\/items\?status=success$/);
      await expect(page.getByLabel('Status')).toHaveValue('success');
      await expect(list).toHaveAttribute('aria-rowcount', String(rows));
      await expect(row).toHaveAttribute('aria-rowindex', String(rows - 1));
      expect(await scrolledBy(list)).toBe(before);
    });
});

test('the list behind stays filtered when the page is loaded again, and when what was begun is given up', async ({ page, signIn }) => {
  await signIn('Alex Wilber', `${OPERATIONS_VAULT}/items?status=success`);
  await itemsOf(page).getByRole('link', { name: 'FullRestoreVM1', exact: true }).click();
  await page.getByRole('link', { name: 'Jetzt sichern' }).click();
  await expect(page).toHaveURL(/\/backup-now$/);
  await page.reload();
  await page.getByLabel('Sicherung aufbewahren bis').fill('2017-03-03');
  await page.getByRole('main').getByRole('link', { name: 'Sicherungselemente' }).first().click();
  await page.getByRole('button', { name: 'Verwerfen und verlassen' }).click();
  await expect(page).toHaveURL(/\/items\?status=success$/);
  await expect(page.getByLabel('Status')).toHaveValue('success');
});
