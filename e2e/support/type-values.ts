import type { Locator, Page } from '@playwright/test';

async function type(this: Locator, value: string): Promise<void> {
  await this.press('ControlOrMeta+a');
  if (value === '') await this.press('Delete');
  else await this.pressSequentially(value);
}

/**
 * Lets every `fill` of a browser type. Over WebDriver BiDi a value is set as a script of the page would set it, and React takes that for its own
 * doing: no form would hear of it.
 */
export function typeValues(page: Page): void {
  const locators: Pick<Locator, 'fill'> = Object.getPrototypeOf(page.locator('html'));
  locators.fill = type;
}
