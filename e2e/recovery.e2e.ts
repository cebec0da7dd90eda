import { violationsOn } from './support/accessibility';
import { Recovering } from './support/recovering';
import { expect, test } from './support/test';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE' });

test('on the morning of a disaster what is missing comes back with four clicks and nothing typed', async ({ page, world, signIn }) => {
  test.slow();
  const recovering = new Recovering(page, world);
  await world.reset('disaster');
  await signIn('Adele Vance', '/settings');
  await page.getByRole('radio', { name: /^Heute/ }).check();
  await page.goto('/recovery');
  await page.getByRole('link', { name: 'Neuer Plan' }).click();
  await expect(page.getByRole('row', { name: /DBVM2/ })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Plan für einen virtuellen Computer erstellen' }).click();

  // What stands before it is told first.
  const row = page.getByRole('row', { name: /DBVM2/ }).first();
  await expect(row).toContainText('Ja, Schlüssel zuerst');
  await expect(row).toContainText(/Werden zurückgeholt, wo sie waren: ignitedemokv/i);
  expect(await violationsOn(page)).toEqual([]);
  await recovering.start();

  await expect(page.getByText('Läuft im Namen von Adele Vance.')).toBeVisible();
  await recovering.untilAllAreBack();
  expect(await violationsOn(page)).toEqual([]);
  await expect(row).toContainText('Fertig.');
  await expect(row.getByRole('listitem').filter({ hasText: 'Wieder sichern: erledigt' })).toHaveCount(1);
  await row.getByRole('link', { name: 'Wiederherstellung von DBVM2 öffnen' }).click();
  await expect(page.getByText('Alles erledigt. Der virtuelle Computer läuft.')).toBeVisible();
});

test('a run is paused, goes on after a question, and a machine is taken out of it', async ({ page, world, signIn }) => {
  test.slow();
  const recovering = new Recovering(page, world);
  await world.reset('disaster');
  await signIn('Adele Vance', '/recovery/new');
  await recovering.plan();
  await recovering.start();
  await expect(page.getByText('Azure stellt die Datenträger wieder her.')).toBeVisible();
  await expect(page.getByText(/^Noch etwa \d+ Minuten, zwischen \d+ Minuten? und .* Angenommen: In diesen/)).toBeVisible();
  await page.getByRole('button', { name: 'Anhalten', exact: true }).click();
  await page.getByRole('button', { name: 'Ja, anhalten' }).click();
  await expect(page.getByText(/^Adele Vance hat den Plan angehalten/)).toBeVisible();
  await expect(page.getByText(/^Wie lange es noch dauert, lässt sich nicht sagen: Der Plan ist angehalten/)).toBeVisible();
  await page.getByRole('button', { name: 'Weitermachen', exact: true }).click();
  await expect(page.getByText('Läuft im Namen von Adele Vance.')).toBeVisible();
  await page.getByRole('button', { name: 'Herausnehmen DBVM2' }).click();
  await page.getByRole('button', { name: 'Ja, herausnehmen' }).click();
  await expect(page.getByRole('row', { name: /DBVM2/ })).toContainText('Herausgenommen.');
  await expect(page.getByText(/^Alle virtuellen Computer sind zurück/)).toBeHidden();
});

test('how long it takes is told before anything runs: in words, as a table, and as bars where there is room', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const recovering = new Recovering(page, world);
  await world.reset('disaster');
  await signIn('Adele Vance', '/recovery/new');
  await recovering.plan();
  await page.waitForURL(/\/recovery\/[0-9a-f-]{36}$/);
  const schedule = page.getByRole('region', { name: 'Zeitplan' });
  await schedule.waitFor();
  await expect(schedule.getByText(/^Alles in allem etwa \d+ Minuten, zwischen \d+ Minuten und/)).toBeVisible();
  await expect(schedule.getByText(/Was darüber entscheidet, wie lange es dauert: das Wiederherstellen der Datenträger/)).toBeVisible();
  const row = schedule.getByRole('row', { name: /DBVM2/ });
  await expect(row).toContainText('etwa 5 Minuten, angenommen, weil der Snapshot noch da ist');
  await expect(row).toContainText(/Schlüssel und Geheimnis: 2 Minuten \(angenommen\)/);
  await row.scrollIntoViewIfNeeded();
  const chart = schedule.getByRole('img', { name: /^Balkendiagramm/ });
  await expect(chart).toBeVisible();
  await expect(chart.locator('title', { hasText: 'DBVM2, Datenträger wiederherstellen: Beginn bis' })).toHaveCount(1);
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(chart).toBeHidden();
  await expect(row).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('a plan is rehearsed with two clicks, and what cannot be isolated is told, with nothing left of it', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const recovering = new Recovering(page, world);
  await world.reset('disaster');
  await signIn('Adele Vance', '/recovery/new');
  await recovering.plan();
  await page.getByRole('button', { name: 'Proben', exact: true }).click();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Einen virtuellen Computer proben' }).click();
  await recovering.untilRemoved();
  await expect(page.getByText(/^Die Probe ist zu Ende .* Gelaufen: 0 von 1\.$/)).toBeVisible();
  await expect(page.getByRole('row', { name: /DBVM2/ })).toContainText('abschotten lassen sich nur verwaltete Datenträger');
});

test('a machine that still runs is rehearsed in isolation, and how long that took is told where it is looked for', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const recovering = new Recovering(page, world);
  await page.addInitScript(() => localStorage.setItem('tresor.edition', 'current'));
  await signIn('Adele Vance', '/recovery/new');
  await recovering.plan('FullRestoreVM1');
  await recovering.rehearse();
  await recovering.untilRemoved();
  await expect(page.getByText(/^Die Probe ist zu Ende .* Gelaufen: 1 von 1\.$/)).toBeVisible();
  await expect(
    page
      .getByRole('row', { name: /FullRestoreVM1/ })
      .first()
      .getByRole('listitem'),
  ).toHaveCount(4);
  const proofs = page.getByRole('grid', { name: 'Was Azure berichtet hat' });
  await expect(proofs.getByRole('row', { name: /FullRestoreVM1/ })).toContainText('bereit');
  expect(await violationsOn(page)).toEqual([]);
  await world.advance(5);
  await page.goto(`${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1`);
  await expect(page.getByRole('link', { name: /^vor .*: lief nach/ })).toBeVisible();
});
