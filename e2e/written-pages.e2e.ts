import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, Route } from '@playwright/test';
import { expect, test } from './support/test';
import { IGNITE_VAULT, LOCALES, OPERATIONS_VAULT, type Language } from './support/wizard';

/** Addresses of many kinds, and the titles of their newest blades. */
const ADDRESSES: readonly (readonly [path: string, title: Readonly<Record<Language, string>>])[] = [
  ['/vaults', { de: 'Recovery Services-Tresore', en: 'Recovery Services vaults' }],
  ['/items', { de: 'Alle Sicherungselemente', en: 'All backup items' }],
  ['/settings', { de: 'Einstellungen', en: 'Settings' }],
  // The router takes words in any case.
  ['/Items', { de: 'Alle Sicherungselemente', en: 'All backup items' }],
  ['/nowhere/at/all', { de: 'Seite nicht gefunden', en: 'Page not found' }],
  // No address can have a slash within a name.
  ['/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg/a%2Fb', { de: 'Seite nicht gefunden', en: 'Page not found' }],
  ['/help/item-stopped', { de: 'Ursache und Abhilfe', en: 'Cause and remedy' }],
  [OPERATIONS_VAULT, { de: 'OperationsVault', en: 'OperationsVault' }],
  [`${OPERATIONS_VAULT}/jobs`, { de: 'Sicherungsaufträge', en: 'Backup jobs' }],
  [`${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1`, { de: 'FullRestoreVM1', en: 'FullRestoreVM1' }],
  [`${IGNITE_VAULT}/Backup/Policy`, { de: 'Sicherungsrichtlinie', en: 'Backup policy' }],
  [`${IGNITE_VAULT}/backup/machines`, { de: 'Virtuelle Computer auswählen', en: 'Select virtual machines' }],
];

/** Marks the top bar that the server sent, and keeps where the newest title stood and what the browser reports while the page is taken up. */
const watchTakingUp = (page: Page) =>
  page.addInitScript(() => {
    window.addEventListener('DOMContentLoaded', () => {
      const { x = -1, y = -1 } = document.querySelector('main h2')?.getBoundingClientRect() ?? {};
      document.querySelector('header')?.setAttribute('data-sent', `${x},${y}`);
    });
    window.addEventListener('error', ({ message }) => {
      document.documentElement.dataset['fault'] = message;
    });
  });

test('no script of the portal names a file that a server in the cloud keeps back', () => {
  const built = fileURLToPath(new URL('../apps/portal/dist', import.meta.url));
  const scripts = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(50);
  expect(scripts.filter((name) => readFileSync(join(built, name), 'utf8').includes('sourceMappingURL'))).toEqual([]);
});

