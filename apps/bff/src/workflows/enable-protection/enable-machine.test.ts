import { randomUUID } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { machine as facts, vault } from '../../../../../packages/support-matrix/src/facts.fixture';
import { Bell } from '../../bell';
import { MemoryBatches } from '../../testing/memory/batches';
import { startTestAzure } from '../../testing/open-session';
import { machine, newBatch } from '../../testing/things-to-keep';
import { enableMachine } from './enable-machine';

afterEach(() => {
  vi.useRealTimers();
});

it('a machine that another batch has taken while Azure kept this one waiting is left to that', async () => {
  const batches = new MemoryBatches();
  const leased = async () => {
    const { batch } = await batches.create({ ...newBatch('one'), batchId: randomUUID() });
    const lease = await batches.lease(batch.batchId, randomUUID(), 60_000);
    if (!lease) throw new Error('the batch is leased already');
    return { batch, lease };
  };
  const [{ batch, lease }, other] = [await leased(), await leased()];
  const vmId = machine('one');
  vi.useFakeTimers({ toFake: ['Date'] });
  await using azure = await startTestAzure(async ({ method }) => {
    if (method !== 'POST') return { status: 202 };
    vi.setSystemTime(Date.now() + 180_000);
    expect(await batches.lockMachine(other.lease, vmId, 60_000)).toBe(true);
    return { body: { status: 'Succeeded' } };
  });
  const session = await azure.session('ada');
  const run = {
    batch,
    lease,
    size: 1,
    batches,
    tries: new Map(),
    again: new Map(),
    heldSince: new Map(),
    sentAt: new Map(),
    looks: new Map(),
    pace: { firstGap: 1, gapPerMachine: 1, longestGap: 1 },
    bell: new Bell(),
    signal: session.signal,
    sending: new Set<string>(),
    policyGone: null,
    azure: () => session,
    machines: () => batches.machines(batch.batchId),
    note: (id: string, change: Parameters<typeof batches.note>[2]) => batches.note(lease, id, change),
  };
  await enableMachine(run, { vmId, sent: false, machine: facts, context: { edition: '2017-01', vault, diskEncryptionEnded: false } });
  expect(azure.azure.received.map(({ method }) => method)).toEqual(['POST']);
  expect(await batches.machines(batch.batchId)).toMatchObject([{ state: 'waiting', sent: false }]);
});
