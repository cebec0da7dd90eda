import type { BrowserContext, Page } from '@playwright/test';
import { machineNames } from './support/azure';
import { signInOnPage } from './support/session';
import { expect, test } from './support/test';
import { RESTORES, Restoring } from './support/restoring';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

/** Counts how often the browser is sent to the sign-in service. */
function signInsOf(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/oauth2/v2.0/authorize')) count += 1;
  });
  return () => count;
}

async function withoutNetwork(page: Page, context: BrowserContext, work: () => Promise<void>): Promise<void> {
  const banner = page.getByText('Keine Netzwerkverbindung');
  await context.setOffline(true);
  await expect(banner).toBeVisible();
  await work();
  await context.setOffline(false);
  await expect(banner).toBeHidden();
}

test('Windows, managed disks, single pass: neither a network that fails nor a clock that is ten minutes off costs an entry or does a thing twice', async ({
  page,
  context,
  world,
}) => {
  test.slow();
  const restoring = new Restoring(page, world);
  const signIns = signInsOf(page);
  const refused = page.getByText('Der Server ist nicht erreichbar.');
  await page.clock.setSystemTime(Date.now() + 600_000);
  await signInOnPage(page, 'Adele Vance', '/settings');
  const signedIn = signIns();
  await page.getByRole('radio', { name: /^Heute/ }).check();
  await page.goto(`${OPERATIONS_VAULT}/items`);
  await restoring.choose('WinSingleVM1');
  await withoutNetwork(page, context, async () => {
    await restoring.start.click();
    await expect(refused).toBeVisible();
  });
  await restoring.start.dblclick();
  const journey = await restoring.journey();
  await withoutNetwork(page, context, () => world.advance(240));
  await restoring.next('Virtuellen Computer erstellen');

  const name = page.getByLabel('Name des virtuellen Computers');
  await name.fill('WinSingleVM2');
  await expect(page.getByText('Nichts steht im Weg')).toBeVisible();
  await withoutNetwork(page, context, async () => {
    await restoring.button('Virtuellen Computer erstellen').click();
    await expect(refused).toBeVisible();
  });
  await expect(name).toHaveValue('WinSingleVM2');
  await restoring.createMachine('WinSingleVM2');
  await page.goto(`${journey}/encryption`);
  await expect(page.getByText('Die Datenträger sind verschlüsselt.')).toBeVisible();
  await page.goto(RESTORES);
  const row = page.getByRole('row', { name: /WinSingleVM1/ });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Jetzt zu tun: Wieder sichern');
  expect(signIns()).toBe(signedIn);
});

test('two people in the same step make one machine, and both are told which', async ({ page, browser, product, world, signIn }) => {
  test.slow();
  const elsewhere = await browser.newContext({ locale: 'de-DE' });
  const adele = new Restoring(page, world);
  const alex = new Restoring(await elsewhere.newPage(), world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await adele.restoreDisks('WinUnmanagedVM1');
  await signIn('Alex Wilber', `${journey}/machine`, alex.page);
  await page.goto(`${journey}/machine`);
  const people = [
    { who: adele, name: 'AdelesVM' },
    { who: alex, name: 'AlexsVM' },
  ];
  for (const { who, name } of people) {
    await who.page.getByLabel('Name des virtuellen Computers').fill(name);
    await expect(who.page.getByText('Nichts steht im Weg')).toBeVisible();
  }
  await Promise.all(people.map(({ who }) => who.button('Virtuellen Computer erstellen').click()));
  const running = /Azure erstellt (AdelesVM|AlexsVM)\./;
  await Promise.all(people.map(({ who }) => expect(who.page.getByText(running)).toBeVisible()));
  await world.advance(10);
  const [made] = (await machineNames(product)).filter((name) => /^(?:AdelesVM|AlexsVM)$/.test(name));
  for (const { who } of people) await expect(who.page.getByText(`${made} ist erstellt.`)).toBeVisible({ timeout: 20_000 });
  expect((await machineNames(product)).filter((name) => /^(?:AdelesVM|AlexsVM)$/.test(name))).toHaveLength(1);
  await elsewhere.close();
});

test(
  'Azure wants more proof of who one is: one window, then the command once; and after an update one prompt to reload',
  { tag: '@cloud' },
  async ({ page, product, world, signIn }) => {
    const item = `${OPERATIONS_VAULT}/items/OperationsRG/ProtectedVM1`;
    await signIn('Adele Vance', `${item}/backup-now`);
    const backUp = page.getByRole('button', { name: 'Sichern', exact: true });
    await expect(backUp).toBeEnabled();
    await world.demandProof('https://management.azure.com');
    // The tokens it has for Azure are good still; a new server has none.
    await product.crashBff();
    const opened = page.waitForEvent('popup');
    await page.clock.install();
    await backUp.click();
    const window = await opened;
    // The telephone lies in the next room.
    await page.clock.fastForward('03:00');
    await Promise.all([window.waitForEvent('close'), window.getByRole('button', { name: /^Adele Vance/ }).click()]);
    await expect(page).toHaveURL(/\/jobs\/[0-9a-f-]{36}$/);
    await expect(page.getByText('Adele Vance (adele.vance@contoso.example)')).toBeVisible();

    // A page of yesterday, before the update: it still knows the build it came with.
    await page.addInitScript(() => {
      document.addEventListener('readystatechange', () => {
        const settings = document.getElementById('portal-settings')?.firstChild;
        if (document.readyState !== 'interactive' || !(settings instanceof Text) || sessionStorage.getItem('reloaded') !== null) return;
        sessionStorage.setItem('reloaded', 'yes');
        settings.data = settings.data.replace(/"build":"[^"]*"/, '"build":"yesterday"');
      });
    });
    await page.goto(`${OPERATIONS_VAULT}/jobs`);
    const reload = page.getByRole('button', { name: 'Seite neu laden' });
    await expect(reload).toHaveCount(1);
    await reload.click();
    await expect(page.getByRole('row', { name: /ProtectedVM1.*Sicherung.*In Bearbeitung/ })).toHaveCount(1);
  },
);
