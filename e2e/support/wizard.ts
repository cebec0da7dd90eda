import { expect, type Locator, type Page } from '@playwright/test';

/** The words of the article, as a person reads them on the screen. */
export const WORDS = {
  de: {
    browse: 'Durchsuchen',
    vaults: 'Recovery Services-Tresore',
    backup: 'Sicherung',
    goal: 'Sicherungsziel',
    where: 'Wo wird Ihre Workload ausgeführt?',
    what: 'Was möchten Sie sichern?',
    azure: 'Azure',
    virtualMachine: 'Virtueller Computer',
    goalChosen: 'Azure Backup (VM-Erweiterung)',
    policy: 'Sicherungsrichtlinie',
    choosePolicy: 'Sicherungsrichtlinie auswählen',
    schedule: 'Täglich um 00:30 Uhr',
    items: 'Zu sichernde Elemente',
    itemsChosen: 'Ausgewählte Elemente: 2',
    machines: 'Virtuelle Computer auswählen',
    filter: 'Elemente filtern',
    selected: 'Ausgewählte virtuelle Computer',
    notice: 'ihre Schlüssel und Geheimnisse sind in IgniteDemoKV gespeichert',
    granted: 'Zugriff vorhanden',
    enable: 'Sicherung aktivieren',
    enabling: 'Wird aktiviert',
    protected: 'Geschützt',
    noPoint: 'Noch kein Wiederherstellungspunkt',
    pending: 'Warnung (anfängliche Sicherung steht aus)',
    jobs: 'Sicherungsaufträge',
    backupItems: 'Sicherungselemente',
    configure: 'Sicherung konfigurieren',
    completed: 'Abgeschlossen',
    retry: 'Fehlgeschlagene wiederholen',
  },
  en: {
    browse: 'Browse',
    vaults: 'Recovery Services vaults',
    backup: 'Backup',
    goal: 'Backup goal',
    where: 'Where is your workload running?',
    what: 'What do you want to backup?',
    azure: 'Azure',
    virtualMachine: 'Virtual machine',
    goalChosen: 'Azure Backup (VM extension)',
    policy: 'Backup policy',
    choosePolicy: 'Choose backup policy',
    schedule: 'Daily at 12:30 AM',
    items: 'Items to backup',
    itemsChosen: 'Items selected : 2',
    machines: 'Select virtual machines',
    filter: 'Filter items',
    selected: 'Selected virtual machines',
    notice: 'keep their keys and secrets in IgniteDemoKV',
    granted: 'Access granted',
    enable: 'Enable backup',
    enabling: 'Being enabled',
    protected: 'Protected',
    noPoint: 'No recovery point yet',
    pending: 'Warning (Initial backup pending)',
    jobs: 'Backup Jobs',
    backupItems: 'Backup Items',
    configure: 'Configure backup',
    completed: 'Completed',
    retry: 'Retry the failed ones',
  },
} as const;

export type Language = keyof typeof WORDS;

export const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-US' };

export const PRODUCTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
export const IGNITE_VAULT = `/vaults/${PRODUCTION}/IgniteRG/IgniteDemoVault`;
export const OPERATIONS_VAULT = `/vaults/${PRODUCTION}/OperationsRG/OperationsVault`;

/** The wizard as a person goes through it, blade after blade. */
export class Wizard {
  readonly page: Page;
  readonly words: (typeof WORDS)[Language];

  constructor(page: Page, language: Language = 'de') {
    this.page = page;
    this.words = WORDS[language];
  }

  blade(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  card(title: string): Locator {
    return this.blade(this.words.backup).getByRole('link', { name: new RegExp(`^\\d\\. ?${title}`) });
  }

  get ok(): Locator {
    return this.page.getByRole('button', { name: 'OK', exact: true });
  }

  get enable(): Locator {
    return this.page.getByRole('button', { name: this.words.enable, exact: true });
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('gridcell', { name: new RegExp(`^${name}( |$)`) }) });
  }

  /** Looks at the machine's row as long as the page takes to ask again. */
  async expectProtected(...names: string[]): Promise<void> {
    for (const name of names)
      await expect(this.page.getByRole('row', { name: new RegExp(name) })).toContainText(this.words.protected, { timeout: 2_000 });
  }

  async chooseGoal(): Promise<void> {
    await this.card(this.words.goal).click();
    await this.ok.click();
    await expect(this.blade(this.words.policy)).toBeVisible();
  }

  async choosePolicy(): Promise<void> {
    await expect(this.page.getByText(this.words.schedule, { exact: true })).toBeVisible();
    await this.ok.click();
    await expect(this.blade(this.words.machines)).toBeVisible();
  }

  async filter(text: string): Promise<void> {
    await this.blade(this.words.machines).getByRole('searchbox', { name: this.words.filter }).fill(text);
  }

  async tick(...names: string[]): Promise<void> {
    for (const name of names) {
      await this.filter(name);
      await this.row(name).getByRole('checkbox').check();
    }
    await this.filter('');
  }

  /** From the open Backup blade to three ticked cards. */
  async chooseAll(...machines: string[]): Promise<void> {
    await this.chooseGoal();
    await this.choosePolicy();
    await this.tick(...machines);
    await this.ok.click();
    await expect(this.enable).toBeEnabled();
  }
}
