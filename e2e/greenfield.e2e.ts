import { expect, test } from './support/test';
import { LOCALES, Wizard } from './support/wizard';

const PRODUCTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const VAULT = `/vaults/${PRODUCTION}/ContosoRG/ContosoVault`;
const KEY_VAULTS = ['ContosoFinanceKV', 'ContosoOfficeKV'];

/** A company in which nothing is ready: no vault, key vaults closed to the service, a missing agent, a machine with a BEK alone. */
test.describe('from nothing to a backup, in German', () => {
  test.use({ locale: LOCALES.de });

  test('an administrator protects all that can be protected, and knows why the others cannot', async ({
    page,
    world,
    signIn,
    atMachine,
  }) => {
    test.slow();
    const wizard = new Wizard(page);
    await world.reset('greenfield');

    await signIn('Adele Vance', `/readiness/${PRODUCTION}`);
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
    await expect(row('FinanceVM1')).toContainText('braucht einen Recovery Services-Tresor in Europa, Westen');
    await expect(row('FinanceVM1')).toContainText('Azure Backup fehlt der Zugriff auf ContosoFinanceKV');
    await expect(row('FinanceVM2')).toContainText('kein VM-Agent');
    await expect(row('PayrollVM1')).toContainText('nur mit BEK verschlüsselt');

    await page.getByRole('link', { name: 'Recovery Services-Tresor erstellen' }).click();
    const create = wizard.blade('Recovery Services-Tresor erstellen');
    await create.getByLabel('Name').first().fill('ContosoVault');
    await create.getByLabel('Abonnement').selectOption({ label: 'Contoso Production' });
    await create.getByRole('combobox', { name: 'Ressourcengruppe' }).selectOption('ContosoRG');
    await create.getByLabel('Standort').selectOption('westeurope');
    const button = create.getByRole('button', { name: 'Erstellen', exact: true });
    await expect(button).toHaveAttribute('title', /Ressourcenanbieter der Tresore/);
    await create.getByRole('button', { name: 'Registrieren' }).click();
    await expect(create.getByText('Azure registriert Microsoft.RecoveryServices')).toBeVisible();
    await world.advance(15);
    await button.click();
    await page.waitForURL(VAULT);
    await world.advance(1);
    await expect(page.getByText('Tresor „ContosoVault“ wurde erstellt').first()).toBeVisible();

    await page.getByRole('link', { name: 'Voraussetzungen', exact: true }).click();
    const prerequisites = wizard.blade('Voraussetzungen');
    const blocking = prerequisites.getByRole('region', { name: /^Nicht erfüllt, verhindert die Sicherung/ });
    await expect(blocking).toContainText('Verschlüsselt mit BEK und KEK');
    await expect(blocking).toContainText('Betroffen: PayrollVM1.');
    await expect(blocking).toContainText('VM-Agent installiert');
    await expect(blocking).toContainText('Betroffen: FinanceVM2.');

    for (const name of KEY_VAULTS) {
      await blocking.getByRole('link', { name: `Zugriff auf ${name} prüfen und erteilen` }).click();
      const blade = wizard.blade(name);
      await blade.getByRole('button', { name: 'Zugriff erteilen' }).click();
      await expect(blade.getByText('Der Zugriff ist erteilt. Er gilt in Azure spätestens ab')).toBeVisible();
      await page.goto(`${VAULT}/prerequisites`);
    }

    await blocking.getByRole('link', { name: 'Abhilfe für FinanceVM2 ansehen' }).click();
    await expect(page.getByText('Installieren Sie den Agent (walinuxagent oder WALinuxAgent)')).toBeVisible();
    await atMachine('FinanceVM2', 'VM-Agent installieren');
    await page.goto(`${VAULT}/prerequisites`);
    await prerequisites.getByRole('button', { name: 'Erneut prüfen' }).click();
    await expect(prerequisites.getByRole('region', { name: /^Erfüllt/ })).toContainText('VM-Agent installiert');
    await expect(prerequisites.getByRole('region', { name: 'Nicht erfüllt, verhindert die Sicherung (1)' })).toContainText('PayrollVM1');

    await page.goto(`${VAULT}/backup`);
    await wizard.chooseGoal();
    await expect(page.getByText(/^Täglich um [\d:]+ Uhr$/)).toBeVisible();
    await wizard.ok.click();
    for (const [name, reason] of [
      ['PayrollVM1', 'nur mit einem BitLocker-Verschlüsselungsschlüssel (BEK)'],
      ['LegacyVM1', 'klassisch bereitgestellt'],
    ] as const) {
      await wizard.filter(name);
      await expect(wizard.row(name)).toContainText(reason);
      await expect(wizard.row(name).getByRole('checkbox')).toBeDisabled();
    }
    await wizard.tick('FinanceVM1', 'FinanceVM2', 'OfficeVM1', 'IntranetVM1');
    await wizard.ok.click();
    for (const name of KEY_VAULTS) await expect(page.getByText(`${name}: Zugriff vorhanden`)).toBeVisible();
    await wizard.enable.click();
    await expect(page.getByRole('row').filter({ hasText: 'Wird aktiviert' })).toHaveCount(4);
    await world.advanceUntil(() => wizard.expectProtected('FinanceVM1', 'FinanceVM2', 'OfficeVM1', 'IntranetVM1'));
    await expect(page.getByText('Alle 4 virtuellen Computer sind der Richtlinie DefaultPolicy zugeordnet.')).toBeVisible();

    await world.advance(24 * 60);
    await page.goto(`${VAULT}/jobs`);
    await expect(page.getByRole('row', { name: /Sicherung.*Abgeschlossen/ })).toHaveCount(4);
    await page.goto(`/readiness/${PRODUCTION}`);
    const ofState = (state: string) => page.getByRole('row', { name: new RegExp(`^${state} \\d`) }).getByRole('link');
    await expect(ofState('Geschützt')).toHaveText('3');
    await expect(ofState('Kann nicht geschützt werden')).toHaveText('1');

    await page.goto(`${VAULT}/key-vaults/${PRODUCTION}/ContosoKeysRG/ContosoFinanceKV`);
    await page.getByRole('button', { name: 'Rückgängig machen' }).click();
    await page.getByRole('button', { name: 'Ja, rückgängig machen' }).click();
    await expect(page.getByText(/^Rückgängig gemacht von Adele Vance/)).toBeVisible();
    await world.advance(24 * 60);
    await page.goto(`${VAULT}/jobs`);
    await expect(page.getByRole('row', { name: /Sicherung.*Fehler/ })).toHaveCount(2);
    await page
      .getByRole('row', { name: /FinanceVM1.*Sicherung.*Fehler/ })
      .getByRole('link')
      .first()
      .click();
    await expect(
      page.getByText(
        'Dem Sicherungsverwaltungsdienst fehlen im Schlüsseltresor Berechtigungen: Er muss Schlüssel und Geheimnisse abrufen, auflisten und sichern dürfen.',
      ),
    ).toBeVisible();
  });
});

test.describe('from nothing to a backup, in English', () => {
  test.use({ locale: LOCALES.en });

  test('what is missing is said before anything is chosen', async ({ page, world, signIn }) => {
    await world.reset('greenfield');
    await signIn('Megan Bowen', `/readiness/${PRODUCTION}`);
    await expect(page.getByRole('row', { name: /OfficeVM1/ })).toContainText('needs a Recovery Services vault in West Europe');
    await expect(page.getByRole('row', { name: /FinanceVM2/ })).toContainText('no VM agent');
    await page.getByRole('link', { name: 'PayrollVM1' }).click();
    await expect(page.getByRole('heading', { name: 'Remedy' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Encrypt with a key (KEK)' })).toHaveValue(/--name 'PayrollVM1'/);
  });
});
