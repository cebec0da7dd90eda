import { expect, test } from './support/test';
import { Restoring } from './support/restoring';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

test('what the old machine had stands beside the new one, and its tags, which were left out, come over by a click', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Alex Wilber', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('WinSingleVM1');
  await page.goto(`${journey}/machine`);
  await expect(page.getByText(/^cost-center: 4711, application: orders\. /)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Mit den Tags des alten virtuellen Computers erstellen' }).uncheck();
  await restoring.createMachine('WinSingleVM2');
  await page.goto(`${journey}/after-care`);
  const setting = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  await expect(setting('Feste private IP-Adresse')).toContainText('10.0.0.77');
  await expect(setting('Feste private IP-Adresse')).toContainText('Den alten virtuellen Computer gibt es noch');
  await page.getByRole('button', { name: 'Tags übernehmen' }).click();
  await expect(setting('Tags')).toContainText('Übernommen.');
  await expect(setting('Tags').getByText('cost-center: 4711, application: orders')).toHaveCount(2);
});

test('a machine is created without the proximity placement group of the old one where the person decides so', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('AppVM1');
  await page.goto(`${journey}/machine`);
  await page.getByRole('checkbox', { name: /^Ohne die Näherungsplatzierungsgruppe app-proximity/ }).check();
  await restoring.createMachine('AppVM3');
  await page.goto(`${journey}/after-care`);
  const setting = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Näherungsplatzierungsgruppe' }) });
  await expect(setting).toContainText('app-proximity');
  await expect(setting).toContainText(/Neu\s*nichts/);
});
