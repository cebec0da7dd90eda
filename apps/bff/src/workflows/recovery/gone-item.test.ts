import { itemInVault, recoveryOutlook } from '@tresor/contracts';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { machineOf, planRecovery } from '../../testing/recovering';
import { startContoso } from '../../testing/start-contoso';

it('a machine whose item is gone has no recovery point, and hides nothing of the others of its plan', async () => {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  const items = await ask.get(z.array(itemInVault), '/api/items');
  const machines = items.filter(({ name }) => ['FullRestoreVM1', 'AppVM1'].includes(name)).map((item) => machineOf(item));
  const path = await planRecovery(ask, machines);
  await ask.send(z.looseObject({}), 'POST', `${OPERATIONS}/items/OperationsRG/AppVM1/stop`, { data: 'delete' });
  contoso.azure.advance(30 * 86_400_000);
  const asked = { items: machines.map(({ item }) => item) };
  const outlooks = await ask.send(z.array(recoveryOutlook), 'POST', `${path}/outlooks`, asked);
  const pointOf = new Map<string, object>(outlooks.map(({ item, point, verdict }) => [item.vmName, { isThere: point !== null, verdict }]));
  expect(pointOf.get('AppVM1')).toEqual({ isThere: false, verdict: null });
  expect(pointOf.get('FullRestoreVM1')).toMatchObject({ isThere: true });
});
