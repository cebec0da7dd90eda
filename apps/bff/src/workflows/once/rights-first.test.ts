import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { recoveryPoint } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { IGNITE, OPERATIONS, storageAccountId, vmId } from '../../testing/contoso-places';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const ITEM = `${OPERATIONS}/items/OperationsRG/FullRestoreVM1`;

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

function rowsWritten(): number {
  const database = new DatabaseSync(join(contoso.server.dataDir, 'intents.sqlite'));
  const tables = ['batches', 'machines', 'intents', 'grants'].map((table) => `SELECT count(*) AS rows FROM ${table}`);
  const rows = z.array(z.object({ rows: z.int() })).parse(database.prepare(tables.join(' UNION ALL ')).all());
  database.close();
  return rows.reduce((sum, { rows }) => sum + rows, 0);
}

it('anyone who may read alone leaves nothing in the store, whatever is ordered', async () => {
  const [point] = await ask.get(z.array(recoveryPoint), `${ITEM}/recovery-points`);
  const orders: [string, object][] = [
    [`${ITEM}/backups`, { retainUntil: null }],
    [
      `${ITEM}/restores`,
      { edition: 'current', recoveryPointId: point?.id, storageAccountId: storageAccountId('contosostaging'), targetGroup: null },
    ],
    [
      `${IGNITE.replace('IgniteDemoVault', 'NewVault')}/creation`,
      { location: 'westeurope', newResourceGroup: true, storageReplication: 'LocallyRedundant', softDelete: 'Enabled' },
    ],
    [`${IGNITE}/protection`, { edition: 'current', policyName: 'DefaultPolicy', vmIds: [vmId('dbvm1', 'DBVM1Restore')] }],
  ];
  for (const [path, body] of orders) {
    expect(await ask.refusal('PUT', `${path}/${randomUUID()}`, body, { person: 'megan' })).toBe('forbidden');
  }
  expect(rowsWritten()).toBe(0);
});
