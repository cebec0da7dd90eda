import type { Page } from '@playwright/test';
import { Restoring } from './support/restoring';
import { expect, test } from './support/test';
import { IGNITE_VAULT, OPERATIONS_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000, apart: 'second-factor' });

/** The window in which Azure asks for more proof comes by itself; the person answers it. */
async function prove(page: Page): Promise<void> {
  const window = await page.waitForEvent('popup', { timeout: 30_000 });
  await expect(window.getByRole('heading', { name: 'Bestätigen, dass Sie es sind' })).toBeVisible();
  await Promise.all([window.waitForEvent('close'), window.getByRole('button', { name: /^Adele Vance/ }).click()]);
}

test('who signed in with a password alone is asked for a second factor where Azure changes something, and the order goes on', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  await world.passwordAlone('adele.vance@contoso.example');
  const wizard = new Wizard(page);
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseAll('DBVM1Restore', 'LinuxVM1');
  const proved = prove(page);
  await wizard.enable.click();
  await proved;
  await world.advanceUntil(() => wizard.expectProtected('DBVM1Restore', 'LinuxVM1'));
});

test('a restore that went on alone asks who opens it, and goes on', async ({ browser, page, world, signIn }) => {
  test.slow();
  await world.passwordAlone('adele.vance@contoso.example');
  const begun = new Restoring(await (await browser.newContext({ locale: 'de-DE' })).newPage(), world);
  await signIn('Adele Vance', '/settings', begun.page);
  await begun.page.getByRole('radio', { name: /^Heute/ }).check();
  await begun.page.goto(`${OPERATIONS_VAULT}/items`);
  await begun.choose('LinuxSingleVM1');
  await begun.start.click();
  const journey = await begun.journey();
  await begun.page.getByRole('link', { name: 'Alles jetzt beantworten' }).click();
  const form = begun.blade('Bis zum Ende laufen lassen');
  await form.getByLabel('Name des virtuellen Computers').fill('ZweiterFaktorVM');
  await expect(form.getByText('Nichts steht im Weg')).toBeVisible();
  await form.getByRole('button', { name: 'Bis zum Ende laufen lassen', exact: true }).click();
  await expect(form.getByText('Läuft von selbst, im Namen von Adele Vance.')).toBeVisible();
  await begun.page.context().close();
  await world.advance(120);

  const proved = prove(page);
  await signIn('Adele Vance', journey);
  await proved;
  const allDone = page.getByText('Alles erledigt. Der virtuelle Computer läuft.');
  await expect(async () => {
    await world.advance(30);
    await expect(allDone).toBeVisible({ timeout: 6_000 });
  }).toPass({ timeout: 120_000 });
});
