import { removeBlob } from './support/azure';
import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';
import { RESTORES, Restoring } from './support/restoring';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

test('a disk that is gone comes back within the same restore, what came twice is deleted, and the machine is made', async ({
  page,
  product,
  world,
  signIn,
}) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Alex Wilber', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('WinSingleVM1');
  await page.goto(`${journey}/disks`);
  const step = restoring.blade('Datenträger wiederherstellen');
  const vhd = step.getByRole('listitem').filter({ hasText: /^https:.*datadisk-000/ });
  const lost = (await vhd.textContent()) ?? '';
  await removeBlob(product, lost);

  await expect(step.getByText('aber einer oder mehrere davon sind nicht mehr da')).toBeVisible({ timeout: 20_000 });
  await expect(
    step.getByText('Einzelne Datenträger stellt Azure Backup bei verschlüsselten virtuellen Computern nicht wieder her'),
  ).toBeVisible();
  const again = step.getByRole('button', { name: 'Fehlenden Datenträger wiederherstellen' });
  expect(await violationsOn(page)).toEqual([]);
  await again.focus();
  await page.keyboard.press('Enter');
  await expect(step.getByText('Azure überträgt die Datenträger.')).toBeVisible();
  await expect(again).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await world.advance(240);
  await expect(step.getByText('Erledigt')).toBeVisible({ timeout: 20_000 });
  await expect(vhd).toHaveCount(1);
  await expect(vhd).not.toHaveText(lost);

  const duplicate = step.getByRole('listitem').filter({ hasText: /^winsinglevm1-osdisk.*GB/ });
  await expect(duplicate).toBeVisible();
  await step.getByRole('button', { name: 'Doppelte löschen' }).click();
  await expect(step.getByText(/VHD-Datei winsinglevm1-osdisk.*: gelöscht/)).toBeVisible();
  await expect(duplicate).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');

  // The list has the restore once; what only completed it leads there.
  await step.getByRole('link', { name: 'Auftrag für die fehlenden Datenträger öffnen' }).click();
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/);
  const second = page.url().slice(-36);
  await page.goto(`${RESTORES}/${second}`);
  await page.getByRole('link', { name: 'Zur anderen Wiederherstellung' }).click();
  await expect(page).toHaveURL(new RegExp(`${journey}$`));
  await page.goto(RESTORES);
  await expect(page.getByRole('row', { name: /WinSingleVM1/ })).toHaveCount(1);

  await page.goto(`${journey}/machine`);
  await restoring.createMachine('WinSingleVM2');
});
