import type { Page, Request } from '@playwright/test';
import { goWithin } from './support/go-within';
import { expect, test } from './support/test';
import { IGNITE_VAULT, LOCALES, OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: LOCALES.de });

const PRODUCTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const item = (name: string) => `${OPERATIONS_VAULT}/items/OperationsRG/${name}`;
const keyVault = (name: string) => `${OPERATIONS_VAULT}/key-vaults/${PRODUCTION}/KeyVaultRG/${name}`;
const type = (label: string | RegExp, value: string) => (page: Page) => page.getByLabel(label).last().fill(value);

interface Command {
  path: string;
  blade: string;
  name: string;
  /** What has to be typed before. */
  fill?: (page: Page) => Promise<void>;
}

/** Commands that change something, each where nothing but a want of rights keeps a person from it. */
const COMMANDS: Readonly<Record<string, Command>> = {
  'back up': { path: `${item('AppVM1')}/backup-now`, blade: 'Jetzt sichern', name: 'Sichern' },
  stop: { path: `${item('FullRestoreVM1')}/stop`, blade: 'Sicherung beenden', name: 'Sicherung beenden' },
  resume: {
    path: `${item('RetiredVM1')}/resume`,
    blade: 'Sicherung fortsetzen',
    name: 'Sicherung fortsetzen',
    fill: async (page) => void (await page.getByLabel('Sicherungsrichtlinie').last().selectOption('DefaultPolicy')),
  },
  undelete: { path: `${item('DeletedItemVM1')}/undelete`, blade: 'Löschen rückgängig machen', name: 'Löschen rückgängig machen' },
  'write a policy': {
    path: `${OPERATIONS_VAULT}/policies/new`,
    blade: 'Neue Sicherungsrichtlinie',
    name: 'Erstellen',
    fill: type('Richtlinienname', 'Nachts'),
  },
  'delete a policy': {
    path: `${OPERATIONS_VAULT}/policies/of/EnhancedPolicy/delete`,
    blade: 'Sicherungsrichtlinie löschen',
    name: 'Löschen',
  },
  'let in by a policy': { path: keyVault('NoPolicyKV'), blade: 'NoPolicyKV', name: 'Zugriff erteilen' },
  'let in by a role': { path: keyVault('RbacKV'), blade: 'RbacKV', name: 'Zugriff erteilen' },
  'delete a vault': {
    path: `${IGNITE_VAULT}/delete`,
    blade: 'Recovery Services-Tresor löschen',
    name: 'Löschen',
    fill: type(/IgniteDemoVault/, 'IgniteDemoVault'),
  },
};

const HELPDESK = ['back up', 'stop', 'resume', 'undelete'];
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'Megan Bowen': [],
  'Alex Wilber': HELPDESK,
  'Lee Gu': [...HELPDESK, 'write a policy', 'delete a policy'],
  'Patti Fernandez': [...HELPDESK, 'write a policy', 'delete a policy'],
  'Adele Vance': Object.keys(COMMANDS),
};

/** Questions are asked by POST, too. */
const isWrite = (request: Request) =>
  new URL(request.url()).pathname.startsWith('/api/') &&
  request.method() !== 'GET' &&
  !/\/(rights|key-vault-access|agents|points)$/.test(request.url());

/** Knows what is under way to the API, so that a page is looked at when it has all that it asked for. */
function watch(page: Page) {
  const underWay = new Set<Request>();
  const refused: string[] = [];
  page.on('request', (request) => void (new URL(request.url()).pathname.startsWith('/api/') && underWay.add(request)));
  page.on('requestfailed', (request) => underWay.delete(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('response', (response) => void (response.status() === 403 && refused.push(`${response.request().method()} ${response.url()}`)));
  const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return {
    refused,
    quiet: async () => {
      for (let still = 0; still < 3; still = underWay.size === 0 ? still + 1 : 0) await frame();
    },
  };
}

for (const [person, may] of Object.entries(PEOPLE)) {
  test(`${person} can give the commands that are not barred, and is told beforehand why the others are`, async ({ page, signIn }) => {
    await signIn(person, OPERATIONS_VAULT);
    const { refused, quiet } = watch(page);
    const given: string[] = [];
    for (const [id, { path, blade: title, name, fill }] of Object.entries(COMMANDS)) {
      await goWithin(page, path);
      const blade = page.getByRole('region', { name: title, exact: true });
      const button = blade.getByRole('button', { name, exact: true });
      const request = blade.getByRole('heading', { name: 'Anfrage zum Weitersenden' });
      await expect(button.or(request)).toBeVisible();
      await quiet();
      // Who may not give access finds the words with which to ask for it, and no button.
      if (await request.isVisible()) continue;
      await expect(button).not.toHaveAttribute('title', 'Ihre Rechte werden geprüft …');
      const reason = (await button.getAttribute('title')) ?? '';
      if (reason.includes('fehlt Ihnen ein Recht')) {
        await expect(button).toBeDisabled();
        continue;
      }
      await fill?.(page);
      const answer = page.waitForResponse((response) => isWrite(response.request()));
      await button.click();
      expect([id, (await answer).ok()]).toEqual([id, true]);
      given.push(id);
      await quiet();
    }
    expect(given).toEqual(may);
    expect(refused).toEqual([]);
  });
}

test('on a telephone commands stand in one row, and what has no room in it is behind “…”', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('Adele Vance', item('FullRestoreVM1'));
  const blade = page.getByRole('region', { name: 'FullRestoreVM1' });
  const commands = blade.getByRole('list', { name: 'Befehle' });
  const main = commands.getByRole('button', { name: 'Jetzt sichern' }).or(commands.getByRole('link', { name: 'Jetzt sichern' }));
  const encryption = commands.getByRole('link', { name: 'Verschlüsselung' });
  const more = blade.getByRole('button', { name: 'Weitere Befehle' });
  await expect(main).toBeVisible();
  await expect(encryption).toBeHidden();
  expect((await commands.boundingBox())?.height).toBeLessThan(50);

  await more.focus();
  await page.keyboard.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(encryption).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(encryption).toBeHidden();

  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(encryption).toBeVisible();
  await expect(more).toBeHidden();
});
