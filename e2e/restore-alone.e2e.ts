import { machineNames, purge } from './support/azure';
import { Restoring } from './support/restoring';
import { expect, test } from './support/test';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

const NAME = 'AlleinVM1';
const PATIENT = { timeout: 30_000 };

test('a restore of six hours goes on without its page, waits when the sign-in is ended, and a second person takes it to its end with nothing done twice', async ({
  browser,
  product,
  world,
  signIn,
}) => {
  test.slow();
  const open = async () => new Restoring(await (await browser.newContext({ locale: 'de-DE' })).newPage(), world);
  await world.restoresTake(360);
  const adele = await open();
  await signIn('Adele Vance', '/settings', adele.page);
  await adele.page.getByRole('radio', { name: /^Heute/ }).check();
  await adele.page.goto(`${OPERATIONS_VAULT}/items`);
  await adele.choose('LinuxSingleVM1');
  await adele.start.click();
  const journey = await adele.journey();
  await expect(adele.page.getByText(/gewöhnlich/)).toBeVisible();

  // Everything is asked while the disks are on their way.
  await adele.page.getByRole('link', { name: 'Alles jetzt beantworten' }).click();
  const form = adele.blade('Bis zum Ende laufen lassen');
  await form.getByLabel('Name des virtuellen Computers').fill(NAME);
  await expect(form.getByText('Nichts steht im Weg')).toBeVisible();
  await expect(form.getByText(/Ohne geöffnete Seite reicht das so lange wie Ihre Anmeldung, zurzeit bis/)).toBeVisible();
  await form.getByRole('button', { name: 'Bis zum Ende laufen lassen', exact: true }).click();
  await expect(form.getByText('Läuft von selbst, im Namen von Adele Vance.')).toBeVisible();
  await adele.page.context().close();

  await world.advance(180);
  await world.endTokens('adele.vance@contoso.example');
  await world.advance(240);
  // Who may only look sees that it waits, and does not set it going.
  const megan = await open();
  await signIn('Megan Bowen', journey, megan.page);
  await expect(megan.page.getByText(/^Wartet seit .* auf einen Menschen\.$/)).toBeVisible(PATIENT);
  await expect(
    megan.page.getByText(/^Ihnen fehlen Rechte für: .*Virtuellen Computer erstellen.*anhalten können Sie den Ablauf deshalb nicht\.$/),
  ).toBeVisible();
  expect(await machineNames(product)).not.toContain(NAME);
  await megan.page.context().close();

  const alex = await open();
  await signIn('Alex Wilber', journey, alex.page);
  await expect(alex.page.getByText('Läuft von selbst, im Namen von Alex Wilber.').first()).toBeVisible(PATIENT);
  const allDone = alex.page.getByText('Alles erledigt. Der virtuelle Computer läuft.');
  // Half an hour after the other, until the screen says so.
  await expect(async () => {
    await world.advance(30);
    await expect(allDone).toBeVisible({ timeout: 6_000 });
  }).toPass({ timeout: 120_000 });
  await expect(alex.page.getByText(/^Der Ablauf ist am Ende/)).toBeVisible(PATIENT);

  expect((await machineNames(product)).filter((name) => name === NAME)).toHaveLength(1);
  await alex.page.goto(`${OPERATIONS_VAULT}/jobs`);
  for (const operation of [/Sicherung konfigurieren/, /Sicherung(?! konf)/]) {
    await expect(alex.page.getByRole('row', { name: new RegExp(NAME) }).filter({ hasText: operation })).toHaveCount(1);
  }
  await expect(alex.page.getByRole('row', { name: /LinuxSingleVM1.*Wiederherstellen/ })).toHaveCount(1);
  await alex.page.context().close();
});

test('where nobody was asked the run stops and says why and where to go, and a person takes back control', async ({
  page,
  product,
  world,
  signIn,
}) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  await restoring.choose('LinuxSingleVM1');
  await restoring.start.click();
  const journey = await restoring.journey();
  const { secret } = await restoring.keys();
  await page.getByRole('link', { name: 'Alles jetzt beantworten' }).click();
  const run = restoring.blade('Bis zum Ende laufen lassen');
  await expect(run.getByText('Schlüssel und Geheimnis sind da.')).toBeVisible();
  await expect(run.getByText('Nichts steht im Weg')).toBeVisible();
  await run.getByRole('button', { name: 'Bis zum Ende laufen lassen', exact: true }).click();
  await expect(run.getByText('Läuft von selbst, im Namen von Adele Vance.')).toBeVisible();

  // Somebody deletes the secret for good while the disks are on their way.
  await purge(product, secret.url);
  await expect(run.getByText(/^Braucht seit .* einen Menschen: Schlüssel und Geheimnis\.$/)).toBeVisible(PATIENT);
  await expect(run.getByText(/^Schlüssel oder Geheimnis fehlen\. Am Anfang waren sie da/)).toBeVisible();
  await expect(run.getByRole('link', { name: 'Zum Schritt: Schlüssel und Geheimnis' })).toBeVisible();
  await run.getByRole('button', { name: 'Wieder selbst übernehmen' }).click();
  await expect(restoring.blade('Wiederherstellung').getByText(/^Adele Vance hat den Ablauf angehalten/)).toBeVisible();
  await page.goto(journey);
  await expect(restoring.button('Weiter: Schlüssel und Geheimnis')).toBeVisible();
});
