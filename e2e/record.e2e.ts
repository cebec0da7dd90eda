import { giveTicket } from './support/ticket';
import { expect, test } from './support/test';
import { Restoring } from './support/restoring';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE', permissions: ['clipboard-read', 'clipboard-write'] });

test('the record of a restore tells everybody who reads the vault the same, also on paper', async ({ page, browser, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('FullRestoreVM1');
  await restoring.next('Virtuellen Computer erstellen');
  await restoring.createMachine('Protokolliert');
  await page.goto(journey);
  await page.getByRole('link', { name: 'Protokoll', exact: true }).click();
  const record = restoring.blade('Protokoll der Wiederherstellung');
  const steps = record.getByRole('region', { name: 'Wer was getan hat' });
  const [disks, machine] = [/^Datenträger wiederherstellen/, /^Virtuellen Computer erstellen/].map((name) =>
    steps.getByRole('listitem').filter({ hasText: name }),
  );
  await expect(disks ?? steps).toContainText('Adele Vance');
  await expect(disks ?? steps).toContainText('Erfolgreich');
  await expect(machine ?? steps).toContainText('Protokolliert');
  await expect(machine ?? steps).toContainText('Erfolgreich');
  await expect(record.getByText('Virtueller Computer nachher')).toBeVisible();
  await expect(record.getByText(/^Protokolliert \(/)).toBeVisible();

  const elsewhere = await browser.newContext({ locale: 'de-DE' });
  const reader = await elsewhere.newPage();
  await signIn('Megan Bowen', `${journey}/record`, reader);
  const same = reader.getByRole('region', { name: 'Wer was getan hat' });
  await expect(same.getByRole('listitem')).toHaveCount(2);
  expect(await same.innerText()).toBe(await steps.innerText());
  await elsewhere.close();

  await page.setViewportSize({ width: 390, height: 844 });
  const values = await steps.locator('dd').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  expect(values.length).toBeGreaterThan(0);
  expect(Math.min(...values)).toBeGreaterThan(390 * 0.4);

  await page.emulateMedia({ media: 'print' });
  await expect(steps).toBeVisible();
  await expect(restoring.blade('Wiederherstellung')).toBeHidden();
  await expect(page.getByText(`${journey}/record`)).toBeVisible();
});

test('a hand-over says where a restore stands, what comes next, and where to go on', async ({ page, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('FullRestoreVM1');
  await restoring.button('Übergabe kopieren').click();
  await expect(restoring.button('Kopiert')).toBeVisible();
  const letter = await page.evaluate(() => navigator.clipboard.readText());
  expect(letter).toMatch(/^Wiederherstellung von FullRestoreVM1 aus OperationsVault/);
  expect(letter).toContain('1. Datenträger wiederherstellen: Erledigt');
  expect(letter).toContain('Als Nächstes: Virtuellen Computer erstellen');
  expect(letter.split('\n').at(-1)).toBe(new URL(journey, page.url()).href);
});

test('the activity log says how a command ended, and on which machine', async ({ page, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  await restoring.choose('FullRestoreVM1');
  const ticket = await giveTicket(restoring.blade('Wiederherstellen'));
  await restoring.start.click();
  await restoring.journey();
  await world.advance(120);
  await expect(restoring.card('Datenträger wiederherstellen')).toContainText('Erledigt', { timeout: 20_000 });
  await page.goto(`${OPERATIONS_VAULT}/activity`);
  const log = restoring.blade('Aktivitätsprotokoll');
  await log.getByRole('searchbox').fill(ticket);
  const row = log.getByRole('row', { name: /Datenträger wiederherstellen/ });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('FullRestoreVM1');
  await expect(row).toContainText('Erfolgreich');
});

test('a ticket number that goes with a command stands in the record, and is found by it', async ({ page, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  await restoring.choose('FullRestoreVM1');
  const ticket = await giveTicket(restoring.blade('Wiederherstellen'), 'Müller');
  await restoring.start.click();
  const journey = await restoring.journey();
  await page.goto(`${journey}/record`);
  const steps = page.getByRole('region', { name: 'Wer was getan hat' });
  await expect(steps.getByRole('listitem')).toContainText(ticket);
  await page.goto(`${OPERATIONS_VAULT}/activity`);
  const log = restoring.blade('Aktivitätsprotokoll');
  await log.getByRole('searchbox').fill(ticket);
  const row = log.getByRole('row', { name: /Datenträger wiederherstellen/ });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('FullRestoreVM1');
});
