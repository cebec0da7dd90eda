import type { Page } from '@playwright/test';
import { type PartOfPage, runAxe } from '../../packages/review/src/capture/run-axe';

/** What axe finds on the page. */
export async function violationsOn(page: Page, part?: PartOfPage): Promise<string[]> {
  const violations = await runAxe(page, part);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
