import { readFile } from 'node:fs/promises';
import type { Page, Route } from '@playwright/test';
import { violationsOn } from './support/accessibility';
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

test('a browser that is too old is told so, and no other', async ({ page, signIn }) => {
  const notice = page.getByText('Dieser Browser ist zu alt für Tresor.').or(page.getByText('This browser is too old for Tresor.'));
  await signIn('Adele Vance', '/vaults');
  await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
  await expect(notice).toBeHidden();
  // Of 2023.
  await page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'toSorted'));
  await page.goto('/vaults', { waitUntil: 'networkidle' });
  // Nothing that would break there has been begun: what the server sent still stands, with the notice above it.
  await expect(notice).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('that there is no network is said in one piece, also on a telephone', async ({ page, context, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('Adele Vance', '/vaults');
  await context.setOffline(true);
  const banner = page.getByRole('status').filter({ has: page.locator('svg') });
  await expect(banner).toBeVisible();
  const [icon, words] = await Promise.all([banner.locator('svg').boundingBox(), banner.locator('span').boundingBox()]);
  expect(icon?.y).toBeGreaterThanOrEqual(words?.y ?? Infinity);
  expect(icon?.x).toBeLessThan(words?.x ?? 0);
  await context.setOffline(false);
});

test('code that was asked for without a network is fetched once there is one', async ({ page, context, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
  const jobs = page
    .getByRole('navigation')
    .getByRole('link', { name: /^(Sicherungsaufträge|Backup jobs)$/ })
    .first();
  await context.setOffline(true);
  const refused = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.js'));
  await jobs.hover();
  await refused;
  await context.setOffline(false);
  await jobs.click();
  await expect(page.getByRole('region', { name: /^(Alle Sicherungsaufträge|All backup jobs)$/ })).toBeVisible();
  await expect(page.getByText(/Tresor (wurde aktualisiert|has been updated)/)).toHaveCount(0);
});

test('a list that is printed stands on the paper', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  const row = page.getByRole('row', { name: /IgniteDemoVault/ });
  await expect(row).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(row).toBeVisible();
  await expect(page.getByRole('columnheader').first().getByRole('button')).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeHidden();
});

test('a long list is printed to its end', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/machines');
  const grid = page.getByRole('grid');
  const counted = await page.getByText(/^(Virtuelle Computer|Virtual machines): \d/).innerText();
  // With the row of the headings.
  const count = Number(/\d+/.exec(counted)) + 1;
  await expect(grid).toHaveAttribute('aria-rowcount', String(count));
  const rows = () => grid.getByRole('row').count();
  await expect.poll(rows).toBeLessThan(count);
  await page.evaluate(() => {
    // What the browser prints is there once everybody has heard of it.
    window.addEventListener('beforeprint', () => {
      document.title = String(document.querySelectorAll('[role=grid] tr').length);
    });
  });
  await page.pdf();
  expect(await page.title()).toBe(String(count));
  await expect.poll(rows).toBeLessThan(count);
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

test('a press before the page is taken up is not lost', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/items');
  await expect(page.getByRole('heading', { name: 'All backup items' })).toBeVisible();
  await page.addInitScript(() =>
    window.addEventListener('DOMContentLoaded', () => document.querySelector<HTMLElement>('header button[lang="de"]')?.click()),
  );
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Alle Sicherungselemente' })).toBeVisible();
});

test('what stands around the blades answers while their code is still on its way', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
  const held: Route[] = [];
  await page.route('**/assets/vault-list.blade-*.js', (route) => void held.push(route));
  await page.reload();
  await page.getByRole('button', { name: 'DE – Deutsch' }).click();
  await expect(page.getByRole('button', { name: 'Menü ein- oder ausblenden' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Adele Vance/ })).toBeVisible();
  const blade = page.getByRole('region', { name: 'Recovery Services-Tresore' });
  await expect(blade).toHaveAttribute('aria-busy', 'true');
  for (const route of held) await route.continue();
  await expect(blade.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
});

test.describe('the hub menu breaks', () => {
  test.use({ toFail: /The hub menu breaks/ });

  for (const [when, language, again] of [
    ['once the page stands', 'en', 'Try again'],
    ['while the page is made in another language than it was sent', 'de', 'Erneut versuchen'],
  ] as const) {
    test(`where what stands around the blades breaks ${when}, the page says so, and can be pressed`, async ({ page, signIn }) => {
      await signIn('Adele Vance', '/vaults');
      await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
      await page.addInitScript((chosen) => {
        const kept = window.localStorage;
        const broken: Pick<Storage, 'getItem' | 'setItem'> = {
          getItem(key) {
            if (key === 'tresor.hub-rest') throw new Error('The hub menu breaks.');
            return key === 'tresor.language' ? chosen : kept.getItem(key);
          },
          setItem: (key, value) => kept.setItem(key, value),
        };
        Object.defineProperty(window, 'localStorage', { value: broken });
      }, language);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: 'Tresor' })).toBeVisible();
      const loaded = page.waitForEvent('load');
      await page.getByRole('button', { name: again }).click();
      await loaded;
    });
  }
});

