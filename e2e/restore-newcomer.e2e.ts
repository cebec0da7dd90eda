import type { Page } from '@playwright/test';
import { Restoring } from './support/restoring';
import { expect, test } from './support/test';
import { OPERATIONS_VAULT } from './support/wizard';
import type { World } from './support/world';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

/** Each command that a restore offers, and the button that gives it. */
const BUTTONS: Record<string, string> = {
  'restore-keys': 'Zurückholen',
  'create-machine': 'Virtuellen Computer erstellen',
  'renew-encryption': 'Verschlüsselung anwenden',
  protect: 'Sicherung aktivieren',
  'back-up-now': 'Jetzt sichern',
  'remove-leftovers': 'Löschen und nachsehen',
};

interface Next {
  kind: 'command' | 'wait' | 'stuck' | 'hidden' | 'done';
  step: string;
  command: string;
}

/** Opens the journey and answers what comes next, as it is told. */
async function nextOf(page: Page, journey: string): Promise<Next> {
  // What the page before it still asked is gone with it.
  await page.goto(journey, { waitUntil: 'commit' });
  const answer = await page.waitForResponse((response) => new URL(response.url()).pathname === `/api${journey}` && response.ok());
  const { next } = await answer.json();
  return next;
}

/** Presses what is offered until nothing is. */
async function pressToTheEnd(page: Page, world: World, journey: string): Promise<Next['kind']> {
  for (let press = 0; press < 20; press += 1) {
    const { kind, step, command } = await nextOf(page, journey);
    if (kind !== 'command' && kind !== 'wait') return kind;
    if (kind === 'command') {
      await page.goto(`${journey}/${step}`);
      const button = page.getByRole('button', { name: BUTTONS[command] ?? command, exact: true });
      await expect(button).toBeEnabled({ timeout: 20_000 });
      const given = page.waitForResponse((response) => ['PUT', 'DELETE'].includes(response.request().method()), { timeout: 20_000 });
      await button.click();
      await given;
    }
    await world.advance(45);
  }
  return 'wait';
}

for (const machine of ['FullRestoreVM1', 'LostKeysVM1', 'LostVaultVM1', 'DeletedVaultVM1', 'LinuxSingleVM1', 'AppVM1']) {
  test(`${machine} comes back by pressing what is offered, and every command on offer is a button`, async ({ page, world, signIn }) => {
    test.slow();
    const restoring = new Restoring(page, world);
    await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
    await page.goto('/settings');
    await page.getByRole('radio', { name: /^Heute/ }).check();
    await page.goto(`${OPERATIONS_VAULT}/items`);
    const journey = await restoring.restoreDisks(machine);
    expect(await pressToTheEnd(page, world, journey)).toBe('done');
    await expect(page.getByRole('heading', { name: 'Alles erledigt.' })).toBeVisible();
  });
}
