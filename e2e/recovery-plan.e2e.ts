import type { Page } from '@playwright/test';
import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';

test.use({ locale: 'de-DE' });
test.beforeEach(({ page }) => page.addInitScript(() => localStorage.setItem('tresor.edition', 'current')));

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) }).first();

test('machines are chosen by a tag of theirs, or for lack of it, at the desk and on a phone', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/recovery/new');
  await expect(row(page, 'WinSingleVM1')).toContainText('cost-center: 4711, application: orders');
  await page.getByRole('combobox', { name: 'Tag', exact: true }).selectOption('application');
  await expect(page.getByRole('row', { name: /VM\d/ })).toHaveCount(1);
  const value = page.getByRole('combobox', { name: 'Wert von application' });
  await expect(value.getByRole('option', { name: /^orders/ })).toHaveText('orders (1)');
  await value.selectOption({ label: 'orders (1)' });
  await page.getByRole('button', { name: 'Nur diese auswählen (1)' }).click();
  await expect(row(page, 'WinSingleVM1')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: 'Plan für einen virtuellen Computer erstellen' })).toBeEnabled();

  await value.selectOption({ label: await value.getByRole('option', { name: /^Ohne dieses Tag/ }).innerText() });
  await expect(row(page, 'WinSingleVM1')).toBeHidden();
  await expect(row(page, 'AppVM1')).toContainText('keine');
  await expect(page.getByText(/^Tags gehören zum virtuellen Computer selbst. Die von \d+ Computern sind nicht zu sehen/)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await value.selectOption({ label: 'orders (1)' });
  await expect(row(page, 'WinSingleVM1')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('what was never backed up stays in the plan by name, and nobody is told that it comes back', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/recovery/new');
  for (const name of ['FarmVM001', 'LostVaultVM1']) {
    await page.getByRole('searchbox', { name: 'Elemente filtern' }).fill(name);
    await row(page, name).getByRole('checkbox').check();
  }
  await expect(page.getByText(/^Einer davon wurde nie gesichert und kann nicht aus einer Sicherung zurückkommen/)).toBeVisible();
  await page.getByRole('button', { name: 'Plan für 2 virtuelle Computer erstellen' }).click();
  const never = page.getByRole('region', { name: 'Kann nicht aus einer Sicherung zurückkommen, weil nie gesichert (1)' });
  await expect(never.getByRole('link')).toHaveText(['FarmVM001']);
  await expect(row(page, 'FarmVM001')).toContainText('Nie gesichert: Er kann nicht aus einer Sicherung zurückkommen.');
  await expect(page.getByRole('button', { name: 'Einen virtuellen Computer zurückholen' })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});
