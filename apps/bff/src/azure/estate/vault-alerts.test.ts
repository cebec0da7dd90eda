import { vaultAlerts } from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asker, type Ask } from '../../testing/ask';
import { direct } from '../../testing/direct';
import { holdRoles } from '../../testing/hold-roles';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const PRODUCTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const LEE = '5fb08da2-d416-4ec7-a259-0a17d46e3f85';
const BACKUP_CONTRIBUTOR = '5e467623-bb1f-42f4-a55d-6e525e11384b';

let contoso: Contoso;
let ask: Ask;
beforeAll(async () => {
  contoso = await startContoso();
  ask = asker(() => contoso);
});
afterAll(() => contoso[Symbol.asyncDispose]());

async function states(person = 'adele') {
  const found = await ask.get(vaultAlerts.array(), '/api/estate/alerts', { person });
  return Object.fromEntries(found.map(({ vault, state }) => [vault.vaultName, state]));
}

it('of each vault is told whom its alerts reach, and what is changed in Azure changes it', async () => {
  expect(await states()).toMatchObject({
    OperationsVault: 'reached',
    NorthVault: 'nobody',
    DemoVault: 'suppressed',
    IgniteDemoVault: 'nobody',
    FullVault: 'nobody',
  });
  const group = `${PRODUCTION}/resourceGroups/NorthRG/providers/Microsoft.Insights/actionGroups/north-on-call?api-version=2023-01-01`;
  expect((await direct(contoso.azure, 'adele', 'PATCH', group, { properties: { enabled: true } })).status).toBe(200);
  // Resource Graph is late, and the server keeps an answer of a person’s for a second.
  takeEffect(contoso.azure);
  expect(await states('megan')).toMatchObject({ NorthVault: 'reached' });
  const vault = `${PRODUCTION}/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault?api-version=2024-04-01`;
  const azureMonitorAlertSettings = { alertsForAllJobFailures: 'Disabled' };
  const turned = await direct(contoso.azure, 'adele', 'PATCH', vault, {
    properties: { monitoringSettings: { azureMonitorAlertSettings } },
  });
  expect(turned.status).toBe(202);
  takeEffect(contoso.azure);
  expect(await states('patti')).toMatchObject({ OperationsVault: 'off' });
});

it('nobody is said to be told of nothing where the rules cannot be read', async () => {
  await holdRoles(contoso, LEE, [{ role: BACKUP_CONTRIBUTOR, scope: PRODUCTION }]);
  expect(await states('lee')).toMatchObject({ NorthVault: 'unseen', IgniteDemoVault: 'unseen' });
});
