import type { Locator } from '@playwright/test';
import { expect, test } from './support/test';
import { IGNITE_VAULT, LOCALES, OPERATIONS_VAULT } from './support/wizard';

const PRODUCTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';

/** Once it can be chosen; what a pointer meets is its indicator. */
async function choose(radio: Locator) {
  await expect(radio).toBeEnabled();
  await radio.check({ force: true });
}

test.describe('auf Deutsch', () => {
  test.use({ locale: LOCALES.de, timezoneId: 'Europe/Berlin' });

  test('ein Tresor wird erstellt, eingerichtet und wieder gelöscht', async ({ page, world, signIn }) => {
    await signIn('Adele Vance', '/vaults');
    await page.getByRole('link', { name: 'Hinzufügen' }).click();
    const blade = page.getByRole('region', { name: 'Recovery Services-Tresor erstellen' });
    const name = blade.getByLabel('Name', { exact: false }).first();
    await name.fill('Süd');
    await expect(page.getByText('Der Name darf nur Buchstaben ohne Umlaute, Ziffern und Bindestriche enthalten.')).toBeVisible();
    await name.fill('NeuerTresor');
    await expect(page.getByLabel('Dieser Name passt.')).toBeVisible();
    await blade.getByLabel('Abonnement').selectOption({ label: 'Contoso Production' });
    await choose(page.getByRole('radio', { name: 'Neu', exact: true }));
    await page.getByLabel('Name der neuen Ressourcengruppe').fill('SicherungRG');
    await page.getByLabel('Standort').selectOption('northeurope');
    await expect(page.getByText(/Dieser Tresor könnte .* schützen\./)).toBeVisible();
    await choose(page.getByRole('radio', { name: 'Lokal redundant' }));
    await page.reload();
    await expect(name).toHaveValue('NeuerTresor');
    await page.getByRole('button', { name: 'Erstellen', exact: true }).click();
    await page.waitForURL(`/vaults/${PRODUCTION}/SicherungRG/NeuerTresor`);
    await world.advance(1);
    await expect(page.getByText('Tresor „NeuerTresor“ wurde erstellt').first()).toBeVisible();

    await page.getByRole('link', { name: 'Sicherungsinfrastruktur' }).click();
    await page.getByRole('link', { name: 'Sicherungskonfiguration' }).click();
    const toggle = page.getByRole('group', { name: 'Speicherreplikationstyp' });
    await expect(toggle.getByRole('radio', { name: 'Lokal redundant' })).toBeChecked();
    await expect(page.getByRole('button', { name: 'Speichern' })).toHaveAttribute('aria-disabled', 'true');
    await choose(toggle.getByRole('radio', { name: 'Georedundant' }));
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect(page.getByText('Sicherungskonfiguration von „NeuerTresor“ wurde gespeichert').first()).toBeVisible();
    await page.reload();
    await expect(toggle.getByRole('radio', { name: 'Georedundant' })).toBeChecked();

    await page.goto(`/vaults/${PRODUCTION}/SicherungRG/NeuerTresor`);
    await page.getByRole('link', { name: 'Löschen', exact: true }).click();
    await page.getByLabel('Geben Sie zur Bestätigung').fill('NeuerTresor');
    await page.getByRole('button', { name: 'Löschen', exact: true }).click();
    await page.waitForURL('/vaults');
    await world.advance(1);
    // An answer serves the same question for a second more.
    await expect(async () => {
      await page.getByRole('button', { name: 'Aktualisieren' }).click();
      await expect(page.getByRole('row', { name: /NeuerTresor/ })).toHaveCount(0, { timeout: 3_000 });
    }).toPass();
  });

  test('eine Replikation, die feststeht, nennt die Elemente, die sie festhalten', async ({ page, signIn }) => {
    await signIn('Adele Vance', `${OPERATIONS_VAULT}/infrastructure/configuration`);
    await expect(page.getByText(/lässt sich nicht mehr ändern: der Tresor schützt \d+ Elemente/)).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Lokal redundant' })).toBeDisabled();
    await page.goto(`${OPERATIONS_VAULT}/delete`);
    await expect(page.getByText(/Sicherungselemente liegen noch in diesem Tresor/)).toBeVisible();
    await expect(page.getByText(/^Vorläufig gelöschte Daten liegen noch bis zu 14 Tage im Tresor/)).toBeVisible();
    await expect(page.getByText('Der Tresor ist nicht leer.')).toBeVisible();
    await page.getByRole('link', { name: 'AppVM1', exact: true }).click();
    await page.waitForURL(/\/items\/operationsrg\/AppVM1$/i);
  });
});

