import { signInOnPage } from './support/session';
import { expect, test } from './support/test';
import { LOCALES } from './support/wizard';

test.use({ locale: LOCALES.de });

test(
  'without the consent of an administrator it is said where it can be given, and once it is, everything goes on',
  { tag: '@cloud' },
  async ({ page, context, product, world: _freshWorld }) => {
    const { apiAppId } = product.azure;
    const directory = await context.newPage();
    await directory.goto(`${product.directory}/adminconsent?client_id=${apiAppId}`);
    await expect(directory.getByRole('status')).toContainText('darf in Ihrer Organisation für jeden');
    await directory.getByRole('button', { name: 'Adele Vance' }).click();
    await expect(directory.getByRole('status')).toContainText('Die Zustimmung eines Administrators fehlt');
    await directory.close();

    // Who signed in before the consent was withdrawn would keep the tokens of then for a while.
    await signInOnPage(page, 'Megan Bowen', '/vaults');
    await expect(page.getByRole('alert')).toContainText('Tresor darf noch nicht in Ihrem Namen auf Azure zugreifen');
    const opening = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Zustimmung des Administrators erteilen' }).click();
    const consent = await opening;
    await consent.getByRole('button', { name: 'Megan Bowen' }).click();
    await expect(consent.getByRole('alert')).toContainText('Das darf nur ein globaler Administrator');
    await consent.getByRole('button', { name: 'Adele Vance' }).click();
    await expect(consent.getByRole('status')).toContainText('darf in Ihrer Organisation für jeden');
    await consent.close();

    await page.reload();
    await expect(page.getByRole('link', { name: 'IgniteDemoVault' })).toBeVisible();
  },
);