test('what has to be looked after takes the place it had, and nothing below it jumps', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/');
  const attention = page.getByRole('region', { name: 'Needs your attention' });
  await expect(attention).toBeVisible();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.reload();
  await expect(attention).toBeVisible();
  await expect(attention.getByRole('listitem').first()).toBeVisible();
  const shifts: unknown = await page.evaluate(() => Reflect.get(window, 'shifts'));
  expect(shifts).toEqual([]);
});

test('home leads with the machines that nobody has proved restorable, for as long as the person says, and shows them', async ({
  page,
  signIn,
}) => {
  await signIn('Adele Vance', '/');
  const unreported = page.getByRole('region', { name: 'What no one reports' });
  await expect(unreported).toContainText(
    /No plan or rehearsal has proven a restore in the last 90 days for \d+ of \d+ backed-up virtual machines\./,
  );
  await unreported.getByRole('combobox', { name: 'A proof counts for' }).selectOption('30 days');
  await unreported.getByRole('link', { name: 'View: restores not proven' }).click();
  await expect(page).toHaveURL(/\/items\?unproven=30$/);
  await expect(page.getByRole('combobox', { name: 'Restore proven' })).toHaveValue('30');
  // One that no other test rehearses: what was proved is kept beyond the world of a test.
  await expect(page.getByRole('link', { name: 'ProtectedVM1' })).toBeVisible();
  await expect(page.getByText('RetiredVM1')).toHaveCount(0);
  await page.goto('/machines?unproven=30');
  await expect(page.getByRole('columnheader', { name: 'Restore proven' })).toBeVisible();
  await expect(page.getByText('WebVM1', { exact: true })).toHaveCount(0);
  await page.goto('/');
  await expect(unreported).toContainText('in the last 30 days');
});

test('home says whose alerts reach no one, and leads to the script that sets that right', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/');
  const unreported = page.getByRole('region', { name: 'What no one reports' });
  await expect(unreported).toContainText('The alerts of 5 of 6 vaults reach no one.');
  await unreported.getByRole('link', { name: 'View: vault alerts' }).click();
  await expect(page).toHaveURL(/\/alerts\?show=silent$/);
  await expect(page.getByRole('row', { name: /NorthVault No one notify-north north-on-call/ })).toBeVisible();
  await expect(page.getByText('OperationsVault')).toHaveCount(0);
  await page.getByRole('link', { name: 'Script' }).click();
  const script = page.getByRole('textbox', { name: 'Script for notifications' });
  await expect(script).toHaveValue(/--action email 'adele\.vance@contoso\.example'/);
  await expect(page.getByText(/For 5 vaults: /)).toBeVisible();
  const address = page.getByRole('textbox', { name: 'Email address to notify' });
  await address.fill('nobody');
  await expect(page.getByText('Enter an email address.')).toBeVisible();
  await expect(script).toHaveCount(0);
  await address.fill('backup@contoso.example');
  await page.getByRole('combobox', { name: 'Script language' }).selectOption('PowerShell, Az modules');
  await expect(script).toHaveValue(/-EmailAddress 'backup@contoso\.example'/);
});