for (const language of ['de', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: LOCALES[language] });

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });

      test('every address says what it is called and that it needs JavaScript', async ({ page }) => {
        for (const [path, title] of ADDRESSES) {
          await page.goto(path);
          await expect(page).toHaveTitle(`${title[language]} – Tresor`);
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          await expect(page.locator('main h2').filter({ visible: true }).first()).toHaveText(title[language]);
          await expect(page.getByText(/(Tresor braucht|Tresor needs) JavaScript/)).toBeVisible();
          await expect(page.getByRole('progressbar')).toHaveCount(0);
        }
      });
    });

    test('a list that is loaded again has everything where it was, before and after it is read', async ({ page, signIn }) => {
      await signIn('Adele Vance', '/');
      for (const path of ['/items', '/jobs']) {
        const held: Route[] = [];
        const places = () =>
          page
            .locator('main')
            .locator('tbody tr, select, input')
            .filter({ visible: true })
            .evaluateAll((all) =>
              all.slice(0, 7).map((one) => {
                const { x, y, width, height } = one.getBoundingClientRect();
                return { x, y, width, height };
              }),
            );
        await page.goto(path);
        await expect(page.getByRole('row', { name: /VM/ }).first()).toBeVisible();
        await expect.poll(() => page.evaluate(() => sessionStorage.getItem('tresor.seen-list') ?? '')).toContain(path);
        const before = await places();
        await page.route('**/api/**', (route) => void held.push(route));
        await page.reload();
        await expect(page.getByRole('status').filter({ hasText: /(Stand|As of) / })).toBeVisible();
        expect(await places()).toEqual(before);
        await page.route('**/api/**', (route) => route.continue());
        for (const route of held) await route.continue();
        await expect(page.getByRole('row', { name: /VM/ }).first()).toBeVisible();
        expect(await places()).toEqual(before);
        await page.unrouteAll();
      }
    });

    test('every address is taken up where it stands, without a fault and without moving', async ({ page, signIn }) => {
      await watchTakingUp(page);
      await signIn('Adele Vance', '/');
      for (const [path, title] of ADDRESSES) {
        await page.goto(path);
        await expect(page.getByRole('button', { name: /Adele Vance/ })).toBeVisible();
        await expect(page.locator('main section[aria-busy="true"]').filter({ visible: true })).toHaveCount(0);
        const heading = page.getByRole('heading', { name: title[language], exact: true }).filter({ visible: true });
        const { x, y } = await heading.evaluate((element) => element.getBoundingClientRect());
        await expect(page.locator('header[data-sent]'), path).toHaveAttribute('data-sent', `${x},${y}`);
        await expect(page.locator('html'), path).not.toHaveAttribute('data-fault');
      }
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('what is painted before the style sheet has come looks as it does with it', async ({ page }) => {
    const looks = [
      [{ width: 1366, height: 768 }, { colorScheme: 'light' }],
      [{ width: 390, height: 844 }, { colorScheme: 'dark' }],
      [{ width: 1366, height: 768 }, { forcedColors: 'active' }],
    ] as const;
    const shots: Buffer[][] = [];
    for (const withSheet of [true, false]) {
      await page.route('**/*.css', (route) => (withSheet ? route.continue() : route.abort()));
      const taken: Buffer[] = [];
      for (const [path] of [['/'], ['/browse'], ...ADDRESSES.slice(-3)]) {
        await page.goto(path);
        // Out of the page: over the menu’s button it would be seen, sooner or later.
        await page.mouse.move(-1, -1);
        for (const [size, media] of looks) {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
          taken.push(await page.screenshot({ animations: 'disabled' }));
        }
      }
      shots.push(taken);
    }
    const [whole = [], first = []] = shots;
    expect(first.findIndex((shot, n) => !shot.equals(whole[n] ?? Buffer.of()))).toBe(-1);
  });
});

test('the code of the blades is asked for once the page is painted', async ({ page }) => {
  // The portal asks for it, too; without it only what the server has written does.
  await page.route('**/assets/portal-*.js', (route) => route.abort());
  await page.goto(`${IGNITE_VAULT}/backup/policy`);
  const readTimes = () =>
    page.evaluate(() => {
      const links = [...document.querySelectorAll<HTMLLinkElement>('body > link[rel="modulepreload"]')];
      const times = links.map(({ href }) => performance.getEntriesByName(href)[0]?.startTime ?? 0);
      const painted = performance.getEntriesByName('first-paint')[0]?.startTime ?? Infinity;
      return { count: links.length, first: Math.min(...times), painted };
    });
  await expect
    .poll(async () => {
      const { count, first } = await readTimes();
      return count > 10 && first > 0;
    })
    .toBe(true);
  const { first, painted } = await readTimes();
  expect(first).toBeGreaterThan(painted);
});

test('code that every page needs is compiled beside the page, at a reload too', async ({ page, request, signIn }) => {
  const portal = page.locator('script[src*="/portal-"]');
  await signIn('Adele Vance', '/vaults');
  await expect(portal).toHaveAttribute('crossorigin', 'anonymous');
  await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const files = loaded.filter((url) => /\/assets\/(?:portal|lists|fields)-[^/]+\.js$/.test(url));
  expect(files).toHaveLength(3);
  for (const file of files) expect(await (await request.get(file)).text()).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  await page.reload();
  // With other credentials than before, the browser does not find it in the memory of the page that was there.
  await expect(portal).toHaveAttribute('crossorigin', 'use-credentials');
  await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
});

