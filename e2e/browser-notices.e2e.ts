import type { BrowserContext, Page } from '@playwright/test';
import { onPath } from '../scripts/debian.mjs';
import { violationsOn } from './support/accessibility';
import { Recovering } from './support/recovering';
import { expect, test } from './support/test';

/** The Chromium that never draws a window knows no notifications, and takes every page for refused. */
const { TRESOR_CHROMIUM: given = '' } = process.env;
const CHROMIUM =
  given === '' || given.includes('headless') ? onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) : given;

test.use({
  locale: 'de-DE',
  launchOptions: async ({ launchOptions }, use) => {
    if (CHROMIUM === undefined) throw new Error('This needs a Chromium with windows, which knows notifications: install chromium.');
    await use({ ...launchOptions, executablePath: CHROMIUM, args: [...(launchOptions.args ?? []), '--headless=new'] });
  },
});

const ASK = 'Auch der Browser soll sich melden';

declare global {
  interface Window {
    recordNotice: (words: string) => Promise<void>;
    recordAsking: () => Promise<void>;
    lastNotice: Notification;
  }
}

interface Heard {
  notices: string[];
  /** How often the browser was to ask the person. */
  asked: number;
}

/** Listens to what the page has the browser show and ask, which does so all the same. */
async function listen(page: Page): Promise<Heard> {
  const heard: Heard = { notices: [], asked: 0 };
  await page.exposeFunction('recordNotice', (words: string) => void heard.notices.push(words));
  await page.exposeFunction('recordAsking', () => void (heard.asked += 1));
  await page.addInitScript(() => {
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        window.lastNotice = this;
        void window.recordNotice([title, options?.body].filter(Boolean).join(': '));
      }

      static override async requestPermission(): Promise<NotificationPermission> {
        await window.recordAsking();
        return super.requestPermission();
      }
    };
  });
  return heard;
}

/** Another tab is looked at: a browser without a screen takes each of its pages for the one in front. */
const lookAway = (page: Page) =>
  page.evaluate(() => {
    document.hasFocus = () => false;
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });

/** As somebody decided in the browser's settings; `prompt`: nobody has decided. */
async function permit(context: BrowserContext, page: Page, setting: 'granted' | 'denied' | 'prompt'): Promise<void> {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const { browserContextId } = targetInfo;
  await session.send('Browser.setPermission', {
    permission: { name: 'notifications' },
    setting,
    origin: new URL(page.url()).origin,
    ...(browserContextId !== undefined && { browserContextId }),
  });
}

test('a run tells by the browser that a machine needs somebody and that it has ended, and a click opens its board', async ({
  page,
  context,
  world,
  signIn,
}) => {
  test.slow();
  const recovering = new Recovering(page, world);
  await world.reset('disaster');
  const { notices } = await listen(page);
  await signIn('Adele Vance', '/recovery/new');
  await permit(context, page, 'granted');
  await recovering.plan('AppVM1');
  await expect(page.getByText(/^Auch der Browser meldet sich, wenn Sie gebraucht werden/)).toBeVisible();
  const board = page.url();
  await lookAway(page);
  await recovering.start();
  await expect.poll(() => notices, { timeout: 15_000 }).toEqual(['Ein virtueller Computer geht nicht von selbst weiter']);
  await page.getByRole('link', { name: 'Wiederherstellungspläne' }).first().click();
  await expect(page).not.toHaveURL(board);
  await expect(async () => {
    await world.advance(5);
    expect(notices).toContain('Der Wiederherstellungsplan ist zu Ende: 1 von 2 virtuellen Computern ist gelaufen.');
  }).toPass({ timeout: 120_000 });
  expect(notices.join(' ')).not.toMatch(/Adele|DBVM2|AppVM1/);
  await page.evaluate(() => window.lastNotice.dispatchEvent(new Event('click')));
  await expect(page).toHaveURL(board);
  await expect(page.getByText(/Zurück: 1 von 2\.$/)).toBeVisible();
});

test('a run whose sign-in is ended tells by the browser that it waits for one', async ({ page, context, world, signIn }) => {
  test.slow();
  const recovering = new Recovering(page, world);
  await world.reset('disaster');
  const { notices } = await listen(page);
  await signIn('Adele Vance', '/recovery/new');
  await permit(context, page, 'granted');
  await recovering.plan();
  await recovering.start();
  await expect(page.getByText('Läuft im Namen von Adele Vance.')).toBeVisible();
  await lookAway(page);
  await world.endTokens('adele.vance@contoso.example');
  await expect(async () => {
    await world.advance(10);
    expect(notices).toEqual(['Der Wiederherstellungsplan wartet auf eine Anmeldung']);
  }).toPass({ timeout: 60_000 });
});

test('the browser is asked only when somebody presses, and that it refuses is said', async ({ page, context, world, signIn }) => {
  test.slow();
  const recovering = new Recovering(page, world);
  await world.reset('disaster');
  const heard = await listen(page);
  await signIn('Adele Vance', '/recovery/new');
  await permit(context, page, 'prompt');
  await recovering.plan('AppVM1');
  const ask = page.getByRole('button', { name: ASK });
  await expect(ask).toBeVisible();
  expect(heard.asked).toBe(0);
  await permit(context, page, 'denied');
  await ask.click();
  await expect(page.getByText(/^Der Browser darf sich nicht melden\./)).toBeVisible();
  expect(heard.asked).toBe(1);
  expect(await violationsOn(page)).toEqual([]);
  await lookAway(page);
  await recovering.start();
  await recovering.untilNoneGoesOn();
  expect(heard).toEqual({ notices: [], asked: 1 });
});
