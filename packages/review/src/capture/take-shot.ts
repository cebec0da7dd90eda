import type { Page, Locator } from '@playwright/test';
import type { Scene } from '../scene/scene';
import type { Language } from '../words';
import { locate } from './locate';
import { measureTexts } from './measure-texts';
import { readScreen } from './read-screen';
import type { Box, Shot, Theme, ContrastFault } from './shot';
import { runAxe } from './run-axe';

const MEDIA: Record<Theme, { colorScheme: 'light' | 'dark'; forcedColors: 'none' | 'active' }> = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
};

async function cropOf(page: Page, { crop }: Pick<Scene, 'crop'>, language: Language): Promise<Box> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  if (crop === undefined || crop.length === 0) return [0, 0, width, height];
  const boxes = await Promise.all(crop.map((target) => locate(page, target, language).boundingBox()));
  const found = boxes.filter((box) => box !== null);
  const left = Math.max(0, Math.floor(Math.min(...found.map(({ x }) => x))));
  const top = Math.max(0, Math.floor(Math.min(...found.map(({ y }) => y))));
  const right = Math.min(width, Math.ceil(Math.max(...found.map(({ x, width }) => x + width))));
  const bottom = Math.min(height, Math.ceil(Math.max(...found.map(({ y, height }) => y + height))));
  return [left, top, right - left, bottom - top];
}

interface Measured {
  fgColor?: string;
  bgColor?: string;
  contrastRatio?: number;
  expectedContrastRatio?: string;
}

/** Text whose contrast is below what WCAG asks for, in the theme that is on; boxes in pixels from the crop's corner. */
async function measureContrast(page: Page, crop: Box): Promise<ContrastFault[]> {
  const violations = await runAxe(page, 'colors');
  const troubles: ContrastFault[] = [];
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

const ATTEMPTS = 20;

/** A picture of a page that has come to rest: two in a row are the same, byte for byte. */
async function stillPicture(page: Page, [x, y, width, height]: Box, mask: Locator[]): Promise<Buffer> {
  const take = () =>
    page.screenshot({ clip: { x, y, width, height }, mask, maskColor: '#9aa0a6', animations: 'disabled', caret: 'hide', scale: 'css' });
  let last = await take();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const next = await take();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error('The screen does not come to rest.');
}

/** Photographs what is on the screen in each theme and reads what it says. The first theme is the one that is read. */
export async function takeShot(
  page: Page,
  scene: Pick<Scene, 'crop' | 'mask'>,
  language: Language,
  themes: readonly Theme[],
  contrast = true,
): Promise<Shot> {
  await page.mouse.move(0, 0);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const crop = await cropOf(page, scene, language);
  const masks = (scene.mask ?? []).map((target) => locate(page, target, language));
  const shot: Shot = {
    width: crop[2],
    height: crop[3],
    pictures: {},
    contrast: {},
    parts: [],
    texts: [],
    pageLanguage: await page.evaluate(() => document.documentElement.lang),
  };
  for (const theme of themes) {
    await page.emulateMedia(MEDIA[theme]);
    if (theme === 'contrast') await leaveField(page);
    shot.pictures[theme] = await stillPicture(page, crop, masks);
    if (contrast && theme !== 'contrast') shot.contrast[theme] = await measureContrast(page, crop);
    if (theme !== themes[0]) continue;
    shot.parts = await readScreen(page, crop);
    shot.texts = await measureTexts(page, crop);
  }
  await page.emulateMedia(MEDIA.light);
  return shot;
}

/** With the system's colors no style hides a caret, and it blinks. */
const leaveField = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.blur();
  });
