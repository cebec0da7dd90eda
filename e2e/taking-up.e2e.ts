import type { Page, Route } from '@playwright/test';
import { expect, test } from './support/test';

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
