import type { Page } from '@playwright/test';
import { machineNames, purge, versionsOf } from './support/azure';
import { expect, test } from './support/test';
import { RESTORES, Restoring } from './support/restoring';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

test('the server is killed in every step and a colleague goes on: each step is done, and none is done twice', async ({
  page,
  browser,
  product,
  world,
  signIn,
}) => {
  test.slow();
  const context = await browser.newContext({ locale: 'de-DE' });
  const adele = new Restoring(page, world);
  const alex = new Restoring(await context.newPage(), world);

  /** The server dies while it waits for this answer of Azure; `drip`: Azure has done what it was told, `hang`: it has not begun. */
  const killWhile = async (operation: string, how: 'drip' | 'hang', press: () => Promise<void>) => {
    await world.fail(operation, how, 1);
    await press();
    await world.struck();
    await product.crashBff();
    await world.recover();
  };

  await signIn('Adele Vance', '/settings');
  await page.getByRole('radio', { name: /^Heute/ }).check();
  await page.goto(`${OPERATIONS_VAULT}/items`);
  await adele.choose('LinuxSingleVM1');
  await killWhile('GET .*/backupOperations/', 'hang', () => adele.start.click());

  await signIn('Alex Wilber', RESTORES, alex.page);
  await alex.page.getByRole('link', { name: 'LinuxSingleVM1' }).click();
  const journey = await alex.journey();
  await adele.start.click();
  expect(await adele.journey()).toBe(journey);
  const keys = await adele.keys();
  await purge(product, keys.key.url);
  await purge(product, keys.secret.url);
  await product.crashBff();
  await world.advance(240);
  await expect(alex.page.getByText('Jetzt zu tun, soweit Sie sehen dürfen')).toBeVisible({ timeout: 20_000 });

  await alex.next('Schlüssel und Geheimnis');
  await expect(alex.page.getByRole('radio', { name: /RestoreKV/ })).toBeChecked();
  await killWhile('POST /keys/restore', 'drip', () => alex.button('Zurückholen').click());
  await page.goto(`${journey}/keys`);
  await expect(page.getByRole('row', { name: /Schlüssel \(KEK\)/ })).toContainText('vorhanden');
  await adele.button('Zurückholen').click();
  await expect(page).toHaveURL(`${journey}/machine`);
  for (const { url } of [keys.key, keys.secret]) expect(await versionsOf(product, url), url).toBe(1);

  await page.getByLabel('Name des virtuellen Computers').fill('LinuxSingleVM2');
  await expect(page.getByText('Nichts steht im Weg')).toBeVisible();
  await killWhile('PUT .*/virtualMachines/LinuxSingleVM2$', 'drip', () => adele.button('Virtuellen Computer erstellen').click());
  await alex.page.goto(`${journey}/machine`);
  await expect(alex.page.getByText('Azure erstellt LinuxSingleVM2.')).toBeVisible();
  await world.advance(10);
  await expect(alex.page.getByText('LinuxSingleVM2 ist erstellt.')).toBeVisible();

  await alex.page.goto(`${journey}/encryption`);
  await killWhile('PUT .*/LinuxSingleVM2/extensions/', 'drip', () => alex.button('Verschlüsselung anwenden').click());
  await page.goto(`${journey}/encryption`);
  await expect(page.getByText('Azure wendet die Verschlüsselung wieder an.')).toHaveCount(2);
  await world.advance(10);
  await expect(page.getByText('Die Datenträger sind verschlüsselt.')).toBeVisible();

  await page.goto(`${journey}/protection`);
  await killWhile('PUT .*/protectedItems/', 'drip', () => adele.button('Sicherung aktivieren').click());
  await alex.page.goto(`${journey}/protection`);
  await expect(alex.page.getByText('Azure richtet die Sicherung ein.').first()).toBeVisible();
  await world.advance(10);
  await expect(alex.page.getByText('noch keinen Wiederherstellungspunkt').first()).toBeVisible({ timeout: 20_000 });
  await killWhile('POST .*LinuxSingleVM2/backup$', 'drip', () => alex.button('Jetzt sichern').click());
  await page.goto(`${journey}/protection`);
  await expect(page.getByText('Azure macht die erste Sicherung.').first()).toBeVisible();
  await world.advance(240);
  await expect(page.getByText(/sichert LinuxSingleVM2\. Der neueste Wiederherstellungspunkt ist vom/)).toBeVisible({ timeout: 20_000 });

  await alex.page.goto(`${journey}/after-care`);
  await killWhile('DELETE .*/encryption_info', 'hang', () => alex.button('Löschen und nachsehen').click());
  await page.goto(`${journey}/after-care`);
  await adele.button('Löschen und nachsehen').click();
  await expect(page.getByText('Alles erledigt. Der virtuelle Computer läuft.')).toBeVisible();
  await context.close();

  expect((await machineNames(product)).filter((name) => name === 'LinuxSingleVM2')).toHaveLength(1);
  await page.goto(RESTORES);
  await expect(page.getByRole('row', { name: /LinuxSingleVM/ })).toHaveCount(1);
  await page.goto(`${OPERATIONS_VAULT}/jobs`);
  for (const job of [/LinuxSingleVM2.*Sicherung konfigurieren/, /LinuxSingleVM2.*Sicherung(?! konf)/, /LinuxSingleVM1.*Wiederherstellen/])
    await expect(page.getByRole('row', { name: job })).toHaveCount(1);
});

/** Time without a click: the token in the browser is too old. */
async function outlastToken(page: Page): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await page.clock.setSystemTime(now + 2 * 3_600_000);
}

/** A night without a click: nothing renews the token, and the company wants to see again who it is. */
async function outlastSession(page: Page): Promise<void> {
  await outlastToken(page);
  await page.context().clearCookies();
  await page.evaluate(() => {
    for (const key of Object.keys(sessionStorage)) if (key.includes('refreshtoken')) sessionStorage.removeItem(key);
  });
}

test('a token that runs out in the middle is renewed unnoticed, a session leads back to the same step, and nothing that was typed is lost', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  await restoring.choose('FullRestoreVM1');
  await outlastToken(page);
  const renewal = page.waitForRequest(/oauth2\/v2.0\/token/);
  await restoring.start.click();
  await renewal;
  const journey = await restoring.journey();
  await world.advance(240);

  await restoring.next('Virtuellen Computer erstellen');
  const name = page.getByLabel('Name des virtuellen Computers');
  await name.fill('FullRestoreVM2');
  await expect(page.getByText('Nichts steht im Weg')).toBeVisible();
  await outlastSession(page);
  await restoring.button('Virtuellen Computer erstellen').click();
  await page.getByRole('button', { name: /^Adele Vance/ }).click();
  await expect(page).toHaveURL(`${journey}/machine`);
  await expect(name).toHaveValue('FullRestoreVM2');
  await restoring.createMachine('FullRestoreVM2');
});
