import { Effort } from './support/effort';
import { expect, test } from './support/test';

test.use({ locale: 'de-DE' });

test(
  'DBVM2 is gone, and somebody deleted the key vault: a newcomer has it running, encrypted and backed up again',
  { tag: '@cloud' },
  async ({ page, world }) => {
    test.slow();
    await world.reset('disaster');
    const effort = await Effort.watch(page);
    const link = (name: string | RegExp) => page.getByRole('link', { name });
    const button = (name: string) => page.getByRole('button', { name, exact: true });

    await page.goto('/');
    await page.getByRole('button', { name: 'Alex Wilber' }).click();
    await link('Wiederherstellen: DBVM2').click();
    await expect(page.getByRole('row').nth(1)).toContainText('Ja, vielleicht Schlüssel zuerst');
    await button('OK').click();
    await expect(page.getByRole('row', { name: /contosostaging/ }).getByRole('radio')).toBeChecked();
    await button('OK').click();
    await button('Wiederherstellen').click();
    await button('Weiter: Schlüssel und Geheimnis').click();
    await expect(page.getByText('Schlüsseltresor gelöscht, lässt sich zurückholen').first()).toBeVisible();
    await button('Zurückholen').click();
    await expect(page.getByText('Erst wenn Datenträger, Schlüssel und Geheimnis da sind.')).toBeVisible();
    await world.advance(240);
    await expect(page.getByText('Nichts steht im Weg')).toBeVisible();
    await expect(page.getByLabel('Name des virtuellen Computers')).toHaveValue('DBVM2');
    await button('Virtuellen Computer erstellen').click();
    await expect(page.getByText('Azure erstellt DBVM2.')).toBeVisible();
    await world.advance(10);
    await expect(page.getByText('DBVM2 ist erstellt.')).toBeVisible();
    await button('Weiter: Wieder sichern').click();
    await button('Jetzt sichern').click();
    await expect(page.getByText('Azure sichert DBVM2 zum ersten Mal.')).toBeVisible();
    await world.advance(240);
    await button('Weiter: Nacharbeiten').click();
    await button('Löschen und nachsehen').click();
    await expect(
      page.getByText(/Die Dateien mit Schlüsseldaten sind gelöscht\. Das Speicherkonto contosostaging bewahrt sie noch bis/).first(),
    ).toBeVisible();
    await expect(page.getByText('Alles erledigt. Der virtuelle Computer läuft')).toBeVisible();

    expect(effort.clicks).toBeLessThanOrEqual(12);
    expect(effort.typedFields).toBeLessThanOrEqual(4);
  },
);
