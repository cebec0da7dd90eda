import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import { Restoring } from './support/restoring';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

/** Of VHDs Azure does not say which were encrypted: a person decides. */
const confirmFirst = (page: Page) => page.getByRole('checkbox', { name: /^Azure soll alle Datenträger für Daten verschlüsseln/ });

test('Windows, single pass, left as VHDs: applying the encryption once is enough', async ({ page, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Alex Wilber', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('WinSingleVM1');
  await page.goto(`${journey}/machine`);
  await restoring.createMachine('WinSingleVM2');
  await page.goto(`${journey}/encryption`);
  await confirmFirst(page).check();
  await restoring.button('Verschlüsselung anwenden').click();
  await expect(restoring.blade('Verschlüsselung prüfen').getByText('Azure wendet die Verschlüsselung wieder an.')).toBeVisible();
  await world.advance(5);
  await expect(page.getByText('Azure meldet: Die Datenträger sind verschlüsselt.')).toBeVisible({ timeout: 20_000 });
});

test('Windows, left as VHDs: who checked says that nothing else was encrypted, and the step is done', async ({ page, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Alex Wilber', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('WinSingleVM1');
  await page.goto(`${journey}/machine`);
  await restoring.createMachine('WinSingleVM2');
  await page.goto(`${journey}/encryption`);
  const confirm = restoring.button('Als unverschlüsselt bestätigen');
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('checkbox', { name: 'Ich habe nachgesehen: Keiner davon war verschlüsselt.' }).check();
  await confirm.click();
  const step = restoring.blade('Verschlüsselung prüfen');
  await expect(step.getByText('Was verschlüsselt war, meldet Azure als verschlüsselt.')).toBeVisible();
  await expect(step.getByText(/^Alex Wilber hat bestätigt/)).toBeVisible();
  await page.goto(`${journey}/record`);
  await expect(page.getByRole('heading', { name: 'Datenträger als unverschlüsselt bestätigen' })).toBeVisible();
});

test('a step that did not help says why and what to do, and is not offered as before', async ({ page, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Alex Wilber', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('LinuxUnmanagedVM1');
  await page.goto(`${journey}/machine`);
  await restoring.createMachine('LinuxUnmanagedVM2');
  await page.goto(`${journey}/encryption`);
  const apply = restoring.button('Verschlüsselung anwenden');
  const client = page.getByLabel('Client-ID der Anwendung');
  const secret = page.getByLabel('Geheimer Clientschlüssel');
  // The extension of the old machine names it.
  await expect(client).toHaveValue(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  await client.fill('00000000-0000-4000-8000-000000000001');
  await secret.fill('falsch');
  await expect(apply).toHaveAttribute('aria-disabled', 'true');
  await confirmFirst(page).check();
  await apply.click();
  await expect(restoring.blade('Verschlüsselung prüfen').getByText('Azure wendet die Verschlüsselung wieder an.')).toBeVisible();
  await world.advance(5);
  await expect(page.getByText(/AADSTS700016/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('legen Sie in der App-Registrierung einen neuen an')).toBeVisible();
  await client.fill('00000000-0000-4000-8000-000000000001');
  await secret.fill('falsch');
  await expect(apply).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('checkbox', { name: 'Die Ursache ist behoben. Noch einmal versuchen.' }).check();
  await expect(apply).not.toHaveAttribute('aria-disabled', 'true');
});
