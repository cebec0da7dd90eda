import { expect, type Locator, type Page } from '@playwright/test';

/** Somebody without a mouse: goes on with Tab until the wanted thing has the focus. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** No blade is further away than this. */
  async goTo(target: Locator, key = 'Tab', most = 80): Promise<void> {
    await expect(target).toBeVisible();
    for (let pressed = 0; pressed < most; pressed += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    await expect(target).toBeFocused();
  }

  async use(target: Locator): Promise<void> {
    await expect(target).toBeEnabled();
    await this.goTo(target);
    await this.press('Enter');
  }

  /** Goes to the list and in it down to the row. */
  async goToRow(row: Locator): Promise<void> {
    await expect(row).toBeVisible();
    await this.goTo(this.page.getByRole('row').and(this.page.locator('[tabindex="0"]')).last());
    await this.goTo(row, 'ArrowDown');
  }
}
