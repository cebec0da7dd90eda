import type { Locator, Page } from '@playwright/test';
import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';

test.use({ locale: 'de-DE' });
test.beforeEach(({ page }) => page.addInitScript(() => localStorage.setItem('tresor.edition', 'current')));

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) }).first();

test('machines are chosen by a tag of theirs, or for lack of it, at the desk and on a phone', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/recovery/new');
  await expect(row(page, 'WinSingleVM1')).toContainText('cost-center: 4711, application: orders');
  await page.getByRole('combobox', { name: 'Tag', exact: true }).selectOption('application');
  await expect(page.getByRole('row', { name: /VM\d/ })).toHaveCount(1);
  const value = page.getByRole('combobox', { name: 'Wert von application' });
  await expect(value.getByRole('option', { name: /^orders/ })).toHaveText('orders (1)');
  await value.selectOption({ label: 'orders (1)' });
  await page.getByRole('button', { name: 'Nur diese auswählen (1)' }).click();
  await expect(row(page, 'WinSingleVM1')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: 'Plan für einen virtuellen Computer erstellen' })).toBeEnabled();

  await value.selectOption({ label: await value.getByRole('option', { name: /^Ohne dieses Tag/ }).innerText() });
  await expect(row(page, 'WinSingleVM1')).toBeHidden();
  await expect(row(page, 'AppVM1')).toContainText('keine');
  await expect(page.getByText(/^Tags gehören zum virtuellen Computer selbst. Die von \d+ Computern sind nicht zu sehen/)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await value.selectOption({ label: 'orders (1)' });
  await expect(row(page, 'WinSingleVM1')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('what was never backed up stays in the plan by name, and nobody is told that it comes back', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/recovery/new');
  for (const machine of ['FarmVM001', 'LostVaultVM1']) {
    await page.getByRole('searchbox', { name: 'Elemente filtern' }).fill(machine);
    await row(page, machine).getByRole('checkbox').check();
  }
  await expect(page.getByText(/^Einer davon wurde nie gesichert und kann nicht aus einer Sicherung zurückkommen/)).toBeVisible();
  await page.getByRole('button', { name: 'Plan für 2 virtuelle Computer erstellen' }).click();
  const never = page.getByRole('region', { name: 'Kann nicht aus einer Sicherung zurückkommen, weil nie gesichert (1)' });
  await expect(never.getByRole('link')).toHaveText(['FarmVM001']);
  await expect(row(page, 'FarmVM001')).toContainText('Nie gesichert: Er kann nicht aus einer Sicherung zurückkommen.');
  await expect(page.getByRole('button', { name: 'Einen virtuellen Computer zurückholen' })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('what is wanted of a tag is held against each machine, beforehand and in both widths', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/recovery/new');
  for (const machine of ['AppVM2', 'LostVaultVM1', 'WinSingleVM1']) {
    await page.getByRole('searchbox', { name: 'Elemente filtern' }).fill(machine);
    await row(page, machine).getByRole('checkbox').check();
  }
  await page.getByRole('radio', { name: /^Neuester Der neueste, aus dem/ }).check();
  await page.getByRole('radio', { name: /^Abgeschottet/ }).check();
  await page.getByRole('combobox', { name: 'Zurück nach höchstens (RTO)' }).selectOption({ label: '72 Stunden' });
  const group = page.getByRole('group', { name: 'Vorgaben für Tags' });
  await group.getByRole('button', { name: 'Vorgabe für ein Tag hinzufügen' }).click();
  await expect(page.getByText('Wählen Sie für „application: orders“ eine Zeit, oder entfernen Sie die Vorgabe.')).toBeVisible();
  await group.getByRole('combobox', { name: 'RPO für application: orders' }).selectOption({ label: 'eine Stunde' });
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Plan für 3 virtuelle Computer erstellen' }).click();

  await expect(page.getByText('application: orders: Daten höchstens 60 Minuten alt')).toBeVisible();
  await expect(page.getByText('Sonst: zurück nach höchstens 72 Stunden')).toBeVisible();
  const wanted = page.getByRole('region', { name: 'Gewünscht und erreicht' });
  await expect(wanted.getByText('RPO: 0 eingehalten, 1 nicht, 0 nicht bekannt.')).toBeVisible();
  await expect(wanted.getByRole('row').nth(1)).toContainText(/WinSingleVM1.*Eingehalten: \d+ Minuten, höchstens 72 Stunden/);
  await expect(wanted.getByRole('row').nth(1)).toContainText(/Nicht eingehalten: .* Stunden, höchstens 60 Minuten/);
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(wanted.getByRole('row', { name: /WinSingleVM1/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

const waveOf = (page: Page, machine: string) => page.getByRole('combobox', { name: `Welle von ${machine}` });
const name = (page: Page) => page.getByRole('textbox', { name: 'Name des Plans' });
const save = (page: Page) => page.getByRole('button', { name: 'Änderungen speichern' });

async function planOf(page: Page, ...machines: string[]): Promise<void> {
  for (const machine of machines) {
    await page.getByRole('searchbox', { name: 'Elemente filtern' }).fill(machine);
    await row(page, machine).getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: /^Plan für .* erstellen$/ }).click();
  await page.waitForURL(/\/recovery\/[0-9a-f-]{36}$/);
}

test('a kept plan is changed in place, and a review of it counts no more, which both see', async ({ page, browser, signIn }) => {
  test.slow();
  await signIn('Adele Vance', '/recovery/new');
  await planOf(page, 'AppVM1', 'AppVM2');
  const other = await (await browser.newContext({ locale: 'de-DE' })).newPage();
  await signIn('Megan Bowen', new URL(page.url()).pathname, other);
  await other.getByRole('button', { name: 'Freigeben' }).click();
  await expect(other.getByText(/^Megan Bowen, /)).toBeVisible();
  // Megan may look at the plan, and not change it.
  await expect(row(other, 'AppVM1').getByRole('gridcell', { name: '1', exact: true })).toBeVisible();
  await expect(waveOf(other, 'AppVM1')).toBeHidden();

  await page.getByRole('button', { name: 'Aktualisieren' }).last().click();
  await expect(page.getByText(/^Freigegeben von Megan Bowen. Wenn Sie eine Welle ändern, gilt das nicht mehr/)).toBeVisible();
  await expect(waveOf(page, 'AppVM1')).toBeVisible();
  await page.getByRole('link', { name: 'Ändern' }).click();
  await expect(page.getByText(/^Freigegeben von Megan Bowen. Wenn Sie eine Änderung speichern/)).toBeVisible();
  await name(page).fill('Heute Nacht');
  await page.getByRole('radio', { name: /^Abgeschottet/ }).check();
  await row(page, 'AppVM2').getByRole('checkbox').uncheck();
  expect(await violationsOn(page)).toEqual([]);
  await save(page).click();
  await expect(page.getByRole('heading', { name: 'Heute Nacht' })).toBeVisible();
  await expect(page.getByText('abgeschottet, ohne Verbindung zu anderen Netzwerken')).toBeVisible();
  await expect(page.getByText(/^noch nicht wieder: Die Freigabe von Megan Bowen gilt nicht mehr, weil Adele Vance den Plan/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Einen virtuellen Computer zurückholen' })).toBeVisible();
  await other.close();
});

test('two people change a plan at once: the second is told, loses nothing, and decides', async ({ page, browser, signIn }) => {
  test.slow();
  await signIn('Adele Vance', '/recovery/new');
  await planOf(page, 'AppVM1');
  const other = await (await browser.newContext({ locale: 'de-DE' })).newPage();
  await signIn('Alex Wilber', `${new URL(page.url()).pathname}/edit`, other);
  await name(other).fill('Von Alex');
  await page.getByRole('link', { name: 'Ändern' }).click();
  await name(page).fill('Von Adele');
  await save(page).click();
  await expect(page.getByRole('heading', { name: 'Von Adele' })).toBeVisible();

  await save(other).click();
  await expect(other.getByRole('alert')).toContainText(/^Adele Vance hat den Plan inzwischen geändert/);
  await expect(name(other)).toHaveValue('Von Alex');
  expect(await violationsOn(other)).toEqual([]);
  await other.setViewportSize({ width: 390, height: 844 });
  await other.reload();
  await expect(name(other)).toHaveValue('Von Alex');
  await other.getByRole('button', { name: 'Meine Eingaben gelten' }).click();
  await save(other).click();
  await expect(other.getByRole('heading', { name: 'Von Alex' })).toBeVisible();
  await other.close();
});

const handleOf = async (page: Page, machine: string) => {
  const handle = row(page, machine).getByTitle('In eine andere Welle ziehen');
  await handle.scrollIntoViewIfNeeded();
  return middleOf(handle);
};

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('It is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('machines are put into waves by the mouse, by a finger on a phone, and by the keyboard, and each move is said', async ({
  page,
  signIn,
}) => {
  await signIn('Adele Vance', '/recovery/new');
  await planOf(page, 'AppVM1', 'AppVM2', 'LostVaultVM1');
  // What is said last, above the table; from then on the rows keep their places.
  await expect(page.getByText(/^Die Kontingente der Regionen/)).toBeVisible();
  const from = await handleOf(page, 'AppVM2');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 20);
  const target = (wave: number) => page.locator(`[data-wave="${wave}"]`);
  await expect(target(2)).toHaveText('Neue Welle 2');
  await expect(target(1)).toHaveText('Welle 1 (3)');
  const to = await middleOf(target(2));
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expect(waveOf(page, 'AppVM2')).toHaveValue('2');
  await expect(page.getByRole('status').filter({ hasText: 'AppVM2 ist jetzt in Welle 2.' })).toHaveCount(1);

  // Escape leaves everything where it is.
  const again = await handleOf(page, 'AppVM1');
  await page.mouse.move(again.x, again.y);
  await page.mouse.down();
  await page.mouse.move(again.x + 20, again.y + 20);
  await expect(target(3)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(target(3)).toBeHidden();
  await page.mouse.up();
  await expect(waveOf(page, 'AppVM1')).toHaveValue('1');

  await waveOf(page, 'AppVM1').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: 'AppVM1 ist jetzt in Welle 2.' })).toHaveCount(1);
  expect(await violationsOn(page)).toEqual([]);

  await page.setViewportSize({ width: 390, height: 844 });
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  const press = await handleOf(page, 'LostVaultVM1');
  await touch('touchStart', press);
  await touch('touchMove', { x: press.x + 12, y: press.y + 12 });
  await expect(target(2)).toBeVisible();
  await touch('touchMove', await middleOf(target(2)));
  await touch('touchEnd');
  await expect(waveOf(page, 'LostVaultVM1')).toHaveValue('2');
  expect(await violationsOn(page)).toEqual([]);
});

test('what ran of a deleted plan is found again, with evidence that names what it concerns', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/recovery/new');
  await planOf(page, 'AppVM1');
  const title = await page.getByRole('heading', { level: 2 }).last().innerText();
  await page.getByRole('button', { name: 'Einen virtuellen Computer zurückholen' }).click();
  // The old machine still stands: nothing is begun, and that is the result.
  await expect(page.getByText(/^Von selbst geht nichts mehr weiter/)).toBeVisible();
  await page.getByRole('button', { name: 'Plan löschen' }).click();
  await expect(
    page.getByText(/bleibt er mit seinem Nachweis lesbar, bis .* in der Liste unter „Gelöschte, von denen etwas lief“/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Ja, löschen' }).click();
  await page.waitForURL(/\/recovery$/);
  await page.getByRole('combobox', { name: 'Anzeigen' }).selectOption({ label: 'Gelöschte, von denen etwas lief' });
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByText(/^Adele Vance hat den Plan gelöscht/)).toBeVisible();
  await page.getByRole('link', { name: 'Nachweis' }).click();
  const commands = page.getByRole('region', { name: 'Wer was verlangt hat' });
  await expect(commands.getByRole('row', { name: /Wiederherstellungsplan ausführen/ }).getByRole('link', { name: title })).toBeVisible();
  await expect(commands.getByRole('row', { name: /Wiederherstellungsplan löschen/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});
