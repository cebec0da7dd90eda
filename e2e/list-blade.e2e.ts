import type { Locator } from '@playwright/test';
import { expect, test } from './support/test';
import { IGNITE_VAULT, LOCALES, OPERATIONS_VAULT, PRODUCTION, Wizard, WORDS } from './support/wizard';

test.use({ locale: 'de-DE', viewport: { width: 1366, height: 768 } });

/** Whether each of the elements that may scroll around a list has something to scroll to, from within. */
const scrolls = (list: Locator) =>
  list.evaluate((element) => {
    const found: boolean[] = [];
    for (let outer = element.parentElement; outer !== null; outer = outer.parentElement)
      if (getComputedStyle(outer).overflowY === 'auto') found.push(outer.scrollHeight > outer.clientHeight);
    return found;
  });

test('a list below something else fills what is left of its blade: it scrolls, and the blade does not', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/jobs');
  const list = page.getByRole('grid', { name: 'Alle Sicherungsaufträge' });
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  await expect.poll(() => scrolls(list)).toEqual([true, false]);
});

test('on a telephone nothing above a list is pressed together', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 640 });
  await signIn('Adele Vance', `/readiness/${PRODUCTION}`);
  const list = page.getByRole('grid', { name: 'Virtuelle Computer' });
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  const counts = page.getByText(/^Verschlüsselte virtuelle Computer: /);
  await expect(counts).toBeVisible();
  expect(await counts.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
});

for (const locale of Object.values(LOCALES))
  test.describe(`on a telephone, ${locale}`, () => {
    test.use({ locale, viewport: { width: 390, height: 844 } });
    for (const path of ['/key-survival', `/readiness/${PRODUCTION}`])
      test(`a list below counts begins in the same window: ${path}`, async ({ page, signIn }) => {
        await signIn('Adele Vance', path);
        const counts = page.getByRole('table').first();
        await expect(counts.getByRole('link').first()).toBeVisible();
        for (const kind of await counts
          .getByRole('row')
          .filter({ has: page.getByRole('rowheader') })
          .all())
          await expect(kind).toBeInViewport({ ratio: 1 });
        const rows = page.getByRole('grid').getByRole('row');
        await expect(rows.nth(1)).toBeInViewport({ ratio: 1 });
        await expect(rows.nth(2).getByRole('link').first()).toBeInViewport({ ratio: 1 });
      });
  });

test('on a telephone the filters of a list end at one edge', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('Alex Wilber', '/machines');
  const edgeOf = async (name: string) => {
    const box = await page.getByLabel(name).boundingBox();
    return box === null ? null : Math.round(box.x + box.width);
  };
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  const edge = await edgeOf('Anzeigen');
  for (const name of ['Verschlüsselung', 'Abonnement']) expect(await edgeOf(name)).toBe(edge);
});

/** How far down the middle of an element is. */
const middleOf = async (element: Locator) => {
  const box = await element.boundingBox();
  return box === null ? null : Math.round(box.y + box.height / 2);
};

test('a filter is saved where filters are chosen, without a row of its own', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/jobs');
  const status = page.getByLabel('Status');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  expect(await middleOf(page.getByRole('button', { name: 'Filter speichern' }))).toBe(await middleOf(status));
});

