import type { Page } from '@playwright/test';

declare global {
  interface Window {
    countClick: () => void;
    noteTyping: (field: string) => void;
  }
}

/** What a person has to do on a page, counted in the browser: presses of the mouse, and text fields that something is typed into. */
export class Effort {
  clicks = 0;
  readonly #typed = new Set<string>();

  /** Begin before the first page is opened. */
  static async watch(page: Page): Promise<Effort> {
    const effort = new Effort();
    await page.exposeFunction('countClick', () => {
      effort.clicks += 1;
    });
    await page.exposeFunction('noteTyping', (field: string) => {
      effort.#typed.add(field);
    });
    await page.addInitScript(() => {
      window.addEventListener('pointerdown', () => window.countClick(), true);
      window.addEventListener(
        'input',
        ({ target }) => target instanceof HTMLInputElement && target.type !== 'radio' && window.noteTyping(target.id),
        true,
      );
    });
    return effort;
  }

  get typedFields(): number {
    return this.#typed.size;
  }
}
