import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import type { Language } from '../words';

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-US' };

/** Software rendering, one scale, no smoothing that depends on the screen: the same page gives the same bytes. */
const STEADY = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--disable-partial-raster',
  '--disable-checker-imaging',
  '--run-all-compositor-stages-before-draw',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

export const openBrowser = (executablePath: string | undefined): Promise<Browser> =>
  chromium.launch({ ...(executablePath !== undefined && { executablePath }), args: STEADY });

/** A window as a person of that language would have it, its clock standing still. */
export async function openWindow(
  browser: Browser,
  language: Language,
  moment: Date,
  viewport: { width: number; height: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: LOCALES[language],
    timezoneId: 'Europe/Berlin',
    viewport,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(20_000);
  await context.clock.setFixedTime(moment);
  return context;
}
