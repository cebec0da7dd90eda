import { expect, test } from './support/test';

test('a list that is printed stands on the paper', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  const row = page.getByRole('row', { name: /IgniteDemoVault/ });
  await expect(row).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(row).toBeVisible();
  await expect(page.getByRole('columnheader').first().getByRole('button')).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeHidden();
});

test('a long list is printed to its end', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/machines');
  const grid = page.getByRole('grid');
  const counted = await page.getByText(/^(Virtuelle Computer|Virtual machines): \d/).innerText();
  // With the row of the headings.
  const count = Number(/\d+/.exec(counted)) + 1;
  await expect(grid).toHaveAttribute('aria-rowcount', String(count));
  const rows = () => grid.getByRole('row').count();
  await expect.poll(rows).toBeLessThan(count);
  await page.evaluate(() => {
    // What the browser prints is there once everybody has heard of it.
    window.addEventListener('beforeprint', () => {
      document.title = String(document.querySelectorAll('[role=grid] tr').length);
    });
  });
  await page.pdf();
  expect(await page.title()).toBe(String(count));
  await expect.poll(rows).toBeLessThan(count);
});
