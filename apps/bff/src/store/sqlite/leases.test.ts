import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { policyName, vaultPath, vmId } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { storesIn } from '../sql/stores';
import type { Stores } from '../stores';
import { endWorker, newWorker, workerOf } from '../workers';
import { openSqlite } from './database';

const MINUTE = 60_000;
const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';

let folder: string;
let stores: Stores;
let batchId: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tresor-leases-'));
  stores = storesIn(await openSqlite(folder));
  batchId = randomUUID();
  const vault = vaultPath.parse({ subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', vaultName: 'vault' });
  const request = { vault, edition: 'current' as const, policyName: policyName.parse('DefaultPolicy') };
  const vmIds = [vmId.parse(`/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`)];
  await stores.batches.create({ batchId, owner: 'adele', bodyHash: 'hash', request, vmIds, startedAt: new Date().toISOString() });
});

afterEach(() => {
  stores.close();
  rmSync(folder, { recursive: true });
});

const lease = (worker: string) => stores.batches.lease(batchId, worker, MINUTE);

it('a batch of a process that is gone is taken over at once', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const dead = await lease(workerOf(pid));
  expect(dead).toBeDefined();
  expect((await lease(newWorker()))?.fence).toBeGreaterThan(dead?.fence ?? 0);
});

it('a batch of a server that has ended in this process is taken over at once, and of one that lives is not', async () => {
  const [living, next] = [newWorker(), newWorker()];
  await lease(living);
  expect(await lease(next)).toBeUndefined();
  endWorker(living);
  expect(await lease(next)).toBeDefined();
});

it('a batch of another process that lives is left to it', async () => {
  await lease(workerOf(process.ppid));
  expect(await lease(newWorker())).toBeUndefined();
});

it('a batch of a process in another container, whose number means another one here or none, is left to it', async () => {
  const { pid: none } = spawnSync(process.execPath, ['--version']);
  for (const pid of [process.pid, none]) {
    const elsewhere = workerOf(pid).replace(/^\S+/, 'container');
    await lease(elsewhere);
    expect(await lease(newWorker())).toBeUndefined();
    await stores.batches.release(batchId, elsewhere);
  }
});

// Where that needs rights that the tests lack, nothing stands here for a container.
it.runIf(spawnSync('unshare', ['-pf', 'true']).status === 0)(
  'a batch of a server in a container of its own is not taken by one in another',
  async () => {
    const script = join(import.meta.dirname, '../workers.ts');
    const inContainer = (code: string) => [
      '-pf',
      process.execPath,
      '--input-type=module',
      '-e',
      `import * as workers from ${JSON.stringify(script)}; ${code}`,
    ];
    // It lives on meanwhile: what is gone may have its container’s number taken by the next one.
    const other = spawn('unshare', inContainer('console.log(workers.newWorker()); process.stdin.resume();'), {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    try {
      const [line] = await once(createInterface(other.stdout), 'line');
      const name = z.string().parse(line);
      expect(name).toMatch(/ 1 [0-9a-f-]{36}$/);
      const judged = spawnSync('unshare', inContainer(`console.log(workers.isGone(${JSON.stringify(name)}))`), { encoding: 'utf8' });
      expect(judged.stdout.trim()).toBe('false');
    } finally {
      other.stdin.end();
    }
  },
);
