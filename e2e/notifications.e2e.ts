import type { Locator } from '@playwright/test';
import { expect, test } from './support/test';
import { IGNITE_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'de-DE' });

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where those of them that are to be seen are at this moment. */
const boxesOf = (locator: Locator): Promise<Box[]> =>
  locator.evaluateAll((elements) =>
    elements
      .map((element) => element.getBoundingClientRect())
      .flatMap(({ left, right, top, bottom }) => (right > left ? [{ left, right, top, bottom }] : [])),
  );

/** Each of the others is somewhere, and the toast over none of them. */
async function expectClear(toast: Locator, ...others: Locator[]): Promise<void> {
  await expect
    .poll(async () => {
      const toasts = await boxesOf(toast);
      const found = await Promise.all(others.map(boxesOf));
      return [toasts, ...found].every(({ length }) => length > 0) && !found.flat().some((box) => toasts.some((one) => overlap(one, box)));
    })
    .toBe(true);
}

test('a notification covers neither the header nor the buttons under a blade, wide or on a telephone', async ({ page, world, signIn }) => {
  const wizard = new Wizard(page);
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseAll('DBVM1Restore', 'DBVM2');
  await wizard.enable.click();
  const dismiss = page.getByRole('button', { name: 'Sicherung für IgniteDemoVault wird aktiviert entfernen' });
  const toast = page.locator('[aria-live=polite] > div').filter({ has: dismiss });
  const headers = page.locator('main header');
  await expect(page.getByRole('row', { name: /DBVM1Restore/ })).toContainText('Wird aktiviert');
  await expectClear(toast, headers);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectClear(toast, headers);
  // Back to a blade with a footer.
  await page.goBack();
  await expectClear(toast, headers, wizard.enable);
  await page.setViewportSize({ width: 1366, height: 768 });
  await expectClear(toast, headers, wizard.enable);
  await dismiss.click();
  await expect(dismiss).toBeHidden();
  const done = page.getByRole('button', { name: 'Sicherung für IgniteDemoVault ist aktiviert entfernen' });
  await world.advanceUntil(() => expect(done).toBeVisible({ timeout: 2_000 }));
});

test('on a telephone the list behind the bell and the account stand within the window', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('Adele Vance', '/vaults');
  for (const name of [/^Benachrichtigungen/, /^Konto: Adele Vance/]) {
    await page.getByRole('button', { name }).click();
    const opened = page.locator('header section');
    await expect(opened).toBeVisible();
    const [panel] = await boxesOf(opened);
    expect(panel?.left).toBeGreaterThanOrEqual(0);
    expect(panel?.right).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
  }
});
