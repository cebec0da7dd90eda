import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { policyName, vaultPath, vmId } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredGrant } from '../grants';
import { storesIn } from '../sql/stores';
import type { Stores } from '../stores';
import { openSqlite } from './database';

const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const DAMAGED = { code: 'record-damaged', status: 500 };

let folder: string;
let stores: Stores;
let warnings: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tresor-damaged-'));
  warnings = [];
  stores = storesIn(await openSqlite(folder, (sentence) => warnings.push(sentence)));
});

afterEach(() => {
  stores.close();
  rmSync(folder, { recursive: true });
});

/** What a failing disk or a careless hand does to rows. */
function damage(statement: string): void {
  const other = new DatabaseSync(join(folder, 'intents.sqlite'));
  other.exec(statement);
  other.close();
}

const grant = (): StoredGrant => ({
  state: 'done',
  grantId: randomUUID(),
  tenantId: 'contoso',
  keyVault: 'key-vault',
  by: { name: 'Adele', username: 'adele' },
  at: '2017-01-18T10:00:00.000Z',
  way: 'access-policy',
  permissions: ['secrets/backup'],
  added: { keys: [], secrets: ['backup'] },
  role: null,
  before: { policy: null, roles: [] },
  after: { policy: null, roles: [] },
  undone: null,
});

describe('a grant whose row is damaged', () => {
  it.each([`record = substr(record, 1, 40)`, `record = '{}'`, `record = '[]'`, `state = 'gone'`])(
    'by %s is told by itself, hides no other, and stays as it is',
    async (change) => {
      const written = [grant(), grant(), grant()];
      for (const one of written) await stores.grants.write(one);
      const [first, second, third] = written.map(({ grantId }) => grantId);
      damage(`UPDATE grants SET ${change} WHERE grant_id = '${second}'`);
      const listed = await stores.grants.list('contoso', 'key-vault');
      expect(listed.map(({ grantId }) => grantId)).toEqual([third, first]);
      expect(warnings).toEqual(['A record of given access is damaged and left out of its list.']);
      await expect(stores.grants.find(second ?? '')).rejects.toMatchObject(DAMAGED);
      await expect(stores.grants.write({ ...grant(), grantId: second ?? '' })).rejects.toMatchObject(DAMAGED);
      expect((await stores.grants.find(first ?? ''))?.grantId).toBe(first);
      await stores.sweep();
      const kept = new DatabaseSync(join(folder, 'intents.sqlite'));
      expect(kept.prepare('SELECT count(*) AS count FROM grants').get()).toEqual({ count: 3 });
      kept.close();
    },
  );
});

describe('an order whose row is damaged', () => {
  const vault = vaultPath.parse({ subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', vaultName: 'vault' });
  const machine = vmId.parse(`/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`);
  const begin = async (batchId: string) => {
    const request = { vault, edition: 'current' as const, policyName: policyName.parse('DefaultPolicy') };
    await stores.batches.create({
      batchId,
      owner: 'adele',
      bodyHash: 'hash',
      request,
      vmIds: [machine],
      startedAt: '2017-01-18T10:00:00.000Z',
    });
    const lease = await stores.batches.lease(batchId, batchId, 1);
    if (!lease) throw new Error('the batch is held by somebody else');
    await stores.batches.note(lease, machine, { state: 'protected' });
  };

  it('is no mistake of the one who asks for it, and none of the others', async () => {
    for (const intentId of ['damaged', 'whole'])
      await stores.intents.claim({ intentId, owner: 'adele', bodyHash: 'hash', requestId: '', sentAt: '' });
    damage(`UPDATE intents SET state = 'gone' WHERE intent_id = 'damaged'`);
    await expect(stores.intents.find('damaged')).rejects.toMatchObject(DAMAGED);
    expect((await stores.intents.find('whole'))?.state).toBe('sent');
  });

  it('does not keep the batches after it from being folded', async () => {
    for (const batchId of ['a', 'b', 'c']) await begin(batchId);
    damage(`UPDATE machines SET state = 'gone' WHERE batch_id = 'b'; UPDATE batches SET leased_until = 0`);
    await stores.sweep();
    expect(warnings).toEqual(['A record of a batch is damaged and left as it is.']);
    await expect(stores.batches.machines('b')).rejects.toMatchObject(DAMAGED);
    damage(`DELETE FROM machines WHERE batch_id = 'b'; UPDATE batches SET ended = x'00ff' WHERE batch_id = 'b'`);
    await expect(stores.batches.machines('b')).rejects.toMatchObject(DAMAGED);
    for (const batchId of ['a', 'c']) expect((await stores.batches.machines(batchId))[0]?.state).toBe('protected');
    damage(`UPDATE batches SET request = '{' WHERE batch_id = 'b'`);
    await expect(stores.batches.find('b')).rejects.toMatchObject(DAMAGED);
  });
});
