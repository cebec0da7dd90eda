import { expect, test } from './support/test';
import { IGNITE_VAULT, LOCALES, OPERATIONS_VAULT, Wizard } from './support/wizard';

/** Machines that are truly so, and the words that say it, in the rules of January 2017. */
const refused = [
  { machine: 'ClassicVM1', de: 'klassisch bereitgestellt', en: 'uses the classic deployment model' },
  { machine: 'NorthVM1', de: 'in einer anderen Region als der Recovery Services-Tresor', en: 'in a different region than the vault' },
  { machine: 'OtherVaultVM1', de: 'Ein anderer Recovery Services-Tresor hat', en: 'Another vault already has' },
  { machine: 'BekOnlyVM1', de: 'nur mit einem BitLocker-Verschlüsselungsschlüssel (BEK)', en: 'encryption key (BEK) only' },
  { machine: 'KeyElsewhereVM2', de: 'gehört zu einem anderen Abonnement', en: 'is in another subscription' },
  { machine: 'ManyDisksVM2', de: 'mehr als 16 Datenträger', en: 'more than 16 data disks' },
  { machine: 'BigDiskVM1', de: 'größer als 1.023 GiB', en: 'larger than 1,023 GiB' },
  { machine: 'NoAgentVM1', de: 'läuft kein VM-Agent', en: 'No VM agent is running' },
  { machine: 'AgentNotReadyVM1', de: 'meldet sich aber nicht als bereit', en: 'doesn’t report that it’s ready' },
  { machine: 'OldAgentVM1', de: 'VM-Agent ist älter als Version 2.6.1198.718', en: 'VM agent is older than version 2.6.1198.718' },
];

for (const language of ['de', 'en'] as const) {
  test.describe(`in ${language === 'de' ? 'German' : 'English'}`, () => {
    test.use({ locale: LOCALES[language] });

    test('a machine that cannot be backed up is listed, disabled, and says why', async ({ page, signIn }) => {
      const wizard = new Wizard(page, language);
      await signIn('Adele Vance', `${IGNITE_VAULT}/backup/machines`);
      for (const { machine, [language]: reason } of refused) {
        await wizard.filter(machine);
        await expect(wizard.row(machine), machine).toContainText(reason);
        await expect(wizard.row(machine).getByRole('checkbox')).toBeDisabled();
      }
      await expect(wizard.row('OldAgentVM1')).toContainText(`${language === 'de' ? 'Zu alt' : 'Too old'} 2.5.1198.709`);
    });
  });
}

test('a machine that this vault protects already cannot be chosen again', async ({ page, signIn }) => {
  const wizard = new Wizard(page, 'en');
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/backup/machines`);
  await wizard.filter('ProtectedVM1');
  await expect(wizard.row('ProtectedVM1')).toContainText('This vault already protects the virtual machine');
  await expect(wizard.row('ProtectedVM1').getByRole('checkbox')).toBeDisabled();
});

test('a machine with a BEK alone can be chosen once the current rules are', async ({ page, signIn }) => {
  const wizard = new Wizard(page, 'en');
  await signIn('Adele Vance', '/settings');
  await page.getByRole('radio', { name: /^Today/ }).check();
  await page.goto(`${IGNITE_VAULT}/backup`);
  await wizard.chooseAll('BekOnlyVM1');
  await expect(wizard.card('Items to backup')).toContainText('Items selected : 1');
});

/** What today’s rules refuse, and which of it an enhanced policy takes. */
const today = [
  {
    machine: 'ConfidentialVM1',
    de: 'vertraulicher virtueller Computer',
    en: 'confidential VM that Azure Backup can’t back up',
    enhanced: false,
  },
  { machine: 'UltraDiskVM1', de: 'hat Ultra-Datenträger', en: 'has Ultra Disks or Premium SSD v2 disks', enhanced: true },
  { machine: 'TrustedLaunchVM1', de: 'verwendet den vertrauenswürdigen Start', en: 'uses Trusted Launch', enhanced: true },
];

for (const language of ['de', 'en'] as const) {
  test.describe(`by today’s rules in ${language === 'de' ? 'German' : 'English'}`, () => {
    test.use({ locale: LOCALES[language] });

    test('what a standard policy cannot back up is refused with it, and taken with an enhanced one', async ({ page, signIn }) => {
      const wizard = new Wizard(page, language);
      await signIn('Adele Vance', '/settings');
      await page.getByRole('radio', { name: language === 'de' ? /^Heute/ : /^Today/ }).check();
      await page.goto(`${IGNITE_VAULT}/backup`);
      await wizard.chooseGoal();
      await wizard.choosePolicy();
      for (const { machine, [language]: reason } of today) {
        await wizard.filter(machine);
        await expect(wizard.row(machine), machine).toContainText(reason);
        await expect(wizard.row(machine).getByRole('checkbox')).toBeDisabled();
      }
      await expect(wizard.blade(wizard.words.machines)).toContainText(
        language === 'de' ? 'im Abonnement des Recovery Services-Tresors' : 'in the vault’s subscription',
      );
      await page.goto(`${IGNITE_VAULT}/backup/policy`);
      await page.getByRole('combobox').first().selectOption('EnhancedPolicy');
      await wizard.ok.click();
      await expect(wizard.blade(wizard.words.machines)).toBeVisible();
      for (const { machine, enhanced } of today) {
        await wizard.filter(machine);
        await expect(wizard.row(machine).getByRole('checkbox'), machine).toBeEnabled({ enabled: enhanced });
      }
    });
  });
}