test('the browser does nothing twice while the page starts', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await page.addInitScript(() => {
    new MutationObserver((records) => {
      for (const { attributeName, oldValue } of records)
        if (attributeName !== null && document.documentElement.getAttribute(attributeName) === oldValue)
          document.documentElement.dataset['writtenTwice'] = attributeName;
    }).observe(document, {
      subtree: true,
      attributeFilter: ['lang', 'data-theme'],
      attributeOldValue: true,
    });
  });
  await page.reload();
  await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
  // With the value it has, too, it makes the browser work out the look of every element again.
  await expect(page.locator('html')).not.toHaveAttribute('data-written-twice');
  // A picture made of vectors is a page of its own, made on the main thread.
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /\.png$/);
  const linkedAgain = await page.evaluate(() => {
    const loaded = new Set([...document.scripts].map(({ src }) => src));
    const links = document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]');
    return [...links].filter(({ href }) => loaded.has(href)).map(({ href }) => href);
  });
  expect(linkedAgain).toEqual([]);
});

test('a list that is loaded again shows what it was, and how old that is, until it is read', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
  const isKept = () => page.evaluate(() => sessionStorage.getItem('tresor.seen-list') !== null);
  await expect.poll(isKept).toBe(true);
  const held: Route[] = [];
  await page.route('**/api/vaults', (route) => void held.push(route));
  await watchTakingUp(page);
  await page.reload();
  const picture = page.locator('[aria-hidden="true"] tr, tbody[aria-hidden="true"] tr').filter({ hasText: 'IgniteDemoVault' });
  await expect(picture).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /As of .*…/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toHaveCount(0);
  for (const route of held) await route.continue();
  await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
  await expect(page.getByText(/As of /)).toHaveCount(0);
  await expect(page.locator('html')).not.toHaveAttribute('data-fault');

  await page.reload();
  await expect.poll(() => held.length).toBeGreaterThan(1);
  await picture.getByText('IgniteDemoVault').click();
  await expect(page.getByRole('heading', { name: 'IgniteDemoVault', exact: true })).toBeVisible();
});

test('a person who goes back before the page is taken up is where they wanted, without a fault', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await page.getByRole('link', { name: 'IgniteDemoVault' }).click();
  await expect(page.getByRole('heading', { name: 'IgniteDemoVault', exact: true })).toBeVisible();
  const held: Route[] = [];
  await page.route('**/assets/portal-*.js', (route) => void held.push(route));
  await page.reload({ waitUntil: 'commit' });
  await expect.poll(() => held.length).toBe(1);
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/\/vaults$/);
  for (const route of held) await route.continue();
  await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
  await expect(page).toHaveTitle(/^Recovery Services vaults/);
});

test('neither home nor the hub menu has a fault while it is taken up', async ({ page, signIn }) => {
  await watchTakingUp(page);
  await signIn('Adele Vance', '/');
  for (const path of ['/', '/browse']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Adele Vance');
    await expect(page.locator('header[data-sent]'), path).toHaveCount(1);
    await expect(page.locator('html'), path).not.toHaveAttribute('data-fault');
  }
});

test('what a person has chosen is written from the first answer on', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/settings');
  await page.getByRole('button', { name: 'DE – Deutsch' }).click();
  await page.getByText('Dunkel', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Dunkel' })).toBeChecked();
  const sent = await page.request.get('/vaults');
  const text = await sent.text();
  expect(text).toContain('<html lang="de" data-theme="dark">');
  expect(text).toContain('Recovery Services-Tresore');
  expect(text).not.toContain('Adele');
  expect(sent.headers()['vary']).toMatch(/cookie/i);
});
