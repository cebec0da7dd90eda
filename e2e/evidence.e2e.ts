import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { violationsOn } from './support/accessibility';
import { Recovering } from './support/recovering';
import { Restoring } from './support/restoring';
import { expect, test } from './support/test';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE' });

const UNCHANGED = /^Unverändert: In diesem Browser geprüft/;

async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als JSON speichern' }).last().click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

/** What the settings page says of a file. */
async function checked(page: Page, text: string): Promise<void> {
  await page.goto('/settings');
  const field = page.getByLabel('Einen Nachweis prüfen (JSON-Datei)');
  await field.setInputFiles({ name: 'nachweis.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('of a plan one page tells which machines run, from what, and why the others do not, on paper, too', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const recovering = new Recovering(page, world);
  await world.reset('disaster');
  await signIn('Adele Vance', '/recovery/new');
  await recovering.plan();
  await recovering.start();
  await expect(page.getByText('Läuft im Namen von Adele Vance.')).toBeVisible();
  const board = page.url();
  await page.goto(`${board}/evidence`);
  await expect(page.getByText('Das ist ein Zwischenstand.')).toBeVisible();
  await expect(page.getByText('Der virtuelle Computer des Plans läuft noch nicht wieder.')).toBeVisible();
  await page.goto(board);
  await recovering.untilAllAreBack();

  await page.getByRole('link', { name: 'Nachweis', exact: true }).click();
  await expect(page.getByText('Der virtuelle Computer des Plans läuft wieder.')).toBeVisible();
  await expect(page.getByText(UNCHANGED)).toBeVisible();
  const running = page.getByRole('region', { name: 'Diese virtuellen Computer laufen wieder' });
  await expect(running.getByRole('row', { name: /DBVM2/ })).toContainText(
    /Geheimnis \S+, Version [\da-f]{32}, in \S+\. Schlüssel \S+, Version [\da-f]{32}, in \S+\./,
  );
  const commands = page.getByRole('region', { name: 'Wer was verlangt hat' });
  await expect(commands.getByRole('row', { name: /Adele Vance.*Wiederherstellungsplan ausführen/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  const text = await saved(page);
  expect(text).toMatch(/^\{"records":\[\{"hash":"[\da-f]{64}","record":/);
  await page.emulateMedia({ media: 'print' });
  await expect(running).toBeVisible();
  await expect(page.getByText(`Adresse dieser Seite: ${page.url()}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Als JSON speichern' })).toHaveCount(0);

  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByText(UNCHANGED)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violationsOn(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(running).toBeVisible();
  await page.emulateMedia({ forcedColors: 'none' });

  await checked(page, text);
  await expect(page.getByText(UNCHANGED)).toBeVisible();
  await checked(page, text.replace('"state":"done"', '"state":"fine"'));
  await expect(page.getByText(/^Verändert: Eintrag \d+ ist nicht mehr/)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('of a restore one page tells point, keys, checks and what Azure has of it', async ({ page, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('FullRestoreVM1');
  await page.goto(journey);
  await page.getByRole('link', { name: 'Nachweis', exact: true }).click();
  const evidence = restoring.blade('Nachweis der Wiederherstellung');
  await expect(evidence.getByText(/^FullRestoreVM1 läuft noch nicht wieder/)).toBeVisible();
  await expect(evidence.getByText(UNCHANGED)).toBeVisible();
  await expect(evidence.getByText(/vault\.azure\.net\/secrets\/.+\/[\da-f]{32}/)).toBeVisible();
  await expect(evidence.getByText('Januar 2017', { exact: true })).toBeVisible();
  const steps = evidence.getByRole('region', { name: 'Schritte und Prüfungen' });
  await expect(steps.getByRole('row', { name: /^Datenträger wiederherstellen.*Erledigt/ })).toBeVisible();
  await expect(
    evidence
      .getByRole('region', { name: 'Azures Aktivitätsprotokoll dazu' })
      .getByRole('row', { name: /Succeeded|Accepted|Started/ })
      .first(),
  ).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('of a rehearsal one page tells what ran and shows its screen, held against the record, and what was removed', async ({
  browser,
  page,
  world,
  signIn,
}) => {
  test.slow();
  const recovering = new Recovering(page, world);
  await page.addInitScript(() => localStorage.setItem('tresor.edition', 'current'));
  await signIn('Adele Vance', '/recovery/new');
  await recovering.plan('FullRestoreVM1');
  await recovering.rehearse();
  await recovering.untilRemoved();

  const board = page.url();
  await page.getByRole('link', { name: 'Nachweis', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nachweis der Probe' })).toBeVisible();
  await expect(page.getByText('Der virtuelle Computer ist in der Probe gelaufen.')).toBeVisible();
  await expect(page.getByText(UNCHANGED)).toBeVisible();
  const screen = page.getByRole('img', { name: 'Konsole von FullRestoreVM1' });
  await expect(page.getByText(/Das Bild ist das aus dem Nachweis: SHA-256 [0-9a-f]{64}$/)).toBeVisible();
  expect(await screen.evaluate((image: HTMLImageElement) => [image.complete, image.naturalWidth])).toEqual([true, 640]);
  const removals = page.getByRole('region', { name: 'Was die Probe angelegt hatte, und was daraus wurde' });
  await expect(removals.getByRole('row', { name: /^(?:Art: )?Ressourcengruppe.*tresor-rehearsal-.*entfernt$/ })).toBeVisible();
  await expect(removals.getByRole('row', { name: /Schlüsseltresor.*entfernt$/ })).toBeVisible();
  const words = page.getByRole('region', { name: 'Was Azure dazu gemeldet hat, im Wortlaut' });
  await expect(words.getByRole('row', { name: /PowerState\/running/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await expect(page.getByText('der damals aktuelle', { exact: true })).toBeVisible();
  const ofPlan = page.getByText(/^Geprobter Plan: http\S+\/recovery\/[\da-f-]{36}$/);
  await expect(ofPlan).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(screen).toBeVisible();
  await expect(ofPlan).toBeVisible();
  await expect(page.getByRole('link', { name: 'Zum Plan, der geprobt wird' })).toHaveCount(0);
  // A4 between Chrome's margins.
  await page.setViewportSize({ width: 718, height: 1000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violationsOn(page)).toEqual([]);
  expect(await saved(page)).toContain('"kind":"removal"');

  // Who may only look has the record, and is told why the picture is not shown.
  const hers = await (await browser.newContext({ locale: 'de-DE' })).newPage();
  await signIn('Megan Bowen', `${new URL(board).pathname}/evidence`, hers);
  await expect(hers.getByText(/Sehen dürfen das Bild nur Personen/)).toBeVisible();
  await expect(hers.getByText(UNCHANGED)).toBeVisible();
  await hers.context().close();
});
