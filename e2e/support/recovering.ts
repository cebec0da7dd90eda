import type { Page } from '@playwright/test';
import { expect } from './test';
import type { World } from './world';

/** A person in front of restore plans, in German. */
export class Recovering {
  readonly page: Page;
  readonly #world: World;

  constructor(page: Page, world: World) {
    this.page = page;
    this.#world = world;
  }

  /** Makes a plan of what is missing and of these, from the page of a new one; its page is open then. */
  async plan(...more: string[]): Promise<void> {
    const { page } = this;
    for (const name of more)
      await page
        .getByRole('row', { name: new RegExp(`^${name}`) })
        .getByRole('checkbox')
        .check();
    await page.getByRole('button', { name: /^Plan für/ }).click();
    await page.waitForURL(/\/recovery\/[0-9a-f-]{36}$/);
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: /virtuellen? Computer zurückholen$/ }).click();
  }

  /** Begins to rehearse the one machine of the plan; the page of the rehearsal is open then. */
  async rehearse(): Promise<void> {
    await this.page.getByRole('button', { name: 'Proben', exact: true }).click();
    await this.page.getByRole('button', { name: 'Einen virtuellen Computer proben' }).click();
  }

  /** Lets Azure's time pass until all machines are back. */
  untilAllAreBack(): Promise<void> {
    return this.#until(/^Alle virtuellen Computer sind zurück/);
  }

  /** Lets Azure's time pass until some are back and the others wait for a person. */
  untilNoneGoesOn(): Promise<void> {
    return this.#until(/^Von selbst geht nichts mehr weiter/);
  }

  /** Lets Azure’s time pass until a rehearsal is removed, whatever storage accounts keep of its files. */
  untilRemoved(): Promise<void> {
    return this.#until(/^(?:Alles ist wieder entfernt|Entfernt \()/);
  }

  async #until(words: RegExp): Promise<void> {
    await expect(async () => {
      await this.#world.advance(5);
      await expect(this.page.getByText(words)).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 120_000 });
  }
}
