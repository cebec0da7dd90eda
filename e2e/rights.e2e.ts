import { expect, test } from './support/test';
import { giveTicket } from './support/ticket';
import { IGNITE_VAULT, OPERATIONS_VAULT, Wizard } from './support/wizard';

const item = `${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1`;

test.describe('a reader', () => {
  test.use({ locale: 'de-DE' });

  test('sees the commands of wizard, item and policies, none of them to be given, each with what is missing and the smallest role that gives it', async ({
    page,
    signIn,
  }) => {
    const wizard = new Wizard(page);
    await signIn('Megan Bowen', `${IGNITE_VAULT}/backup`);
    await expect(page.getByText('Dafür fehlt Ihnen ein Recht an „IgniteDemoVault“')).toContainText('Backup Operator');
    await expect(wizard.enable).toBeDisabled();
    const askedWhy = page.getByRole('button', { name: 'Grund oder Ticket angeben' });
    await expect(askedWhy).toHaveCount(0);
    await page.goto(item);
    for (const command of ['Jetzt sichern', 'Wiederherstellen', 'Sicherung beenden']) {
      const button = page.getByRole('button', { name: command, exact: true });
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await expect(button).toHaveAccessibleDescription(/Backup Operator/);
    }
    await page.goto(`${item}/stop`);
    await expect(page.getByText('Dafür fehlt Ihnen ein Recht an „OperationsVault“').last()).toBeVisible();
    await expect(askedWhy).toHaveCount(0);
    await page.goto(`${IGNITE_VAULT}/backup/policy/new`);
    await expect(page.getByText('Backup Contributor')).toBeVisible();
    await expect(askedWhy).toHaveCount(0);
  });
});

test.describe('the activity log', () => {
  test.use({ locale: 'en-US' });

  test('tells who changed a vault, and who may not read it what is missing', async ({ page, browser, world, signIn }) => {
    await signIn('Adele Vance', `${item}/backup-now`);
    const command = page.getByRole('region', { name: 'Backup now' });
    const ticket = await giveTicket(command);
    await command.getByRole('button', { name: 'Backup', exact: true }).click();
    await expect(page).toHaveURL(/\/jobs\/[0-9a-f-]{36}$/);
    await page.goto(OPERATIONS_VAULT);
    await page.getByRole('navigation').getByRole('link', { name: 'Activity log' }).click();
    const log = page.getByRole('region', { name: 'Activity log' });
    await log.getByRole('searchbox').fill(ticket);
    await expect(log.getByRole('row', { name: /Backup now/ })).toContainText('Adele Vance');
    await log.getByLabel('Time range').selectOption('30 days');
    await expect(log.getByRole('row', { name: /Backup now/ })).toContainText('Accepted');
    await world.advance(5);
    // What was read a moment ago serves for a second.
    await expect(async () => {
      await log.getByRole('button', { name: 'Refresh' }).click();
      await expect(log.getByRole('row', { name: /Backup now/ })).toContainText('Succeeded', { timeout: 1_000 });
    }).toPass();

    const elsewhere = await browser.newContext({ locale: 'en-US' });
    const lee = await elsewhere.newPage();
    await signIn('Lee Gu', `${OPERATIONS_VAULT}/activity`, lee);
    await expect(
      lee.getByText('You’re missing a right on “OperationsVault” for this. The smallest role that includes it: Reader.'),
    ).toBeVisible();
    await expect(lee.getByText('Microsoft.Insights/eventtypes/values/read')).toBeVisible();
    await elsewhere.close();
  });
});
