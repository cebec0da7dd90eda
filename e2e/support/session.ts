import { randomUUID } from 'node:crypto';
import type { Cookie, Page } from '@playwright/test';
import * as z from 'zod';
import { OPERATIONS_VAULT } from './wizard';

/** What a browser keeps of somebody who has signed in. */
export interface Session {
  /** The tab's own: MSAL's cache and the portal's token. */
  storage: [key: string, value: string][];
  /** The company's sign-in page remembers who it was. */
  cookies: Cookie[];
  /** Of the portal that was signed in to. */
  build: string;
}

/** Signs a person in on the company's page and lands on the path. */
export async function signInOnPage(page: Page, person: string, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: person }).click();
  await page.waitForURL((url) => url.pathname + url.search === path);
}

/** The session of the page, on which somebody has just signed in. */
export async function sessionOf(page: Page): Promise<Session> {
  await page.waitForFunction(() => sessionStorage.getItem('tresor.session') !== null);
  const { storage, settings } = await page.evaluate(() => ({
    storage: Object.keys(sessionStorage)
      .filter((key) => /^(msal\.|tresor\.session$)/.test(key))
      .map((key): [string, string] => [key, sessionStorage.getItem(key) ?? '']),
    settings: document.getElementById('portal-settings')?.textContent ?? '',
  }));
  const { build } = z.object({ build: z.string() }).parse(JSON.parse(settings));
  const cookies = await page.context().cookies();
  // What language and theme this one has chosen is no part of it.
  return { storage, cookies: cookies.filter(({ name }) => !name.startsWith('tresor-')), build };
}

/** A document of the portal's origin in which nothing runs. */
export const STILL_PAGE = '/licenses.md';

/** Opens the path as somebody who has signed in before. */
export async function takeUp(page: Page, session: Session, path: string): Promise<void> {
  await page.context().addCookies(session.cookies);
  await page.goto(STILL_PAGE);
  const kept = new Map(session.storage).get('tresor.session') ?? '';
  const { token } = z.object({ token: z.string() }).parse(JSON.parse(kept));
  await page.evaluate(
    async ({ storage, build, refused, token }) => {
      for (const [key, value] of storage) sessionStorage.setItem(key, value);
      // Anyone who writes reads again, also what the same person has read in the world of the test before.
      await fetch(refused, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'x-tresor-build': build } });
    },
    { ...session, token, refused: `/api${OPERATIONS_VAULT}/jobs/${randomUUID()}/cancel` },
  );
  await page.goto(path);
}