test('the hub menu leads to the key vaults and the restores of all subscriptions', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/');
  const menu = page.getByRole('navigation', { name: 'Hub menu' });
  await menu.getByRole('link', { name: 'Key vaults' }).click();
  await expect(page).toHaveURL(/\/key-vaults$/);
  const row = page.getByRole('row', { name: /^RbacKV / });
  await expect(row).toContainText('Azure RBAC (roles)');
  await row.getByRole('link', { name: 'RbacKV' }).click();
  await expect(page).toHaveURL(/\/key-vaults\/[^/]+\/KeyVaultRG\/RbacKV$/);
  await expect(page.getByRole('heading', { name: 'RbacKV' })).toBeVisible();
  await page.goto('/key-vaults?show=missing');
  await expect(page.getByRole('combobox', { name: 'Show' })).toHaveValue('missing');
  await expect(page.getByRole('row', { name: /LostVaultVM1/ })).toContainText('not known');
  await page.getByRole('combobox', { name: 'Show' }).selectOption('All');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as JSON' }).click();
  expect((await saving).suggestedFilename()).toBe('key-vaults.json');
  expect(await readFile(await (await saving).path(), 'utf8')).toContain('"name": "RbacKV"');
  await menu.getByRole('link', { name: 'Restores', exact: true }).click();
  await expect(page.getByText('Azure Resource Graph lists no restore from the last 14 days in any vault that you can read.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as CSV' })).toHaveAttribute('aria-disabled', 'true');
});

test('a list is narrowed to one management group, by a link and when it is opened again', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/alerts?show=silent');
  const inTest = page.getByRole('row', { name: /^FullVault / });
  const inProduction = page.getByRole('row', { name: /^IgniteDemoVault / });
  await expect(inTest).toBeVisible();
  const group = page.getByRole('combobox', { name: 'Management group' });
  await group.selectOption('Contoso production');
  await expect(page).toHaveURL(/show=silent&group=contoso-production$/);
  await expect(inProduction).toBeVisible();
  await expect(inTest).toHaveCount(0);
  await page.getByRole('link', { name: 'Script' }).click();
  await expect(page).toHaveURL(/alerts\/script\?show=silent&group=contoso-production$/);
  await expect(page.getByText(/^For \d vaults: .*IgniteDemoVault/)).toBeVisible();
  await expect(page.getByText(/^For \d vaults: .*FullVault/)).toBeHidden();
  await page.goto('/items');
  await expect(page).toHaveURL(/\/items\?group=contoso-production$/);
  await expect(group).toHaveValue('contoso-production');
  await page.goto('/machines?group=contoso-test');
  await expect(page.getByText(/^Virtual machines: \d+\. .*In 1 subscription\.$/)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.goto('/jobs?days=14&group=contoso-production');
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Failed');
  await expect(page).toHaveURL(/group=contoso-production/);
  await group.selectOption('All subscriptions');
  await expect(page).toHaveURL(/days=14&status=Failed$/);
  await page.goto('/items');
  await expect(group).toHaveValue('');
});

test('the pictures of home come into sight with their tables, and a mark leads to the rows behind it', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/');
  const days = page.getByRole('region', { name: 'Backups of the last 14 days' }).first();
  await expect(days.getByRole('table')).toHaveCount(0);
  await days.scrollIntoViewIfNeeded();
  const failed = days.getByRole('link', { name: /^RevokedVM1, .*: failed$/ });
  await expect(failed.first()).toBeVisible();
  await expect(days.getByRole('row').nth(1).getByRole('rowheader')).toHaveText('RevokedVM1');
  const bars = page.getByRole('region', { name: 'Protected virtual machines by encryption' }).first();
  await bars.scrollIntoViewIfNeeded();
  const bek = bars.getByRole('row', { name: /^BEK 1 of 4 protected 1 3$/ });
  await expect(bek).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await days.getByRole('link', { name: 'RevokedVM1', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(days.getByRole('link', { name: /^RevokedVM1, / }).first()).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await days.getByRole('table').evaluate((table) => table.contains(document.activeElement))).toBe(false);
  await failed.first().click();
  await expect(page).toHaveURL(/\/jobs\?days=14&machine=RevokedVM1&day=/);
  await expect(page.getByText('1 item')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page).toHaveURL(/\/jobs\?days=14$/);
  await page.goto('/');
  await bars.scrollIntoViewIfNeeded();
  await bek.getByRole('link', { name: '3' }).click();
  await expect(page).toHaveURL(/\/machines\?show=withoutBackup&kind=ade-bek$/);
  await expect(page.getByText('3 items')).toBeVisible();
});

