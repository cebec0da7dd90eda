import { expectedOutcomes } from '../packages/local-azure/src/seeds/catastrophe/expected-outcomes';
import { Effort } from './support/effort';
import { expect, test } from './support/test';

test.use({ locale: 'de-DE' });

const gone = expectedOutcomes().filter(({ ends }) => ends !== 'spared');
/** Of those without any recovery point there is nothing to bring back. */
const missing = gone.filter(({ point }) => point !== 'none').length;

test('a helpdesk agent sets 187 machines going with a few clicks and nothing typed', async ({ page, world }) => {
  // What stands before each of them is some five thousand questions.
  test.setTimeout(300_000);
  await world.reset('catastrophe');
  const effort = await Effort.watch(page);
  const link = (name: string) => page.getByRole('link', { name, exact: true });

  await page.goto('/');
  await page.getByRole('button', { name: 'Alex Wilber' }).click();
  await link('Einstellungen').click();
  await page.getByRole('radio', { name: /^Heute/ }).click();
  await page.getByRole('navigation', { name: 'Hub-Menü' }).getByRole('link', { name: 'Wiederherstellungspläne' }).click();
  await link('Neuer Plan').click();
  expect(missing).toBe(187);
  await page.getByRole('button', { name: `Plan für ${gone.length} virtuelle Computer erstellen` }).click({ timeout: 90_000 });
  const never = page.getByRole('region', { name: `weil nie gesichert (${gone.length - missing})` });
  await expect(never.getByRole('link')).toHaveCount(gone.length - missing, { timeout: 90_000 });
  await page.getByRole('button', { name: `${missing} virtuelle Computer zurückholen` }).click({ timeout: 90_000 });

  await expect(page.getByText('Läuft im Namen von Alex Wilber.')).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(/^Ohne geöffnete Seite läuft der Plan mindestens bis/)).toBeVisible();
  await expect(page.getByText('Azure stellt die Datenträger wieder her.').first()).toBeVisible({ timeout: 120_000 });
  expect(effort.clicks).toBeLessThanOrEqual(10);
  expect(effort.typedFields).toBe(0);
});
