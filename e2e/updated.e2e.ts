import { rmSync } from 'node:fs';
import { groupNames } from './support/azure';
import { otherBuild } from './support/other-build';
import { expect, test } from './support/test';
import { giveTicket } from './support/ticket';
import { LOCALES } from './support/wizard';

const PRODUCTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';

let newer: string;

test.beforeAll(() => {
  newer = otherBuild();
});
test.afterAll(() => rmSync(newer, { recursive: true }));
// Whatever became of the test: the next one finds the build that it expects.
test.afterEach(({ product }) => product.crashBff());

test.describe('auf Deutsch', () => {
  test.use({ locale: LOCALES.de });

  test('die Seite ist älter als der Server: sie sagt es, nichts ist geändert, und Ausgefülltes ist nach dem Laden noch da', async ({
    page,
    product,
    world,
    signIn,
  }) => {
    await signIn('Adele Vance', '/vaults/new');
    const blade = page.getByRole('region', { name: 'Recovery Services-Tresor erstellen' });
    const name = blade.getByLabel('Name', { exact: false }).first();
    await name.fill('NeuerTresor');
    await blade.getByLabel('Abonnement').selectOption({ label: 'Contoso Production' });
    await blade.getByRole('radio', { name: 'Neu', exact: true }).check({ force: true });
    await page.getByLabel('Name der neuen Ressourcengruppe').fill('SicherungRG');
    await page.getByLabel('Standort').selectOption('northeurope');
    const ticket = await giveTicket(blade);
    const create = page.getByRole('button', { name: 'Erstellen', exact: true });
    await expect(create).toBeEnabled();
    await product.crashBff(newer);
    await create.click();
    await expect(blade.getByText('Es wurde nichts geändert. Laden Sie die Seite neu.')).toBeVisible();
    await expect(name).toHaveValue('NeuerTresor');
    expect(await groupNames(product)).not.toContain('SicherungRG');
    await page.getByRole('status').filter({ hasText: 'Tresor wurde' }).getByRole('button', { name: 'Seite neu laden' }).click();
    await expect(name).toHaveValue('NeuerTresor');
    await expect(page.getByLabel('Name der neuen Ressourcengruppe')).toHaveValue('SicherungRG');
    await expect(page.getByLabel('Standort')).toHaveValue('northeurope');
    await expect(page.getByLabel('Grund oder Ticketnummer')).toHaveValue(ticket);
    await create.click();
    await page.waitForURL(`/vaults/${PRODUCTION}/SicherungRG/NeuerTresor`);
    await world.advance(1);
    await expect(page.getByText('Tresor „NeuerTresor“ wurde erstellt').first()).toBeVisible();
  });
});

test.describe('in English', () => {
  test.use({ locale: LOCALES.en });

  test('a page that is newer than the server it comes to says so, and what was typed is still there', async ({ page, product, signIn }) => {
    await product.crashBff(newer);
    await signIn('Adele Vance', `/vaults/${PRODUCTION}/OperationsRG/OperationsVault/policies/new`);
    const name = page.getByLabel('Policy name');
    await name.fill('TypedMeanwhile');
    await product.crashBff();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const banner = page.getByRole('status').filter({ hasText: 'Tresor has been updated' });
    await expect(banner).toContainText('What you filled in is kept, except for secrets and confirmations.');
    await banner.getByRole('button', { name: 'Reload the page' }).click();
    await expect(name).toHaveValue('TypedMeanwhile');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(page.getByText('TypedMeanwhile').first()).toBeVisible();
  });

  test.describe('with a part of the portal that cannot be loaded', () => {
    test.use({ toFail: /version-mismatch/ });

    test('a blade whose code the server no longer has is asked for after the page was loaded again', async ({ page, product, signIn }) => {
      await signIn('Adele Vance', '/vaults');
      await expect(page.getByRole('row', { name: /OperationsVault/ })).toBeVisible();
      await product.crashBff(newer);
      await page.getByRole('link', { name: 'OperationsVault' }).click();
      await expect(page.getByRole('status').getByRole('button', { name: 'Reload the page' })).toBeVisible();
      await page.getByRole('status').getByRole('button', { name: 'Reload the page' }).click();
      await expect(page.getByRole('main').getByRole('link', { name: 'Backup items' }).first()).toBeVisible();
    });
  });
});
