import type { Page } from '@playwright/test';
import { approve, askForGuardRole } from './support/azure';
import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';

const VAULT = '/vaults/0c7a52be-41f9-4d18-a6c2-93be5d20e7f4/FarmRG/FullVault';
const stop = (machine: string) => `${VAULT}/items/FarmRG/${machine}/stop`;

/** Minutes in which a role that was just given, or taken away, takes effect. */
const UNTIL_IT_COUNTS = 10;

test.use({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });

const notice = (page: Page) => page.getByRole('region', { name: 'Mehrbenutzerautorisierung' });
/** The newest blade's. While rights are looked at, the command of the blade behind it is such a button, too. */
const remove = (page: Page) => page.getByRole('button', { name: 'Sicherungsdaten löschen', exact: true }).last();
const name = (page: Page) => page.getByRole('textbox', { name: /^Geben Sie/ });

/** What was read a moment ago serves for a second; once the right is there nothing has to be pressed. */
const untilNotice = (page: Page, words: string | RegExp) =>
  expect(async () => {
    const again = page.getByRole('button', { name: 'Erneut prüfen' });
    if (await again.isVisible()) await again.click({ timeout: 1_500 });
    await expect(notice(page)).toContainText(words, { timeout: 1_500 });
  }).toPass();

test('one asks, another approves, the first deletes, and when the role ends it is refused again', async ({
  page,
  product,
  world,
  signIn,
}) => {
  await signIn('Patti Fernandez', VAULT);
  await expect(page.getByText('Resource Guard „ContosoResourceGuard“')).toBeVisible();

  await page.goto(`${VAULT}/items/FarmRG/FarmVM001`);
  await page.getByRole('link', { name: 'Sicherungsdaten löschen' }).click();
  await name(page).fill('FarmVM001');
  await expect(notice(page)).toContainText('Um Sicherungsdaten zu löschen, brauchen Sie auch ein Recht an ihm');
  await expect(notice(page)).toContainText('Die Rolle geben können: Adele Vance.');
  await expect(notice(page)).toContainText('Anfordern können Sie sie im Azure-Portal unter „Privileged Identity Management“');
  await expect(remove(page)).toHaveAttribute('aria-disabled', 'true');
  await notice(page).getByRole('button', { name: 'Anfrage zum Weitersenden' }).click();
  await expect(notice(page).getByRole('region', { name: 'Deutsch' })).toContainText('az role assignment create');
  expect(await violationsOn(page)).toEqual([]);

  const approval = await askForGuardRole(product, 'patti');
  await untilNotice(page, 'wartet auf Genehmigung');
  await expect(remove(page)).toHaveAttribute('aria-disabled', 'true');

  await approve(product, 'adele', approval);
  await world.advance(UNTIL_IT_COUNTS);
  await untilNotice(page, /Sie haben dieses Recht bis \d\d\.\d\d\.\d{4}/);
  await expect(name(page)).toHaveValue('FarmVM001');
  await remove(page).click();
  await expect(page).toHaveURL(/\/jobs\//);

  await page.goto(stop('FarmVM002'));
  await name(page).fill('FarmVM002');
  await expect(remove(page)).not.toHaveAttribute('aria-disabled', 'true');
  await world.advance(61 + UNTIL_IT_COUNTS);
  await remove(page).click();
  await expect(page.getByRole('alert')).toContainText('Ein Resource Guard schützt diesen Vorgang');
  await expect(notice(page)).toContainText('Dieses Recht fehlt Ihnen.');
  await expect(remove(page)).toHaveAttribute('aria-disabled', 'true');
});

test('only what gets weaker needs an approval', async ({ page, signIn }) => {
  await signIn('Patti Fernandez', `${VAULT}/policies/of/DefaultPolicy/edit`);
  const keptFor = page.getByLabel('Für', { exact: true }).first();
  await keptFor.fill('60');
  const save = page.getByRole('button', { name: 'Speichern', exact: true });
  await expect(save).not.toHaveAttribute('aria-disabled', 'true');
  await expect(notice(page)).toHaveCount(0);
  await keptFor.fill('7');
  await expect(notice(page)).toContainText('Um Wiederherstellungspunkte kürzer aufzubewahren oder seltener zu sichern');
  await expect(save).toHaveAttribute('aria-disabled', 'true');

  await page.goto(`${VAULT}/infrastructure/configuration`);
  await expect(notice(page)).toHaveCount(0);
  await page.getByRole('radio', { name: 'Deaktiviert' }).click();
  await expect(notice(page)).toContainText('Um das vorläufige Löschen zu deaktivieren');
  await expect(page.getByRole('button', { name: 'Speichern' })).toHaveAttribute('aria-disabled', 'true');
});

test('the owner of the guard is told so, and a vault without one says nothing of it', async ({ page, signIn }) => {
  await signIn('Adele Vance', stop('FarmVM003'));
  await expect(notice(page)).toContainText('Sie haben dieses Recht; es wird beim Ausführen verwendet.');
  await page.goto('/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/OperationsRG/OperationsVault/items/OperationsRG/AppVM1/stop');
  await expect(page.getByRole('radio', { name: 'Sicherungsdaten beibehalten' })).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});