test('a filter is saved under a name for the person who saved it, and leads back to its list from there and from home', async ({
  page,
  signIn,
}) => {
  await signIn('Adele Vance', '/machines');
  const save = page.getByRole('button', { name: 'Save filter' });
  await expect(save).toHaveAccessibleDescription('Choose a filter first.');
  await page.getByRole('combobox', { name: 'Encryption' }).selectOption('BEK');
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Not backed up');
  await expect(page.getByText('3 items')).toBeVisible();
  await save.click();
  await page.getByRole('textbox', { name: 'Filter name' }).fill('BEK, open');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(save).toHaveAccessibleDescription('This filter is saved as BEK, open.');
  const saved = page.getByRole('combobox', { name: 'Saved filters' });
  await saved.selectOption('None');
  await expect(page).toHaveURL(/\/machines$/);
  await saved.selectOption('BEK, open');
  await expect(page.getByText('3 items')).toBeVisible();
  await page.goto('/');
  await page.getByRole('region', { name: 'Saved filters' }).getByRole('link', { name: 'BEK, open' }).click();
  await expect(page).toHaveURL(/\/machines\?kind=ade-bek&show=withoutBackup$/);
  await page.getByRole('button', { name: 'Delete saved filter BEK, open' }).click();
  await expect(saved).toHaveCount(0);
});

type End = 'comes' | 'fails';

/** Holds what the browser asks for from now on; answers how to let it come, or fail. */
async function hold(page: Page, url: string): Promise<(end: End) => void> {
  const told: ((end: End) => void)[] = [];
  const ended = new Promise<End>((resolve) => told.push(resolve));
  await page.route(url, async (route) => {
    if ((await ended) === 'comes') await route.continue();
    else await route.abort();
  });
  return (end) => told.forEach((tell) => tell(end));
}

test('a link that is pressed before the page is taken up leads on, without leaving the person who is just arriving', async ({ page }) => {
  await page.goto('/');
  const end = await hold(page, '**/assets/portal-*.js');
  await page.getByRole('button', { name: 'Alex Wilber' }).click();
  await page.getByRole('link', { name: /^(Einstellungen|Settings)$/ }).click();
  await expect(page).toHaveURL(/\/$/);
  end('comes');
  await expect(page.getByRole('radio', { name: /^(Heute|Today)/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Alex Wilber/ })).toBeVisible();
});

test('a person who goes on while still arriving ends there', async ({ page }) => {
  await page.goto('/');
  const button = page.getByRole('button', { name: 'Alex Wilber' });
  await expect(button).toBeVisible();
  const end = await hold(page, '**/assets/msal-*.js');
  await button.click();
  await page.getByRole('link', { name: /^(Durchsuchen|Browse)$/ }).click();
  await expect(page).toHaveURL(/\/browse$/);
  end('comes');
  await expect(page.getByRole('button', { name: /Alex Wilber/ })).toBeVisible();
  await expect(page).toHaveURL(/\/browse$/);
});

test('where the portal’s code cannot be had, links lead on by themselves', async ({ page }) => {
  await page.route('**/assets/portal-*.js', (route) => route.abort());
  await page.goto('/vaults');
  await page.getByRole('link', { name: /^(Einstellungen|Settings)$/ }).click();
  await expect(page).toHaveURL(/\/settings$/);
});

test('a link that was pressed while the portal’s code was still expected leads on where it cannot be had', async ({ page }) => {
  const end = await hold(page, '**/assets/portal-*.js');
  await page.goto('/vaults', { waitUntil: 'commit' });
  await page.getByRole('link', { name: /^(Einstellungen|Settings)$/ }).click();
  await expect(page).toHaveURL(/\/vaults$/);
  end('fails');
  await expect(page).toHaveURL(/\/settings$/);
});
