import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Journey, Scene } from '../scene/scene';
import type { Language } from '../words';
import { act, type Stage } from './act';
import { openWindow } from './browser';
import { inWords, locate } from './locate';
import type { Take, Theme } from './shot';
import { takeShot } from './take-shot';

interface PlayOptions {
  browser: Browser;
  stage: Stage;
  language: Language;
  themes: readonly Theme[];
  contrast: boolean;
  onTake(scene: Scene, take: Take): void;
}

const VIEWPORT = { width: 1366, height: 768 };

/** What is on its way between a page and its server. */
class Traffic {
  #underWay = 0;
  #onEnd: () => void = () => undefined;

  constructor(page: Page) {
    page.on('request', () => (this.#underWay += 1));
    const end = () => {
      this.#underWay -= 1;
      this.#onEnd();
    };
    page.on('requestfinished', end);
    page.on('requestfailed', end);
  }

  /** Until nothing is on its way any more, and what has arrived has asked for nothing else. */
  async toRest(page: Page): Promise<void> {
    do {
      while (this.#underWay > 0) await new Promise<void>((resolve) => (this.#onEnd = resolve));
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    } while (this.#underWay > 0);
  }
}

/** Plays a journey's scenes one after another; a scene that cannot be played ends its chain, not the journey. */
export async function playJourney(journey: Journey, options: PlayOptions): Promise<void> {
  let window: BrowserContext | undefined;
  let page: Page | undefined;
  let traffic: Traffic | undefined;
  let broken = false;
  for (const scene of journey.scenes) {
    if (!page || !traffic || scene.fresh) {
      await window?.close();
      ({ window, page, traffic } = await begin(journey, options));
      broken = false;
    }
    const take: Take = broken && scene.actions[0]?.do !== 'open' ? notReached : await playScene(page, traffic, scene, options);
    broken = !take.ok;
    options.onTake(scene, take);
  }
  await window?.close();
}

const notReached: Take = {
  ok: false,
  failure: { action: '', reason: 'A scene before this one could not be played.', picture: undefined },
};

async function begin({ seed, person, viewport = VIEWPORT }: Journey, { browser, stage, language }: PlayOptions) {
  await stage.reset(seed);
  const window = await openWindow(browser, language, stage.moment, viewport);
  const page = await window.newPage();
  const traffic = new Traffic(page);
  await page.goto(stage.url);
  await page.getByRole('button', { name: person }).click();
  await page.waitForURL((url) => url.origin === new URL(stage.url).origin && url.pathname === '/');
  await page.getByRole('button', { name: person }).waitFor();
  return { window, page, traffic };
}

async function playScene(page: Page, traffic: Traffic, scene: Scene, { stage, language, themes, contrast }: PlayOptions): Promise<Take> {
  let action = '';
  try {
    for (const next of scene.actions) {
      action = inWords(next, language);
      await act(page, stage, next, language);
    }
    action = inWords({ do: 'see', target: scene.ready }, language);
    await locate(page, scene.ready, language).waitFor();
    action = 'take the picture';
    await traffic.toRest(page);
    return { ok: true, shot: await takeShot(page, scene, language, themes, contrast) };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const picture = await page.screenshot().catch(() => undefined);
    return { ok: false, failure: { action, reason, picture } };
  }
}
