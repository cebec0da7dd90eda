import { Keyboard } from './support/keyboard';
import { expect, test } from './support/test';
import type { Locator } from '@playwright/test';
import { IGNITE_VAULT, OPERATIONS_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'de-DE' });

test('the whole wizard works with the keyboard alone', async ({ page, world, signIn }) => {
  const wizard = new Wizard(page);
  const keyboard = new Keyboard(page);
  // The title of a blade takes the focus once it is there; what is focused before loses it again.
  const opened = (title: string) => expect(page.getByRole('heading', { name: title, exact: true })).toBeFocused();
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);

  await keyboard.use(wizard.card('Sicherungsziel'));
  await opened('Sicherungsziel');
  await keyboard.use(wizard.ok);

  await opened('Sicherungsrichtlinie');
  await expect(page.getByText('Täglich um 00:30 Uhr', { exact: true })).toBeVisible();
  await keyboard.use(wizard.ok);

  await opened('Virtuelle Computer auswählen');
  await keyboard.goTo(wizard.blade('Virtuelle Computer auswählen').getByRole('searchbox', { name: 'Elemente filtern' }));
  await page.keyboard.type('DBVM2');
  await expect(page.getByRole('row')).toHaveCount(2);
  await keyboard.goToRow(page.getByRole('row', { name: /DBVM2/ }));
  await keyboard.press('Space');
  await expect(wizard.row('DBVM2').getByRole('checkbox')).toBeChecked();
  await keyboard.use(wizard.ok);

  await keyboard.use(wizard.enable);
  await expect(page.getByRole('row', { name: /DBVM2/ })).toContainText('Wird aktiviert');
  await world.advanceUntil(() => wizard.expectProtected('DBVM2'));
});

/** What is seen of a field with what is just around it, at the end of whatever moves. */
async function pictureOf(field: Locator): Promise<Buffer> {
  const { x = 0, y = 0, width = 0, height = 0 } = (await field.boundingBox()) ?? {};
  const clip = { x: x - 4, y: y - 4, width: width + 8, height: height + 8 };
  return field.page().screenshot({ clip, animations: 'disabled' });
}

