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
  await expect(page.getByText('Nichts steht im Weg')).toBeHidden();
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

test('two tabs that press at the same moment restore once', async ({ page, context, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  await restoring.choose('FullRestoreVM1');
  const other = new Restoring(await context.newPage(), world);
  await signIn('Adele Vance', new URL(page.url()).pathname, other.page);
  await expect(other.start).toBeEnabled();
  await Promise.all([restoring.start.click(), other.start.click()]);
  const journeys = await Promise.all([restoring.journey(), other.journey()]);
  expect(journeys[1]).toBe(journeys[0]);
});
