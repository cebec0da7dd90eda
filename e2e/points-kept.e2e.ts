import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';
import { LOCALES, OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: LOCALES.en });

test('an item shows until when its points stay and by which rule, and each leads to the list of points', async ({ page, signIn }) => {
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items/OperationsRG/AppVM1`);
  const kept = page.getByRole('region', { name: 'How long restore points are kept' });
  await kept.scrollIntoViewIfNeeded();
  const rows = kept.getByRole('table').getByRole('row');
  // The newest is a weekly one on the day after its night.
  for (const rule of [/daily/, /weekly/]) await expect(kept.getByRole('row', { name: rule }).first()).toBeVisible();
  // By its policy a daily point stays for 60 days, a weekly one for 52 weeks, a monthly one for 24 months, a yearly one for 10 years.
  const MONTHS: Record<string, number> = { monthly: 24, yearly: 120 };
  const DAYS: Record<string, number> = { daily: 60, weekly: 52 * 7 };
  for (const row of (await rows.allInnerTexts()).slice(1)) {
    const [taken = '', rule = '', until = ''] = row.split('\t');
    const day = new Date(`${taken.split(',')[0]} UTC`);
    day.setUTCMonth(day.getUTCMonth() + (MONTHS[rule] ?? 0), day.getUTCDate() + (DAYS[rule] ?? 0));
    expect(Date.parse(`${until} UTC`), row).toBe(day.getTime());
  }
  expect(await violationsOn(page)).toEqual([]);
  const first = rows.nth(1).getByRole('link');
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(2).getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/AppVM1\/restore\/point$/);
});
