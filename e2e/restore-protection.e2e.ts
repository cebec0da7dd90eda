import { Restoring } from './support/restoring';
import { expect, test } from './support/test';
import { OPERATIONS_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

test('a restored machine is called backed up once Azure Backup may read its keys and has made a recovery point', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('RevokedVM1');
  await restoring.next('Virtuellen Computer erstellen');
  await restoring.createMachine('RevokedVM2');
  await page.goto(`${journey}/protection`);
  const blade = restoring.blade('Wieder sichern');
  await expect(blade.getByText('Ausgewählt ist die Richtlinie des alten virtuellen Computers.')).toBeVisible();
  await expect(blade.getByText('RevokedKV: Berechtigungen fehlen')).toBeVisible();
  await blade.getByRole('button', { name: 'Sicherung aktivieren' }).click();
  await expect(blade.getByText('Azure richtet die Sicherung ein.').first()).toBeVisible();
  await world.advance(5);

  const backUp = blade.getByRole('button', { name: 'Jetzt sichern' });
  await expect(backUp).toHaveAttribute('aria-disabled', 'true', { timeout: 20_000 });
  await expect(blade.getByText('Azure Backup darf RevokedKV noch nicht lesen. Erteilen Sie zuerst den Zugriff.')).toBeVisible();
  await blade.getByRole('link', { name: 'Zugriff erteilen oder anfragen: RevokedKV' }).click();
  const keyVault = new Wizard(page).blade('RevokedKV');
  await keyVault.getByRole('button', { name: 'Zugriff erteilen' }).click();
  await expect(blade.getByText('RevokedKV: Zugriff vorhanden')).toBeVisible();
  await expect(backUp).toBeEnabled();
  await backUp.click();
  await expect(blade.getByText('Azure sichert RevokedVM2 zum ersten Mal.')).toBeVisible();
  await expect(page.getByText('sichert RevokedVM2. Der neueste')).toBeHidden();
  await world.advance(240);
  await expect(blade.getByText(/sichert RevokedVM2\. Der neueste Wiederherstellungspunkt ist vom/)).toBeVisible({ timeout: 20_000 });
  await page.goto(journey);
  await expect(restoring.card('Wieder sichern')).toContainText('Erledigt');
});

test('a machine that the rules in force forbid is not offered, and the rule is named', async ({ page, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('BekSingleVM1');
  await restoring.next('Virtuellen Computer erstellen');
  await restoring.createMachine('BekSingleVM2');
  await page.goto(`${journey}/protection`);
  const blade = restoring.blade('Wieder sichern');
  await expect(blade.getByText('Nach dem gewählten Regelstand sichert Azure Backup diesen virtuellen Computer nicht.')).toBeVisible();
  await expect(blade.getByRole('link', { name: 'Regel in der Supportmatrix' })).toBeVisible();
  await expect(blade.getByRole('button', { name: 'Sicherung aktivieren' })).toHaveCount(0);
  await page.goto('/settings');
  await page.getByRole('radio', { name: /^Heute/ }).check();
  await page.goto(`${journey}/protection`);
  await expect(blade.getByRole('button', { name: 'Sicherung aktivieren' })).toBeEnabled();
});
