import type { Page } from '@playwright/test';
import { type PartOfPage, runAxe } from '../../packages/review/src/capture/run-axe';

/** The last of these in the document: the whole page where no blade is open. */
const NEWEST_BLADE = 'html, [data-blade]:not([hidden])';

/** What axe finds on the page, or on its newest blade alone. */
export async function violationsOn(page: Page, part?: PartOfPage, of: 'page' | 'newest blade' = 'page'): Promise<string[]> {
  const violations = await runAxe(page, part, of === 'page' ? undefined : NEWEST_BLADE);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
