import type { Page } from '@playwright/test';
import { runAxe } from './run-axe';
import type { Box, ContrastTrouble } from './shot';

interface Measured {
  fgColor?: string;
  bgColor?: string;
  contrastRatio?: number;
  expectedContrastRatio?: string;
}

/** Text whose contrast is below what WCAG asks for, in the theme that is on; boxes in pixels from the crop's corner. */
export async function measureContrast(page: Page, crop: Box): Promise<ContrastTrouble[]> {
  const violations = await runAxe(page, ['color-contrast']);
  const troubles: ContrastTrouble[] = [];
  for (const { any, target } of violations.flatMap(({ nodes }) => nodes)) {
    const measured: Measured = any[0]?.data ?? {};
    const element = page.locator(String(target[0])).first();
    const around = await element.boundingBox();
    if (!around) continue;
    const box: Box = [Math.round(around.x - crop[0]), Math.round(around.y - crop[1]), Math.round(around.width), Math.round(around.height)];
    if (box[0] + box[2] <= 0 || box[1] + box[3] <= 0 || box[0] >= crop[2] || box[1] >= crop[3]) continue;
    troubles.push({
      text: ((await element.textContent()) ?? '').trim().slice(0, 80),
      ratio: measured.contrastRatio ?? 0,
      wanted: parseFloat(measured.expectedContrastRatio ?? '4.5'),
      foreground: measured.fgColor ?? '',
      background: measured.bgColor ?? '',
      box,
    });
  }
  return troubles;
}
