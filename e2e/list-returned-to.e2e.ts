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

test('back in a list of the whole estate, a person is where they were: at what was typed, sorted, scrolled to and opened', async ({
  page,
  signIn,
}) => {
  await signIn('Alex Wilber', '/jobs?days=14');
  const list = page.getByRole('grid', { name: 'Alle Sicherungsaufträge' });
  const filter = page.getByPlaceholder('Elemente filtern');
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  await filter.fill('OperationsVault');
  await list.getByRole('button', { name: 'Workloadname' }).click();
  await list.getByRole('row').nth(1).focus();
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('PageDown');
  const row = list.locator('tr:focus');
  const [index, words] = [await row.getAttribute('aria-rowindex'), await row.innerText()];
  const before = await scrolledBy(list);
  expect(before).toBeGreaterThan(100);

  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  await page.goBack();
  await expect(filter).toHaveValue('OperationsVault');
  await expect(list.getByRole('columnheader', { name: 'Workloadname' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(row).toHaveAttribute('aria-rowindex', index ?? '');
  expect(await row.innerText()).toBe(words);
  expect(await scrolledBy(list)).toBe(before);

  const menu = page.getByRole('navigation', { name: 'Hub-Menü' });
  await menu.getByRole('link', { name: 'Sicherungselemente' }).click();
  await expect(list).toHaveCount(0);
  await menu.getByRole('link', { name: 'Sicherungsaufträge' }).click();
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  await expect(filter).toHaveValue('');
});
