import { expect, test } from './support/test';
import { OPERATIONS_VAULT, PRODUCTION } from './support/wizard';

// A window of 1366×768 at 200 %.
test.use({ locale: 'de-DE', viewport: { width: 683, height: 384 } });

test('an enlarged blade scrolls as a whole: its header leaves, its content gets the window, its footer is reached', async ({
  page,
  signIn,
}) => {
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1/restore/point`);
  const heading = page.getByRole('heading', { name: 'Wiederherstellungspunkt auswählen' });
  const ok = page.getByRole('button', { name: 'OK' });
  await expect(page.getByRole('radio').first()).toBeAttached();
  await expect(heading).toBeInViewport();

  await page.mouse.move(340, 150);
  await page.mouse.wheel(0, 90);
  await expect(heading).not.toBeInViewport();
  await expect(page.getByRole('radio').first()).toBeInViewport();

  await ok.focus();
  await expect(ok).toBeInViewport({ ratio: 1 });
});

test('the arrow keys lead through a list among other things, and the blade follows', async ({ page, signIn }) => {
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/key-vaults/${PRODUCTION}/KeyVaultRG/RbacKV`);
  const rows = page.getByRole('grid').getByRole('row');
  await rows.nth(1).focus();
  for (let moves = 0; moves < 5; moves += 1) await page.keyboard.press('ArrowDown');
  await expect(rows.nth(6)).toBeFocused();
  await expect(rows.nth(6)).toBeInViewport({ ratio: 1 });
});

test('in a window of 1280 pixels at 400 % nothing of the top bar is pressed together', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await signIn('Adele Vance', '/');
  const product = page.getByRole('banner').getByRole('link', { name: 'Tresor' });
  await expect(page.getByRole('button', { name: /Adele Vance/ })).toBeInViewport({ ratio: 1 });
  expect(await product.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('the longest name that a machine can have is read to its end on a telephone', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const machine = 'vm-linux-financeandaccounting-productionwesteurope-databasenode1';
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items/OperationsRG/${machine}`);
  const heading = page.getByRole('heading', { name: machine });
  await expect(heading).toBeVisible();
  expect(await heading.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
});

for (const width of [720, 900, 1024]) {
  test(`in a window of ${width} pixels no day and no time in a list of many columns is broken`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 768 });
    await signIn('Adele Vance', '/jobs');
    const grid = page.getByRole('grid');
    await expect(grid.getByText(/^\d\d\.\d\d\.\d{4}, /).first()).toBeVisible();
    const broken = await grid.getByText(/^\d\d[.:]\d\d[.:]\d\d/).evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const written = cell.firstChild;
        const [first = ''] = (written?.nodeValue ?? '').split(' ');
        const range = document.createRange();
        if (written === null) return [];
        range.setStart(written, 0);
        range.setEnd(written, first.length);
        return new Set(Array.from(range.getClientRects(), ({ top }) => top)).size > 1 ? [first] : [];
      }),
    );
    expect(broken).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
}
