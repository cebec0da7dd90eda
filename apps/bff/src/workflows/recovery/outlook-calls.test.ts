import { itemInVault, recoveryOutlook, type RecoveryOutlook } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { countCalls } from '../../testing/count-calls';
import { machineOf, planRecovery } from '../../testing/recovering';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const AT_ONCE = 10;

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso('catastrophe');
}, 60_000);
afterAll(() => contoso[Symbol.asyncDispose]());

it('what stands before the machines of an estate takes less than twenty-five calls each', async () => {
  const gone = (await ask.get(z.array(itemInVault), '/api/items')).filter(
    ({ machine, latestRecoveryPoint: latest }) => machine === 'gone' && latest !== null,
  );
  const machines = gone.map((item) => machineOf(item));
  const path = await planRecovery(ask, machines);
  const outlooks: RecoveryOutlook[] = [];
  const calls = await countCalls(async () => {
    for (let at = 0; at < machines.length; at += AT_ONCE) {
      const items = machines.slice(at, at + AT_ONCE).map(({ item }) => item);
      outlooks.push(...(await ask.send(z.array(recoveryOutlook), 'POST', `${path}/outlooks`, { items })));
    }
  });
  expect(outlooks).toHaveLength(machines.length);
  expect(calls / machines.length).toBeLessThan(25);
});
