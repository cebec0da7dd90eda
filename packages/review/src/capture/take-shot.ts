import type { Page } from '@playwright/test';
import type { Scene } from '../scene/scene';
import type { Language } from '../words';
import { locate } from './locate';
import { measureContrast } from './measure-contrast';
import { measureTexts } from './measure-texts';
import { readScreen } from './read-screen';
import { stillPicture } from './still-picture';
import type { Box, Shot, Theme } from './shot';

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

/** With the system's colours no style hides a caret, and it blinks. */
const leaveField = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.blur();
  });
