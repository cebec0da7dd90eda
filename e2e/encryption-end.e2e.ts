import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import { LOCALES } from './support/wizard';

interface Saved {
  machine: { name: string };
  end: { class: string };
  planned: { week: number } | null;
}

const isSaved = (value: unknown): value is Saved[] => Array.isArray(value);

async function save(page: Page, button: string): Promise<{ name: string; content: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') };
}

test.describe('in German', () => {
  test.use({ locale: LOCALES.de });

  test('where each machine stands until Azure Disk Encryption ends is shown, planned and saved', async ({ page, signIn, world }) => {
    await world.reset('retirement');
    await signIn('Adele Vance', '/browse');
    await page.getByRole('searchbox').fill('2028');
    await page.getByRole('main').getByRole('link', { name: 'Ende von Azure Disk Encryption', exact: true }).click();
    await expect(page.getByText(/^Azure Disk Encryption (endet am|ist seit) 15\.09\.2028/)).toBeVisible({ timeout: 20_000 });

    const classes = page.getByRole('table', { name: 'Virtuelle Computer nach Einstufung' });
    const toRebuild = classes.getByRole('row', { name: /Muss neu aufgebaut werden/ }).getByRole('link');
    await toRebuild.click();
    await expect(page).toHaveURL(/encryption-end\?show=rebuild$/);
    const list = page.getByRole('grid', { name: 'Ende von Azure Disk Encryption' });
    await expect(list.getByRole('row', { name: /ArchiveVM2/ })).toContainText('lässt sich nicht entschlüsseln');
    await expect(list.getByRole('row', { name: /PaymentsVM1/ })).toBeHidden();

    await page.getByLabel('Anzeigen').selectOption('Alle betroffenen');
    await page.getByLabel('Computer je Woche').selectOption('50');
    await expect(page).toHaveURL(/show=concerned&pace=50$/);
    const json = await save(page, 'Als JSON speichern');
    const saved: unknown = JSON.parse(json.content);
    if (!isSaved(saved)) throw new Error('The file holds no machines.');
    const classOf = new Map(saved.map(({ machine, end }) => [machine.name, end.class]));
    expect([classOf.get('PaymentsVM1'), classOf.get('ArchiveVM1'), classOf.get('ArchiveVM2'), classOf.get('RestoredVM2')]).toEqual([
      'movable',
      'movable',
      'rebuild',
      'untold',
    ]);
    expect(classOf.has('MovedVM1')).toBe(false);

    const calendar = await save(page, 'Plan als Kalenderdatei');
    expect(calendar.name).toBe('Ende-von-Azure-Disk-Encryption.ics');
    const events = calendar.content.replaceAll('\r\n ', '').split('\r\n');
    expect(events.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(new Set(saved.map(({ planned }) => planned?.week)).size + 1);
    expect(events).toContain('DTSTART;VALUE=DATE:20280915');
    expect(events.join('\n')).toContain('ArchiveVM2: Muss neu aufgebaut werden');

    // Another class of the same plan.
    await toRebuild.click();
    await expect(page).toHaveURL(/show=rebuild&pace=50$/);
  });
});

test.describe('in English', () => {
  test.use({ locale: LOCALES.en });

  test('a machine is told what comes first, what Tresor can’t do inside it, and has its script', async ({ page, signIn, world }) => {
    await world.reset('retirement');
    await signIn('Adele Vance', '/encryption-end?show=movable');
    await page.getByRole('searchbox', { name: 'Filter virtual machines' }).fill('PaymentsVM2');
    await page.getByRole('grid', { name: 'End of Azure Disk Encryption' }).getByRole('link', { name: 'PaymentsVM2' }).click();
    await expect(page.getByRole('region', { name: 'Before you start' })).toContainText(
      'Choose another size: this one can’t encrypt at host',
    );
    await expect(page.getByText('Tresor can’t do this for you, and can’t see it:')).toBeVisible();
    await expect(page.getByText(/run “manage-bde -status”/)).toBeVisible();
    const script = page.getByRole('textbox', { name: 'Script' });
    await expect(script).toHaveValue(/az vm extension set --resource-group 'LeavingRG' --vm-name 'PaymentsVM2'/);
    await page.getByRole('combobox', { name: 'Script language' }).selectOption('PowerShell, Az modules');
    await expect(script).toHaveValue(/Disable-AzVMDiskEncryption -ResourceGroupName 'LeavingRG' -VMName 'PaymentsVM2'/);
  });
});