test('a field that has the focus shows it, whichever it is', async ({ page, signIn }) => {
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/policies/new`);
  await page.keyboard.press('Tab');
  for (const field of [
    page.getByRole('textbox', { name: 'Richtlinienname' }),
    page.getByRole('combobox', { name: 'Häufigkeit' }),
    page.getByRole('checkbox', { name: 'Aufbewahrung des wöchentlichen Sicherungspunkts' }),
    page.getByRole('button', { name: 'Verwerfen' }),
  ]) {
    await field.scrollIntoViewIfNeeded();
    const before = await pictureOf(field);
    await field.focus();
    expect((await pictureOf(field)).equals(before), String(field)).toBe(false);
  }
});

test('Shift+Space makes a service a favorite, Ctrl+/ finds a menu entry', async ({ page, signIn }) => {
  const hub = page.getByRole('navigation', { name: 'Hub-Menü' });
  await signIn('Adele Vance', '/browse');
  await page.getByRole('searchbox').fill('Reco');
  await expect(page.getByRole('list', { name: 'Dienste' }).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('main').getByRole('link', { name: 'Recovery Services-Tresore', exact: true }).focus();
  await page.keyboard.press('Shift+Space');
  await page.getByRole('searchbox').fill('Supportmatrix');
  await expect(hub.getByRole('link', { name: 'Supportmatrix' })).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'Supportmatrix' }).focus();
  await page.keyboard.press('Shift+Space');
  await page.reload();
  await expect(hub.getByRole('link', { name: /^Recovery Services-Tresore\s*Favorit$/ })).toBeVisible();
  await expect(hub.getByRole('link', { name: 'Supportmatrix' })).toBeVisible();

  await page.goto(IGNITE_VAULT);
  await expect(page.getByRole('main').getByRole('link', { name: 'Sicherungsaufträge' }).first()).toBeVisible();
  // The menu is written by the server; keys are heard a moment later.
  await expect(async () => {
    await page.keyboard.press('Control+/');
    await expect(page.getByRole('searchbox', { name: 'Suchen (STRG+/)' })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type('Sicherungsauf');
  await expect(page.getByRole('main').getByRole('link', { name: 'Sicherungsaufträge' }).first()).toBeVisible();
  await expect(page.getByText('Eigenschaften')).toBeHidden();
});

/** What is called otherwise where it is open than in the menu. */
const TITLES: Readonly<Record<string, string>> = {
  Sicherungselemente: 'Alle Sicherungselemente',
  Sicherungsaufträge: 'Alle Sicherungsaufträge',
  Wiederherstellungen: 'Alle Wiederherstellungen',
  Neu: 'Recovery Services-Tresor erstellen',
};

test('each entry of the hub menu leads to what it is called after and says that it is open; what is not here is one row that opens', async ({
  page,
  signIn,
}) => {
  const hub = page.getByRole('navigation', { name: 'Hub-Menü' });
  await signIn('Adele Vance', '/');
  const entries = hub.getByRole('link').filter({ hasNotText: 'Durchsuchen' });
  const count = await entries.count();
  expect(count).toBeGreaterThan(6);
  for (let place = 0; place < count; place += 1) {
    const entry = entries.nth(place);
    const name = (await entry.innerText()).replaceAll('\u00AD', '');
    await entry.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(`${TITLES[name] ?? name} – Tresor`);
    await expect(entry).toHaveAttribute('aria-current', /page|true/);
    await expect(hub.locator('[aria-current]')).toHaveCount(1);
    await expect(page.locator('main h2').filter({ visible: true }).first()).toBeVisible();
  }
  await page.goto(`${IGNITE_VAULT}/items`);
  await expect(hub.getByRole('link', { name: 'Recovery Services-Tresore' })).toHaveAttribute('aria-current', 'true');

  const fold = hub.getByRole('button', { name: 'Gehört nicht zu Tresor' });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(hub.getByText('SQL-Datenbanken')).toHaveCount(0);
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(hub.getByText('Diese Einträge des Azure-Portals gehören nicht dazu')).toBeVisible();
  await expect(hub.getByText('SQL-Datenbanken')).toBeVisible();
  await page.reload();
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
});

test('the focus goes to home when its last blade is closed, and back to “Browse” when that is', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/settings');
  const home = page.getByRole('heading', { name: 'Willkommen, Adele Vance' });
  await page.getByRole('button', { name: 'Einstellungen schließen' }).press('Enter');
  await expect(home).toBeFocused();
  await expect(page.getByRole('status').getByText('Start geöffnet')).toBeAttached();

  const browse = page.getByRole('link', { name: 'Durchsuchen' });
  await browse.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Dienste filtern' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(browse).toBeFocused();

  await page.goto('/browse');
  await page.getByRole('button', { name: 'Schließen' }).press('Enter');
  await expect(home).toBeFocused();
});

test('a vault pinned to the dashboard is found there, and a folded blade keeps what was typed', async ({ page, signIn }) => {
  await signIn('Adele Vance', IGNITE_VAULT);
  await page.getByRole('button', { name: 'IgniteDemoVault an Dashboard anheften' }).press('Enter');
  await expect(page.getByRole('button', { name: 'IgniteDemoVault vom Dashboard lösen' })).toBeFocused();

  await page.goto(`${IGNITE_VAULT}/backup/policy/new`);
  const name = page.getByRole('textbox', { name: 'Richtlinienname' });
  await name.fill('Nachtsicherung');
  await page.getByRole('button', { name: 'Neue Sicherungsrichtlinie minimieren' }).press('Enter');
  const strip = page.getByRole('button', { name: 'Neue Sicherungsrichtlinie wieder öffnen' });
  await expect(strip).toBeFocused();
  await expect(name).toBeHidden();
  await strip.press('Enter');
  await expect(page.getByRole('heading', { name: 'Neue Sicherungsrichtlinie' })).toBeFocused();
  await expect(name).toHaveValue('Nachtsicherung');

  await page.goto('/');
  const pinned = page.getByRole('region', { name: 'Angeheftet' });
  await pinned.getByRole('button', { name: 'IgniteDemoVault vom Dashboard lösen' }).press('Enter');
  await expect(pinned.getByRole('link')).toHaveCount(0);
  await expect(pinned).toContainText('Mit der Nadel');
});

test('each blade in view is folded, filled up and closed like the newest, and closing one asks once for all that it takes along', async ({
  page,
  signIn,
}) => {
  const wizard = new Wizard(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup/goal`);
  for (const title of ['IgniteDemoVault', 'Sicherung']) {
    await button(`${title} minimieren`).press('Enter');
    await expect(button(`${title} wieder öffnen`)).toBeFocused();
  }
  await wizard.ok.click();
  await expect(page.getByText(wizard.words.schedule, { exact: true })).toBeVisible();
  await expect(button('IgniteDemoVault wieder öffnen')).toBeVisible();
  await button('Sicherung wieder öffnen').press('Enter');
  await expect(page.getByRole('heading', { name: 'Sicherung', exact: true })).toBeFocused();

  await button('Sicherung maximieren').press('Enter');
  await expect(button('Sicherung verkleinern')).toBeFocused();
  await expect(wizard.blade(wizard.words.policy)).toBeHidden();
  await button('Sicherung verkleinern').press('Enter');
  await expect(wizard.blade(wizard.words.policy)).toBeVisible();
  // Whatever is opened is seen, be it open already.
  for (const step of [wizard.words.policy, wizard.words.goal]) {
    await button('Sicherung maximieren').press('Enter');
    await wizard.card(step).press('Enter');
    await expect(wizard.blade(step)).toBeVisible();
  }

  await button('Sicherung schließen').press('Enter');
  const question = page.getByRole('dialog', { name: 'Eingaben verwerfen?' });
  await question.getByRole('button', { name: 'Verwerfen und verlassen' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`${IGNITE_VAULT}$`));
  await expect(question).toBeHidden();
  await expect(page.getByRole('region', { name: 'IgniteDemoVault' }).getByText('Abonnement-ID')).toBeVisible();
});
