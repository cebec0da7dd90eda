import { expect, test } from './support/test';
import { IGNITE_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'en-US' });

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
