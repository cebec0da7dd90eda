import { expect, test } from './support/test';
import { IGNITE_VAULT, OPERATIONS_VAULT, Wizard } from './support/wizard';

const item = `${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1`;

test.describe('a reader', () => {
  test.use({ locale: 'de-DE' });

  test('sees every command, none of them to be given, each with what is missing and the smallest role that gives it', async ({
    page,
    signIn,
  }) => {
    const wizard = new Wizard(page);
    await signIn('Megan Bowen', `${IGNITE_VAULT}/backup`);
    await expect(page.getByText('Dafür fehlt Ihnen ein Recht an „IgniteDemoVault“')).toContainText('Backup Operator');
    await expect(wizard.enable).toBeDisabled();
    await page.goto(item);
    for (const command of ['Jetzt sichern', 'Wiederherstellen', 'Sicherung beenden']) {
      const button = page.getByRole('button', { name: command, exact: true });
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await expect(button).toHaveAccessibleDescription(/Backup Operator/);
    }
    await page.goto(`${item}/stop`);
    await expect(page.getByText('Dafür fehlt Ihnen ein Recht an „OperationsVault“').last()).toBeVisible();
    await page.goto(`${IGNITE_VAULT}/backup/policy/new`);
    await expect(page.getByText('Backup Contributor')).toBeVisible();
  });
});
