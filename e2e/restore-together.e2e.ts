import { expect, test } from './support/test';
import { Restoring } from './support/restoring';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

test('what a colleague does is noticed within seconds, and nothing says a name that was not used', async ({
  page,
  browser,
  world,
  signIn,
}) => {
  test.slow();
  const elsewhere = await browser.newContext({ locale: 'de-DE' });
  const adele = new Restoring(page, world);
  const alex = new Restoring(await elsewhere.newPage(), world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await adele.restoreDisks('WinUnmanagedVM1');
  await page.goto(`${journey}/machine`);
  const name = page.getByLabel('Name des virtuellen Computers');
  await name.fill('WebVM1');
  await page.getByLabel('Ressourcengruppe').selectOption('IgniteRG');
  await expect(page.getByText('Den Namen gibt es in dieser Ressourcengruppe schon.')).toBeVisible();
  await name.fill('AdelesVM');
  await expect(page.getByText('Nichts steht im Weg')).toBeVisible();

  await signIn('Alex Wilber', `${journey}/machine`, alex.page);
  await alex.page.getByLabel('Name des virtuellen Computers').fill('AlexsVM');
  await expect(alex.page.getByText('Nichts steht im Weg')).toBeVisible();
  await alex.button('Virtuellen Computer erstellen').click();
  await expect(alex.page.getByText('Azure erstellt den virtuellen Computer AlexsVM')).toBeVisible();
  await expect(page.getByText('Azure erstellt AlexsVM.')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('Azure erstellt den virtuellen Computer AdelesVM')).toHaveCount(0);
  await elsewhere.close();
});

/** Presses what starts the restore, or leads to it once the other tab has. */
const press = ({ start, begunElsewhere }: Restoring) => start.or(begunElsewhere).click();

test('two tabs that press at the same moment restore once', async ({ page, context, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  await restoring.choose('FullRestoreVM1');
  const other = new Restoring(await context.newPage(), world);
  await signIn('Adele Vance', new URL(page.url()).pathname, other.page);
  await expect(other.start).toBeEnabled();
  await Promise.all([press(restoring), press(other)]);
  const journeys = await Promise.all([restoring.journey(), other.journey()]);
  expect(journeys[1]).toBe(journeys[0]);
});

test('a tab that still shows what another one has started leads there, and forgets it when opened again', async ({
  page,
  context,
  world,
  signIn,
}) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  await restoring.choose('FullRestoreVM1');
  const other = new Restoring(await context.newPage(), world);
  const blade = new URL(page.url()).pathname;
  await signIn('Adele Vance', blade, other.page);
  await expect(other.start).toBeEnabled();
  await restoring.start.click();
  const journey = await restoring.journey();
  await expect(other.page.getByText('Die Wiederherstellung von FullRestoreVM1 haben Sie in einem anderen Tab gestartet.')).toBeVisible();
  await other.begunElsewhere.click();
  expect(await other.journey()).toBe(journey);
  // Who comes to the form afterwards is told of the restore that runs, and may choose for a second one.
  await other.page.goto(blade);
  await expect(other.page.getByRole('link', { name: 'Laufende Wiederherstellung öffnen' })).toBeVisible();
  await expect(other.start).toBeVisible();
});

test('where disks are back and wait for somebody, a colleague is told so before restoring them a second time', async ({
  page,
  browser,
  world,
  signIn,
}) => {
  await signIn('Alex Wilber', `${OPERATIONS_VAULT}/items`);
  const journey = await new Restoring(page, world).restoreDisks('LostKeysVM1');

  const elsewhere = await browser.newContext({ locale: 'de-DE' });
  const adele = await elsewhere.newPage();
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items/OperationsRG/LostKeysVM1/restore`, adele);
  await expect(
    adele.getByText(/Eine Wiederherstellung von LostKeysVM1, begonnen .* wartet noch auf jemanden: Schlüssel und/),
  ).toBeVisible();
  await adele.getByRole('link', { name: 'Wartende Wiederherstellung öffnen' }).click();
  await expect(adele).toHaveURL(new RegExp(`${journey}$`));
  await elsewhere.close();
});
