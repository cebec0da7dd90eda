import { createHash } from 'node:crypto';
import type { Browser } from '@playwright/test';

const SAMPLE = 'Sicherungsrichtlinie Wiederherstellen 0123456789 Iil1 —';
const FAMILIES = ['Segoe UI', 'Roboto', 'Helvetica Neue', 'sans-serif', 'monospace'];

/** Where pictures come out the same, byte for byte: this browser with these fonts. */
export async function environmentOf(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const widths = await page.evaluate(
    ([sample, families]) => {
      const pen = document.createElement('canvas').getContext('2d');
      return families.map((family) => {
        if (pen) pen.font = `32px "${family}", ${family}`;
        return pen?.measureText(sample).width ?? 0;
      });
    },
    [SAMPLE, FAMILIES] as const,
  );
  await page.close();
  const fonts = createHash('sha256').update(widths.join()).digest('hex').slice(0, 8);
  return `Chromium ${browser.version()} on ${process.platform} ${process.arch}, fonts ${fonts}`;
}
