import { deletePolicy } from './support/azure';
import { expect, test } from './support/test';
import { IGNITE_VAULT, OPERATIONS_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'en-US' });

const configureJobs = 'Configure backup';

test('a double click, a reload and a second tab enable each machine once', async ({ page, context, world, signIn }) => {
  const wizard = new Wizard(page, 'en');
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseAll('DBVM1Restore', 'DBVM2');
  await wizard.enable.dblclick();
  await expect(page.getByRole('row', { name: /DBVM1Restore/ })).toContainText('Being enabled');
  await page.reload();
  await expect(page.getByRole('row', { name: /DBVM2/ })).toContainText('Being enabled');

  const second = await context.newPage();
  await signIn('Adele Vance', new URL(page.url()).pathname, second);
  await expect(second.getByRole('row', { name: /DBVM2/ })).toContainText('Being enabled');
  await world.advanceUntil(() => new Wizard(second, 'en').expectProtected('DBVM1Restore', 'DBVM2'));

  await page.goto(`${IGNITE_VAULT}/jobs`);
  await expect(page.getByRole('row').filter({ hasText: configureJobs })).toHaveCount(2);
});

test('an enabling goes on after the server was killed', async ({ page, product, world, signIn }) => {
  const wizard = new Wizard(page, 'en');
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseAll('DBVM1Restore', 'DBVM2');
  await wizard.enable.click();
  await expect(page.getByRole('row', { name: /DBVM1Restore/ })).toContainText('Being enabled');
  await product.crashBff();
  await world.advanceUntil(() => wizard.expectProtected('DBVM1Restore', 'DBVM2'));
  await page.goto(`${IGNITE_VAULT}/jobs`);
  await expect(page.getByRole('row').filter({ hasText: configureJobs })).toHaveCount(2);
});

test('a machine that somebody protects elsewhere meanwhile is refused alone, the other is protected', async ({
  page,
  browser,
  world,
  signIn,
}) => {
  const adele = new Wizard(page, 'en');
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await adele.chooseAll('DBVM1Restore', 'DBVM2');

  const elsewhere = await browser.newContext({ locale: 'en-US' });
  const patti = new Wizard(await elsewhere.newPage(), 'en');
  await signIn('Patti Fernandez', `${OPERATIONS_VAULT}/backup`, patti.page);
  await patti.chooseGoal();
  await patti.ok.click();
  await patti.tick('DBVM2');
  await patti.ok.click();
  await patti.enable.click();
  await expect(patti.row('DBVM2')).toContainText('Being enabled');
  await world.advanceUntil(() => patti.expectProtected('DBVM2'));
  await elsewhere.close();

  await adele.enable.click();
  await expect(page.getByRole('row', { name: /DBVM2/ })).toContainText('Refused, nothing changed');
  await expect(page.getByRole('row', { name: /DBVM2/ })).toContainText('Another vault already has the virtual machine');
  await world.advanceUntil(() => adele.expectProtected('DBVM1Restore'));
  await expect(page.getByText('1 of 2 virtual machines is assigned')).toBeVisible();
});

test('a policy that somebody deletes meanwhile is told once, and what is left goes on with another one', async ({
  page,
  product,
  world,
  signIn,
}) => {
  const wizard = new Wizard(page, 'en');
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseAll('DBVM1Restore', 'DBVM2');
  await world.fail('POST .*backupPreValidateProtection', 'slow', 2, 60);
  await wizard.enable.click();
  await expect(page.getByRole('row', { name: /DBVM2/ })).toContainText('Being checked');
  await world.struck();
  await deletePolicy(product, 'patti', 'DefaultPolicy');
  await world.recover();
  const told = page.getByText(
    'The backup policy “DefaultPolicy” was deleted. Choose another one for the 2 virtual machines that weren’t protected.',
  );
  await expect(told).toBeVisible();
  await expect(page.getByRole('button', { name: wizard.words.retry })).toBeHidden();

  await page.getByRole('button', { name: 'Choose another policy' }).click();
  await wizard.ok.click();
  await expect(wizard.row('DBVM1Restore').getByRole('checkbox')).toBeChecked();
  await wizard.ok.click();
  await wizard.enable.click();
  await world.advanceUntil(() => wizard.expectProtected('DBVM1Restore', 'DBVM2'));
});

test('what did not begin can be tried again once that is certain', async ({ page, world, signIn }) => {
  test.slow();
  const wizard = new Wizard(page, 'en');
  const machine = page.getByRole('row', { name: /DBVM2/ });
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseAll('DBVM2');
  await world.fail('PUT .*protectedItems.*dbvm2', '500', 100);
  await wizard.enable.click();
  // Azure is told again and again first, at a growing distance.
  await expect(machine).toContainText('Not confirmed yet, checking', { timeout: 60_000 });
  await world.recover();
  await world.advance(11);
  await expect(machine).toContainText('Not started, please try again', { timeout: 20_000 });
  await page.getByRole('button', { name: wizard.words.retry }).click();
  await expect(machine).toContainText('Waiting');
  // An order that goes on would meet the next test.
  await world.advanceUntil(() => wizard.expectProtected('DBVM2'));
});
