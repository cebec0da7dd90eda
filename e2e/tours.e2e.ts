import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';
import { IGNITE_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'de-DE' });

test('a tour leads to an enabled backup, goes on by itself, and is taken up where it was left', async ({ page, signIn }) => {
  const wizard = new Wizard(page);
  const strip = page.getByRole('complementary', { name: /^Rundgang: Einen Computer sichern/ });
  const entry = page.getByRole('region', { name: 'Einen Computer sichern' });
  await signIn('Adele Vance', '/help');
  await page.getByRole('link', { name: 'Rundgänge' }).click();
  await expect(entry).toContainText('8 Schritte');
  await entry.getByRole('button', { name: 'Beginnen' }).click();
  await expect(strip).toContainText('Schritt 1 von 8');
  const vaults = page.getByRole('navigation', { name: 'Hub-Menü' }).getByRole('link', { name: 'Recovery Services-Tresore' });
  await expect(vaults).toHaveAttribute('data-tour-next', '');
  await vaults.click();
  await expect(strip).toContainText('Schritt 2 von 8');
  await expect(vaults).not.toHaveAttribute('data-tour-next');

  // Somebody who knows the way is ahead of it.
  await page.goto(`${IGNITE_VAULT}/backup`);
  await expect(strip).toContainText('Schritt 4 von 8');
  expect(await violationsOn(page)).toEqual([]);
  await strip.getByRole('button', { name: 'Zurück' }).click();
  await expect(strip).toContainText('Schritt 3 von 8');
  await strip.getByRole('button', { name: 'Später fortsetzen' }).click();
  await expect(strip).toHaveCount(0);

  await page.goto('/tours');
  await expect(entry).toContainText('Sie sind bei Schritt 3 von 8');
  await entry.getByRole('button', { name: 'Fortsetzen' }).click();
  await page.goto(`${IGNITE_VAULT}/backup`);
  // It comes last, and goes by what is opened from then on; nobody is as fast as a test.
  await expect(strip).toContainText('Schritt 4 von 8');
  await wizard.chooseGoal();
  await expect(strip).toContainText('Schritt 6 von 8');
  await wizard.ok.click();
  await expect(strip).toContainText('Schritt 7 von 8');
  await wizard.row('DBVM2').getByRole('checkbox').check();
  await wizard.ok.click();
  await wizard.enable.click();
  await expect(strip).toContainText('Schritt 8 von 8');
  await strip.getByRole('button', { name: 'Rundgang beenden' }).click();
  await expect(strip).toHaveCount(0);
  await page.goto('/tours');
  await expect(entry.getByRole('button', { name: 'Beginnen' })).toBeVisible();
});

test('a step says why it is there, with the text it rests on', async ({ page, signIn }) => {
  const why = page.getByRole('button', { name: 'Warum dieser Schritt? (Sicherungsziel)' });
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup/goal`);
  await why.press('Enter');
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  const lesson = page.getByRole('note').filter({ hasText: 'Erweiterung' });
  await expect(lesson.getByRole('link', { name: /Quelle: .*Stand 07\.02\.2017/ })).toHaveAttribute(
    'href',
    /^https:\/\/learn\.microsoft\.com\//,
  );
  expect(await violationsOn(page)).toEqual([]);
  await why.press('Enter');
  await expect(lesson).toHaveCount(0);
});
