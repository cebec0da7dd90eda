import type { Page } from '@playwright/test';

/** What is on its way between a page and its server. */
export class Traffic {
  #underWay = 0;
  #onEnd: () => void = () => undefined;

  constructor(page: Page) {
    page.on('request', () => (this.#underWay += 1));
    const end = () => {
      this.#underWay -= 1;
      this.#onEnd();
    };
    page.on('requestfinished', end);
    page.on('requestfailed', end);
  }

  /** Until nothing is on its way any more, and what has arrived has asked for nothing else. */
  async toRest(page: Page): Promise<void> {
    do {
      while (this.#underWay > 0) await new Promise<void>((resolve) => (this.#onEnd = resolve));
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    } while (this.#underWay > 0);
  }
}
