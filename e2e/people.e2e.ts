import type { Request } from '@playwright/test';
import * as z from 'zod';
import { expect, test } from './support/test';
import { IGNITE_VAULT, OPERATIONS_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'en-US' });

const ITEM = `${OPERATIONS_VAULT}/items/OperationsRG/ProtectedVM1`;

/** Whose token a request of the page carries. */
async function personOf(request: Request): Promise<string> {
  const token = (await request.headerValue('authorization')) ?? '';
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return z.object({ preferred_username: z.string() }).parse(claims).preferred_username;
}

// Adele does so wherever the wizard is walked; Megan may not.
for (const person of ['Patti Fernandez', 'Alex Wilber', 'Lee Gu']) {
  test(`${person} may enable the backup of a machine`, async ({ page, world, signIn }) => {
    const wizard = new Wizard(page, 'en');
    await signIn(person, `${IGNITE_VAULT}/backup`);
    await wizard.chooseAll('DBVM2');
    // The guest cannot look at the key vault, and is told so.
    if (person === 'Lee Gu') await expect(page.getByText('Can’t be viewed')).toBeVisible();
    await wizard.enable.click();
    await expect(page.getByRole('row', { name: /DBVM2/ })).toContainText('Being enabled');
    await world.advanceUntil(() => wizard.expectProtected('DBVM2'));
  });
}

test('a person signs out, and another signs in', { tag: '@cloud' }, async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await page.getByRole('button', { name: /Adele Vance/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Megan Bowen' }).click();
  await expect(page.getByRole('button', { name: 'Account: Megan Bowen' })).toBeVisible();
});

test('who signs out in one tab goes on in no other', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  const other = await page.context().newPage();
  await other.goto('/vaults');
  await other.getByRole('button', { name: 'Adele Vance' }).click();
  await expect(other.getByRole('button', { name: 'Account: Adele Vance' })).toBeVisible();
  await page.getByRole('button', { name: /Adele Vance/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Megan Bowen' })).toBeVisible();
  // The sign-in service asks who is there.
  await other.getByRole('button', { name: 'Megan Bowen' }).click();
  await expect(other.getByRole('button', { name: 'Account: Megan Bowen' })).toBeVisible();
  await page.getByRole('button', { name: 'Adele Vance' }).click();
  await expect(page.getByRole('button', { name: 'Account: Adele Vance' })).toBeVisible();
  await other.reload();
  await expect(other.getByRole('button', { name: 'Account: Megan Bowen' })).toBeVisible();
});

test('a second account is used beside the first, and one switches between them', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await page.getByRole('button', { name: /Adele Vance/ }).click();
  await page.getByRole('button', { name: 'Use another account' }).click();
  await page.getByRole('button', { name: /Megan Bowen/ }).click();
  await expect(page.getByRole('button', { name: /Account: Megan Bowen/ })).toBeVisible();
  await page.getByRole('button', { name: /Account: Megan Bowen/ }).click();
  await page.getByRole('button', { name: 'Switch to Adele Vance' }).click();
  await expect(page.getByRole('button', { name: /Account: Adele Vance/ })).toBeVisible();
});

test('who is asked before the page is left to switch accounts may stay, as the same person', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await page.getByRole('button', { name: /Adele Vance/ }).click();
  await page.getByRole('button', { name: 'Use another account' }).click();
  await page.getByRole('button', { name: /Patti Fernandez/ }).click();
  await expect(page.getByRole('button', { name: 'Account: Patti Fernandez' })).toBeVisible();
  await page.goto(`${ITEM}/stop`);
  await page.getByRole('radio', { name: /^Delete backup data/ }).check();
  const typed = page.getByRole('textbox', { name: /ProtectedVM1/ });
  await typed.fill('Protected');
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss());
  await page.getByRole('button', { name: 'Account: Patti Fernandez' }).click();
  await page.getByRole('button', { name: 'Switch to Adele Vance' }).click();
  await asked;
  await typed.fill('ProtectedVM1');
  const [next] = await Promise.all([
    page.waitForRequest((request) => request.url().includes('/api/')),
    page.getByRole('button', { name: 'Refresh' }).last().click(),
  ]);
  expect(await personOf(next)).toBe('patti.fernandez@contoso.example');
});

test('nothing is ordered where another person shows who they are, and the page becomes theirs', async ({
  page,
  product,
  world,
  signIn,
}) => {
  await signIn('Adele Vance', `${ITEM}/backup-now`);
  const backUp = page.getByRole('button', { name: 'Backup', exact: true });
  await expect(backUp).toBeEnabled();
  const people = new Set<string>();
  page.on('request', (request) => {
    if (request.method() === 'PUT') void personOf(request).then((person) => people.add(person));
  });
  await world.demandProof('https://management.azure.com');
  await product.crashBff();
  const opened = page.waitForEvent('popup');
  await backUp.click();
  await (await opened).getByRole('button', { name: /Patti Fernandez/ }).click();
  await expect(page.getByRole('button', { name: 'Account: Patti Fernandez' })).toBeVisible();
  await expect(page).toHaveURL(`${ITEM}/backup-now`);
  expect([...people]).toEqual(['adele.vance@contoso.example']);
});

test('a page that the browser has kept is made again once another person has signed in', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await expect(page.getByRole('link', { name: 'IgniteDemoVault' })).toBeVisible();
  const comeBack = () =>
    page.evaluate(() => {
      document.body.dataset['kept'] = '';
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
  await comeBack();
  await expect(page.locator('body[data-kept]')).toBeVisible();
  await page.evaluate(() => {
    const session = sessionStorage.getItem('tresor.session') ?? '';
    sessionStorage.setItem('tresor.session', session.replace(/"id":"[^"]+","name":"[^"]+"/, '"id":"other","name":"Megan Bowen"'));
  });
  await comeBack();
  await expect(page.locator('body[data-kept]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Account: Megan Bowen/ })).toBeVisible();
});

test('a session is renewed in silence', { tag: '@cloud' }, async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await expect(page.getByRole('link', { name: 'IgniteDemoVault' })).toBeVisible();
  await page.evaluate(() => {
    for (const key of Object.keys(sessionStorage)) if (/accesstoken|tresor\.session/i.test(key)) sessionStorage.removeItem(key);
  });
  const renewal = page.waitForRequest((request) => new URL(request.url()).pathname.endsWith('/oauth2/v2.0/token'));
  await page.reload();
  await renewal;
  await expect(page.getByRole('link', { name: 'IgniteDemoVault' })).toBeVisible();
});