test.describe('in English', () => {
  test.use({ locale: LOCALES.en });

  test('the helpdesk sees the configuration and is told what is missing to change it', async ({ page, signIn }) => {
    await signIn('Alex Wilber', `${IGNITE_VAULT}/infrastructure/configuration`);
    await expect(page.getByRole('radio', { name: 'Geo-redundant' })).toBeChecked();
    const missing = page.getByText(/Backup Contributor/).filter({ visible: true });
    await expect(missing.first()).toBeVisible();
    await page.goto('/vaults/new');
    const blade = page.getByRole('region', { name: 'Create Recovery Services vault' });
    await blade.getByLabel('Name', { exact: false }).first().fill('AlexVault');
    await blade.getByLabel('Subscription').selectOption({ label: 'Contoso Production' });
    await blade.getByRole('combobox', { name: 'Resource group' }).selectOption('IgniteRG');
    await blade.getByLabel('Location').selectOption('westeurope');
    await expect(blade.getByRole('button', { name: 'Create', exact: true })).toHaveAttribute('aria-disabled', 'true');
    await expect(missing.first()).toBeVisible();
  });
});

for (const [language, words] of [
  [
    'de',
    {
      ahead: /Eine Richtlinie \(Azure Policy\) verbietet das so: „Allowed locations“, zugewiesen an: Abonnement/,
      create: 'Erstellen',
      refused: 'Eine Richtlinie Ihrer Organisation (Azure Policy) lässt das nicht zu.',
      policy: 'Richtlinie „Allowed locations“, zugewiesen an: Abonnement',
      whole: 'Was Azure im Wortlaut gesagt hat',
      again: 'Die Ursache ist behoben: noch einmal versuchen',
      location: 'Standort',
    },
  ],
  [
    'en',
    {
      ahead: /A policy \(Azure Policy\) forbids this: “Allowed locations”, assigned at: Subscription/,
      create: 'Create',
      refused: 'Your organization’s policy (Azure Policy) doesn’t allow this.',
      policy: 'Policy “Allowed locations”, assigned at: Subscription',
      whole: 'What Azure said, word for word',
      again: 'The cause is fixed: try again',
      location: 'Location',
    },
  ],
] as const) {
  test.describe(`a policy forbids it (${language})`, () => {
    test.use({ locale: LOCALES[language] });

    test('a new vault is told of before, refused once, and made elsewhere or once the policy is lifted', async ({
      page,
      world,
      signIn,
    }) => {
      const scope = `/subscriptions/${PRODUCTION}`;
      await world.assignPolicy('Allowed locations', scope, { listOfAllowedLocations: ['westeurope'] });
      await signIn('Adele Vance', '/vaults/new');
      await page.getByLabel('Name', { exact: false }).first().fill('NewVault');
      await page.getByRole('combobox').first().selectOption({ label: 'Contoso Production' });
      await page.getByRole('combobox').nth(1).selectOption('IgniteRG');
      const location = page.getByLabel(words.location);
      await location.selectOption('northeurope');
      await expect(page.getByText(words.ahead)).toBeVisible();
      const create = page.getByRole('button', { name: words.create, exact: true });
      await create.click();
      const refusal = page.getByRole('alert').filter({ hasText: words.refused });
      await expect(refusal.getByText(words.policy)).toBeVisible();
      await expect(refusal).not.toContainText('policyDefinitions');
      await refusal.getByRole('button', { name: words.whole }).click();
      await expect(refusal).toContainText('policyDefinitions');
      await expect(create).toHaveAttribute('aria-disabled', 'true');
      await location.selectOption('westeurope');
      await expect(create).not.toHaveAttribute('aria-disabled', 'true');
      await location.selectOption('northeurope');
      await world.liftPolicy('Allowed locations', scope);
      await page.getByRole('button', { name: words.again }).click();
      await page.waitForURL(`/vaults/${PRODUCTION}/IgniteRG/NewVault`);
    });
  });
}

for (const [locale, reason] of [
  [LOCALES.de, 'zurzeit nur lesbar'],
  [LOCALES.en, 'read-only at the moment'],
] as const) {
  test.describe(`a disabled subscription, in ${locale}`, () => {
    test.use({ locale });

    test('takes no new vault, and says why', async ({ page, world, signIn }) => {
      await world.changeSubscription(PRODUCTION, 'Disabled');
      await signIn('Adele Vance', '/vaults/new');
      const disabled = page.getByRole('option', { name: new RegExp(`^Contoso Production.*${reason}`) });
      await expect(disabled).toHaveAttribute('disabled');
      await expect(page.getByRole('option', { name: 'Contoso Test' })).not.toHaveAttribute('disabled');
    });
  });
}
