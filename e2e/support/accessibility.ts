import type { Page } from '@playwright/test';
import { runAxe } from '../../packages/review/src/capture/run-axe';

/** What axe finds on the page, by all its rules or those named. */
export async function violationsOn(page: Page, rules?: readonly string[]): Promise<string[]> {
  const violations = await runAxe(page, rules);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
