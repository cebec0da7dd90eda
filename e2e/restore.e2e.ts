import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import type { World } from './support/world';
import { OPERATIONS_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'de-DE' });

const restores = `${OPERATIONS_VAULT}/restores`;

/** From the backup item to the restored disks, as cards 1 and 2 of the article lead. Answers the address of the journey. */
async function restoreDisks(page: Page, world: World, machine: string): Promise<string> {
  const { ok, blade } = { ok: page.getByRole('button', { name: 'OK', exact: true }), blade: new Wizard(page).blade('Wiederherstellen') };
  await page.getByRole('link', { name: machine }).click();
  await page
    .getByRole('link', { name: 'Wiederherstellen' })
    .or(page.getByRole('button', { name: 'Wiederherstellen' }))
    .first()
    .click();
  await page.getByRole('link', { name: /^1\. ?Wiederherstellungspunkt/ }).click();
  await page.getByRole('row').nth(1).getByRole('radio').check();
  await ok.click();
  await page
    .getByRole('row', { name: /contosostaging/ })
    .getByRole('radio')
    .check();
  await ok.click();
  await blade.getByRole('button', { name: 'Wiederherstellen', exact: true }).dblclick();
  await expect(page).toHaveURL(new RegExp(`${restores}/[0-9a-f-]{36}$`));
  await world.advance(120);
  await expect(page.getByText('Datenträger wiederherstellen').locator('..')).toContainText('Erledigt', { timeout: 20_000 });
  return new URL(page.url()).pathname;
}

async function next(page: Page, step: string): Promise<void> {
  await page
    .getByRole('link', { name: `Weiter: ${step}` })
    .or(page.getByRole('button', { name: `Weiter: ${step}` }))
    .first()
    .click();
}

async function createMachine(page: Page, world: World, name: string): Promise<void> {
  const blade = new Wizard(page).blade('Virtuellen Computer erstellen');
  await blade.getByLabel('Name des virtuellen Computers').fill(name);
  await expect(blade.getByText('Nichts steht im Weg')).toBeVisible();
  await blade.getByRole('button', { name: 'Virtuellen Computer erstellen', exact: true }).dblclick();
  await expect(blade.getByText('Azure erstellt den virtuellen Computer.')).toBeVisible();
  await world.advance(10);
  await expect(blade.getByText(`${name} ist erstellt.`)).toBeVisible({ timeout: 20_000 });
}

test('helpdesk brings an encrypted machine back to life without a shell', async ({ page, world, signIn }) => {
  test.slow();
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoreDisks(page, world, 'FullRestoreVM1');
  await next(page, 'Virtuellen Computer erstellen');
  await createMachine(page, world, 'FullRestoreVM2');
  await page.goto(journey);
  await expect(page.getByText('Im Speicherkonto liegen noch Dateien mit Schlüsseldaten.')).toBeVisible();
  await page.goto(restores);
  await expect(page.getByRole('row', { name: /FullRestoreVM1/ })).toHaveCount(1);
});

test('a machine whose key vault is gone gets its key and secret in a new one first', async ({ page, world, signIn }) => {
  test.slow();
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoreDisks(page, world, 'LostVaultVM1');
  await expect(page.getByText('Schlüssel oder Geheimnis fehlen')).toBeVisible();
  await page.goto(`${journey}/machine`);
  await expect(page.getByText('Erst kommen die Schritte davor').first()).toBeVisible();
  await page.goto(journey);
  await next(page, 'Schlüssel und Geheimnis');
  await page.getByRole('radio', { name: /Erst einen neuen Schlüsseltresor anlegen/ }).check();
  await page.getByLabel('Name des neuen Schlüsseltresors').fill('neuerTresorKV');
  await page.getByRole('button', { name: 'Zurückholen' }).click();
  await expect(page).toHaveURL(`${journey}/machine`, { timeout: 20_000 });
  await createMachine(page, world, 'LostVaultVM2');
});

test('a colleague takes a restore over by its address', async ({ page, browser, world, signIn }) => {
  test.slow();
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoreDisks(page, world, 'FullRestoreVM1');
  const context = await browser.newContext({ locale: 'de-DE' });
  const colleague = await context.newPage();
  await signIn('Alex Wilber', journey, colleague);
  await expect(colleague.getByRole('heading', { name: 'Wiederherstellung', exact: true })).toBeVisible();
  await expect(colleague.getByText('Datenträger wiederherstellen').locator('..')).toContainText('Erledigt');
  await context.close();
});
