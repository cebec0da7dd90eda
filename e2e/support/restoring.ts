import { expect, type Locator, type Page } from '@playwright/test';
import { OPERATIONS_VAULT, Wizard } from './wizard';
import type { World } from './world';

export const RESTORES = `${OPERATIONS_VAULT}/restores`;

/** A restore as a person goes through it, in German. */
export class Restoring {
  readonly page: Page;
  readonly world: World;

  constructor(page: Page, world: World) {
    this.page = page;
    this.world = world;
  }

  blade(title: string): Locator {
    return new Wizard(this.page).blade(title);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The button that starts the restore, once both cards are done. */
  get start(): Locator {
    return this.blade('Wiederherstellen').getByRole('button', { name: 'Wiederherstellen', exact: true });
  }

  /** The same button once another tab has started it. */
  get begunElsewhere(): Locator {
    return this.blade('Wiederherstellen').getByRole('button', { name: 'Zur Wiederherstellung', exact: true });
  }

  /** From the open list of backup items to both cards done, as cards 1 and 2 of the article lead. */
  async choose(machine: string): Promise<void> {
    await this.page.getByPlaceholder('Elemente filtern').last().fill(machine);
    await this.page.getByRole('link', { name: machine }).click();
    await this.page
      .getByRole('link', { name: 'Wiederherstellen' })
      .or(this.page.getByRole('button', { name: 'Wiederherstellen' }))
      .first()
      .click();
    await this.page.getByRole('link', { name: /^1\. ?Wiederherstellungspunkt/ }).click();
    await this.page.getByRole('row').nth(1).getByRole('radio').check();
    await this.button('OK').click();
    const account = this.page.getByRole('row', { name: /contosostaging/ });
    await account.getByRole('radio').check();
    await this.button('OK').click();
    await expect(this.start).toBeEnabled();
  }

  /** The address of the journey that is open. */
  async journey(): Promise<string> {
    await expect(this.page).toHaveURL(new RegExp(`${RESTORES}/[0-9a-f-]{36}$`));
    return new URL(this.page.url()).pathname;
  }

  /** Where the key and the secret of the open journey are, as its answer names them. */
  async keys(): Promise<Record<'key' | 'secret', { url: string }>> {
    const journey = await this.journey();
    // While its disks are restored, the journey asks again and again.
    const answer = await this.page.waitForResponse((response) => new URL(response.url()).pathname === `/api${journey}`);
    const { keyChain } = await answer.json();
    return keyChain;
  }

  /** From the open list of backup items to the restored disks. Answers the address of the journey. */
  async restoreDisks(machine: string): Promise<string> {
    await this.choose(machine);
    await this.start.dblclick();
    const journey = await this.journey();
    await this.world.advance(120);
    await expect(this.card('Datenträger wiederherstellen')).toContainText('Erledigt', { timeout: 20_000 });
    return journey;
  }

  /** A step of the journey. */
  card(step: string): Locator {
    return this.page.getByRole('link', { name: new RegExp(`^\\d\\. ?${step}`) });
  }

  async next(step: string): Promise<void> {
    await this.button(`Weiter: ${step}`)
      .or(this.page.getByRole('link', { name: `Weiter: ${step}` }))
      .first()
      .click();
  }

  async createMachine(name: string): Promise<void> {
    const blade = this.blade('Virtuellen Computer erstellen');
    await blade.getByLabel('Name des virtuellen Computers').fill(name);
    await expect(blade.getByText('Nichts steht im Weg')).toBeVisible();
    await blade.getByRole('button', { name: 'Virtuellen Computer erstellen', exact: true }).dblclick();
    await expect(blade.getByText('Azure erstellt den virtuellen Computer.')).toBeVisible({ timeout: 20_000 });
    await this.world.advance(10);
    await expect(blade.getByText(`${name} ist erstellt.`)).toBeVisible({ timeout: 20_000 });
  }
}