test('on a telephone an answer and what it takes stand apart', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/permissions`);
  const row = page.getByRole('row').nth(1);
  const [answer, needed] = await Promise.all([
    row.getByText('Ja', { exact: true }).boundingBox(),
    row.getByRole('button', { name: /^Was nötig ist/ }).boundingBox(),
  ]);
  expect(needed && answer && needed.x - answer.x - answer.width).toBeGreaterThan(4);
});

test('on a telephone the words of a header end before its edge, where no command stands below them', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('Adele Vance', '/tours');
  const words = page.getByText('Schritt für Schritt, mit Ihren eigenen Tresoren');
  await expect(words).toBeVisible();
  const gap = await words.evaluate((element) => {
    const edge = element.closest('header')?.getBoundingClientRect().bottom ?? 0;
    return edge - element.getBoundingClientRect().bottom;
  });
  expect(gap).toBeGreaterThan(8);
});

/** Words of a text that are broken over two lines, as it is laid out. */
const brokenWords = (element: Locator) =>
  element.evaluate((root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      for (const word of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (range.getClientRects().length > 1) broken.push(word[0]);
      }
    }
    return broken;
  });

test('the longest status of backup items breaks between its words', async ({ page, world, signIn }) => {
  const wizard = new Wizard(page);
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseAll('DBVM1Restore');
  await wizard.enable.click();
  await world.advanceUntil(() =>
    expect(page.getByRole('row', { name: /DBVM1Restore/ })).toContainText(WORDS.de.protected, { timeout: 2_000 }),
  );
  await page.goto(`${IGNITE_VAULT}/items`);
  const status = page.getByRole('row', { name: /DBVM1Restore/ }).getByText(WORDS.de.pending);
  await expect(status).toBeVisible();
  expect(await brokenWords(status)).toEqual([]);
});

test('beside what was opened from it, a list breaks no day within a number', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1`);
  const day = page
    .getByRole('row', { name: /^AppVM1/ })
    .getByText(/^\d\d\.\d\d\.\d{4}, /)
    .first();
  await expect(day).toBeVisible();
  expect(await brokenWords(day)).toEqual([]);
});

test('a list that a filter leaves empty says so, not that nothing is backed up', async ({ page, signIn }) => {
  await signIn('Alex Wilber', `${OPERATIONS_VAULT}/items?status=warnings`);
  await expect(page.getByText('Kein Sicherungselement passt zur Auswahl.')).toBeVisible();
  await expect(page.getByText(/wird noch nichts gesichert/)).toBeHidden();
});

test('of restore points that are not found nothing is shown, and none can be selected', async ({ page, signIn }) => {
  await signIn('Alex Wilber', `${OPERATIONS_VAULT}/items/RestoreRG/NowhereVM1/restore/point`);
  // All blades of the item miss it: it is told once, by the newest.
  await expect(page.getByRole('region').last()).toContainText('Das Sicherungselement wurde nicht gefunden.');
  await expect(page.getByRole('alert')).toHaveCount(1);
  const ok = page.getByRole('button', { name: 'OK', exact: true });
  await expect(ok).toHaveAccessibleDescription('Das gibt es nicht, oder Sie dürfen es nicht sehen.');
  await expect(page.getByText(/^Gefiltert/)).toBeHidden();
  await expect(page.getByRole('grid', { name: 'Wiederherstellungspunkte' })).toBeHidden();
});

/** The lines into which a text is broken, as it is laid out. */
const linesOf = (element: Locator) =>
  element.evaluate((root) => {
    const lines = new Map<number, string>();
    const parts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let part = parts.nextNode(); part !== null; part = parts.nextNode())
      for (let index = 0; index < (part.textContent?.length ?? 0); index += 1) {
        const letter = document.createRange();
        letter.setStart(part, index);
        letter.setEnd(part, index + 1);
        const { top } = letter.getBoundingClientRect();
        lines.set(top, `${lines.get(top) ?? ''}${letter.toString()}`);
      }
    return [...lines.values()];
  });

test('the name of a Windows machine stands in one line beside the menu of a vault', async ({ page, signIn }) => {
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const names = page.getByRole('grid', { name: 'Sicherungselemente' }).getByRole('link');
  for (const name of ['DeletedItemVM1', 'DeletedVaultVM1']) expect(await linesOf(names.getByText(name, { exact: true }))).toEqual([name]);
});

test('a code that does not fit goes on in lines of about one length, not with its last letter', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/help');
  const code = page.getByRole('gridcell', { name: 'UserErrorEncryptedVmNotSupportedWithDiskEx' });
  await expect(code).toBeVisible();
  const lengths = (await linesOf(code)).map(({ length }) => length);
  expect(lengths.length).toBeGreaterThan(1);
  expect(Math.min(...lengths)).toBeGreaterThan(Math.max(...lengths) / 2);
});
