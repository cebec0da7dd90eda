import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';
import { IGNITE_VAULT, LOCALES, OPERATIONS_VAULT, Wizard } from './support/wizard';

const item = `${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1`;

const blades = [
  '/',
  '/browse',
  '/vaults',
  '/items',
  '/vaults/new',
  '/settings',
  '/support-matrix',
  '/support-matrix/bek-only',
  '/readiness/f2edfd5d-5496-4683-b94f-b3588c579009',
  IGNITE_VAULT,
  `${IGNITE_VAULT}/prerequisites`,
  `${IGNITE_VAULT}/backup`,
  `${IGNITE_VAULT}/backup/goal`,
  `${IGNITE_VAULT}/backup/policy`,
  `${IGNITE_VAULT}/backup/policy/new`,
  `${IGNITE_VAULT}/backup/machines`,
  `${IGNITE_VAULT}/backup/machines/encryption/OperationsRG/BekOnlyVM1`,
  `${OPERATIONS_VAULT}/infrastructure/configuration`,
  `${OPERATIONS_VAULT}/delete`,
  `${OPERATIONS_VAULT}/policies`,
  `${OPERATIONS_VAULT}/policies/of/LongTermPolicy`,
  `${OPERATIONS_VAULT}/policies/of/LongTermPolicy/edit`,
  `${OPERATIONS_VAULT}/policies/of/LongTermPolicy/delete`,
  `${OPERATIONS_VAULT}/items`,
  `${OPERATIONS_VAULT}/jobs`,
  `${OPERATIONS_VAULT}/restores`,
  `${OPERATIONS_VAULT}/help`,
  `${OPERATIONS_VAULT}/help/key-vault-gone/machines/OperationsRG/LostVaultVM1`,
  '/help/item-stopped',
  `${OPERATIONS_VAULT}/permissions`,
  `${OPERATIONS_VAULT}/key-vaults`,
  ...['NoPolicyKV', 'RbacKV'].map((name) => `${OPERATIONS_VAULT}/key-vaults/f2edfd5d-5496-4683-b94f-b3588c579009/KeyVaultRG/${name}`),
  item,
  `${item}/backup-now`,
  `${item}/backup-now/script/2027-02-17`,
  `${item}/stop`,
  `${item}/restore/point`,
  `${item}/restore/configuration`,
  '/nowhere',
];

/** Structure and words do not change with the theme: in the dark one only the colours are looked at, and once. */
const LOOKS = [
  { language: 'de', colorScheme: 'light', rules: undefined },
  { language: 'en', colorScheme: 'light', rules: undefined },
  { language: 'de', colorScheme: 'dark', rules: ['color-contrast'] },
] as const;

for (const { language, colorScheme, rules } of LOOKS) {
  test.describe(`${language}, ${colorScheme}`, () => {
    test.use({ locale: LOCALES[language], colorScheme });

    test('neither a blade nor the server room has an accessibility violation', async ({ page, product, signIn }) => {
      test.slow();
      await signIn('Adele Vance', '/');
      for (const path of [...blades, product.azure.serverRoom]) {
        await page.goto(path);
        await expect(page.getByRole('heading').first()).toBeVisible();
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
        expect(await violationsOn(page, rules), path).toEqual([]);
      }
    });

    test('neither has the ready wizard nor its result', async ({ page, world, signIn }) => {
      const wizard = new Wizard(page, language);
      await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
      await wizard.chooseAll('DBVM1Restore', 'NoPolicyVM1', 'RbacVM1');
      await expect(page.getByText(wizard.words.granted)).toBeVisible();
      expect(await violationsOn(page, rules)).toEqual([]);
      await wizard.enable.click();
      await expect(page.getByRole('row', { name: /DBVM1Restore/ })).toContainText(wizard.words.enabling);
      await world.advance(3);
      await expect(page.getByText(wizard.words.noPoint, { exact: true })).toBeVisible();
      expect(await violationsOn(page, rules)).toEqual([]);
    });

    // The journey stands beside each of its steps.
    test('neither has a restore, step by step, nor the menu of an item', async ({ page, world, signIn }) => {
      test.slow();
      const clean = async (path: string) => {
        await page.goto(path);
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
        expect(await violationsOn(page, rules), path).toEqual([]);
      };
      const button = (name: RegExp) => page.getByRole('button', { name });
      await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
      await page.getByRole('button', { name: /LostKeysVM1$/ }).click();
      await expect(page.getByRole('link', { name: /^(Jetzt sichern|Backup now)$/ })).toBeVisible();
      expect(await violationsOn(page, rules)).toEqual([]);

      await page.goto(`${OPERATIONS_VAULT}/items/OperationsRG/LostKeysVM1/restore/point`);
      await button(/^OK$/).click();
      await button(/^OK$/).click();
      await button(/^(Wiederherstellen|Restore)$/).click();
      await expect(page).toHaveURL(/\/restores\/[0-9a-f-]{36}$/);
      const { pathname: journey } = new URL(page.url());
      await expect(page.getByText(/Azure holt die Datenträger zurück|Azure is bringing the disks back/)).toBeVisible();
      expect(await violationsOn(page, rules)).toEqual([]);
      await clean(journey.replace('/restores/', '/jobs/'));
      await world.advance(240);
      for (const step of ['/disks', '/machine', '/after-care', '/keys']) await clean(journey + step);
      await button(/^(Zurückholen|Bring back)$/).click();
      await expect(page.getByText(/^(Nichts steht im Weg|Nothing stands in the way)/)).toBeVisible();
      expect(await violationsOn(page, rules)).toEqual([]);
    });
  });
}
