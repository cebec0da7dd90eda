import { deleteDisks } from './support/azure';
import { Restoring } from './support/restoring';
import { expect, test } from './support/test';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

const PATIENT = { timeout: 20_000 };

test('a restored disk that somebody deleted is restored again within the same restore, and what came twice goes', async ({
  page,
  product,
  world,
  signIn,
}) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', '/settings');
  await page.getByRole('radio', { name: /^Heute/ }).check();
  await page.goto(`${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('WinSingleVM1');
  await deleteDisks(product, 'winsinglevm1-datadisk-000-');
  await page.goto(`${journey}/disks`);
  const step = restoring.blade('Datenträger wiederherstellen');
  await expect(step.getByText(/aber einer oder mehrere davon sind nicht mehr da/)).toBeVisible(PATIENT);
  await expect(step.getByText(/^winsinglevm1-datadisk-000-/)).toBeVisible();
  await expect(
    step.getByText(/Einzelne Datenträger stellt Azure Backup bei verschlüsselten virtuellen Computern nicht wieder her/),
  ).toBeVisible();
  await step.getByRole('button', { name: 'Fehlenden Datenträger wiederherstellen' }).dblclick();
  await expect(step.getByText('Azure holt die Datenträger zurück.')).toBeVisible(PATIENT);
  await world.advance(120);
  await expect(step.getByRole('heading', { name: 'Doppelt vorhanden' })).toBeVisible(PATIENT);
  await expect(step.getByText(/^winsinglevm1-datadisk-000-/)).toHaveCount(1);
  await expect(step.getByText(/^winsinglevm1-osdisk-/)).toHaveCount(2);
  await step.getByRole('button', { name: 'Doppelte löschen' }).click();
  await expect(step.getByText(/^Verwalteter Datenträger winsinglevm1-osdisk-.*: gelöscht$/)).toBeVisible(PATIENT);
  await expect(step.getByText(/^winsinglevm1-osdisk-/)).toHaveCount(1);

  // One restore in the list, and every command in its record.
  await page.goto(`${OPERATIONS_VAULT}/restores`);
  await expect(page.getByRole('row', { name: /WinSingleVM1/ })).toHaveCount(1);
  await page.goto(`${journey}/record`);
  await expect(page.getByRole('heading', { name: 'Fehlende Datenträger wiederherstellen' })).toBeVisible(PATIENT);
  await expect(page.getByRole('heading', { name: 'Doppelte Datenträger löschen' })).toBeVisible();
});
