import { keyChain, machineOptions, restore } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { restoreDisks, restorePath, states, watchRestore } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const MINUTE = 60_000;

beforeAll(async () => {
  contoso = await startContoso();
  const body = JSON.stringify({ edition: '2017-01' });
  const { ok } = await fetch(`${contoso.azure.url}/control/service-edition`, { method: 'POST', body });
  expect(ok).toBe(true);
});
afterAll(() => contoso[Symbol.asyncDispose]());

it.each(['LostVaultVM1', 'LostKeysVM1'])(
  'with the service of January 2017 %s comes back from VHDs and the recovery point',
  async (name) => {
    const path = restorePath(await restoreDisks(contoso, ask, name, null));
    expect(states(await ask.get(restore, path))).toMatchObject({ disks: 'done', machine: 'blocked' });
    const how = { way: 'create', name: `${name}KV`, group: 'IgniteRG' };
    const { secret, key } = await ask.send(keyChain, 'PUT', `${path}/keys`, { how });
    expect([secret.state, key?.state]).toEqual(['present', 'present']);
    const { subnets } = await ask.get(machineOptions, `${path}/machine/options`);
    const machine = { name: `${name}-2017`, group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId: subnets[0]?.id ?? '', publicIp: false };
    await ask.send(z.unknown(), 'PUT', `${path}/machine`, { machine });
    contoso.azure.advance(5 * MINUTE);
    const found = await watchRestore(ask, path, (restore) => states(restore)['machine'] === 'done');
    expect(states(found)).toMatchObject({ keys: 'done', machine: 'done', 'after-care': 'done' });
  },
);
