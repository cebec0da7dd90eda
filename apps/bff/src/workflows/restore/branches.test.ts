import { randomUUID } from 'node:crypto';
import {
  commandOutcome,
  keyChain,
  machineOptions,
  recoveryPoint,
  restore,
  vmId as machineId,
  type KeyChain,
  type Restore,
  removedLeftovers,
} from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../testing/ask';
import { keyVaultId, OPERATIONS, storageAccountId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { backUpRestored, restorePath, states } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const RESTORE_KV = keyVaultId('RestoreRG', 'RestoreKV');
const azure = (method: 'DELETE', url: string) => direct(contoso.azure, 'adele', method, url);
const objectOf = (url = '') => url.split('/').slice(0, 5).join('/');

async function purge(url = ''): Promise<void> {
  await azure('DELETE', `${objectOf(url)}?api-version=7.4`);
  await azure('DELETE', `${objectOf(url).replace(/\/(keys|secrets)\//, '/deleted$1/')}?api-version=7.4`);
}

interface Branch {
  vm: string;
  managed: boolean;
  /** What happens to its keys while its disks are restored, and how they come back. */
  harm: (chain: KeyChain) => Promise<unknown>;
  how: object | null;
}

const BRANCHES: Record<string, Branch> = {
  'Windows, managed, one pass; its key vault was deleted': {
    vm: 'WinSingleVM1',
    managed: true,
    harm: () => azure('DELETE', `${RESTORE_KV}?api-version=2023-07-01`),
    how: { way: 'recover' },
  },
  'Linux, managed, one pass; its key was purged': {
    vm: 'LinuxSingleVM1',
    managed: true,
    harm: ({ key }) => purge(key?.url),
    how: { way: 'restore', keyVaultId: RESTORE_KV },
  },
  'Linux, managed, one pass, a BEK alone; its secret was purged': {
    vm: 'BekSingleVM1',
    managed: true,
    harm: ({ secret }) => purge(secret.url),
    how: { way: 'restore', keyVaultId: RESTORE_KV },
  },
  'Linux, unmanaged, two passes, back as managed disks; its keys are in place': {
    vm: 'LinuxUnmanagedVM1',
    managed: true,
    harm: () => Promise.resolve(),
    how: null,
  },
  'Windows, unmanaged, two passes, back as managed disks; its secret was purged': {
    vm: 'WinUnmanagedVM1',
    managed: true,
    harm: ({ secret }) => purge(secret.url),
    how: { way: 'restore', keyVaultId: RESTORE_KV },
  },
  'Linux, unmanaged, two passes; its keys are in place': {
    vm: 'LinuxUnmanagedVM1',
    managed: false,
    harm: () => Promise.resolve(),
    how: null,
  },
  'Windows, one pass, left as VHDs; its keys are in place': {
    vm: 'WinSingleVM1',
    managed: false,
    harm: () => Promise.resolve(),
    how: null,
  },
  'Linux, one pass, left as VHDs; its secret was purged': {
    vm: 'LinuxSingleVM1',
    managed: false,
    harm: ({ secret }) => purge(secret.url),
    how: { way: 'restore', keyVaultId: RESTORE_KV },
  },
  'Windows, unmanaged, two passes; key and secret were purged': {
    vm: 'WinUnmanagedVM1',
    managed: false,
    async harm({ secret, key }) {
      await purge(key?.url);
      await purge(secret.url);
    },
    how: { way: 'create', name: 'RestoreKV-2', group: 'RestoreRG' },
  },
};

/** Takes each step as another person than the one before, through a server that has just started and ends after it. */
function relay() {
  let turn = 0;
  return async <T>(step: (asked: Required<Asked>) => Promise<T>): Promise<T> => {
    await using server = await contoso.startAnother();
    turn += 1;
    return await step({ server, person: turn % 2 === 0 ? 'adele' : 'alex' });
  };
}

it.each(Object.entries(BRANCHES))('%s: it runs, encrypted and protected again, by two people in turns', async (_what, branch) => {
  const { vm, managed, harm, how } = branch;
  const next = relay();
  const item = `${OPERATIONS}/items/RestoreRG/${vm}`;
  const { jobId } = await next(async (asked) => {
    const [point] = await ask.get(z.array(recoveryPoint), `${item}/recovery-points`, asked);
    const request = { edition: 'current', recoveryPointId: point?.id, storageAccountId: storageAccountId('contosostaging') };
    const body = { ...request, targetGroup: managed ? 'RestoreRG' : null };
    return ask.send(commandOutcome, 'PUT', `${item}/restores/${randomUUID()}`, body, asked);
  });
  const path = restorePath(jobId ?? '');
  const look = () => next((asked) => ask.get(restore, path, asked));
  const { keyChain: chain } = await look();
  if (!chain) throw new Error(`${vm} has no keys`);
  await harm(chain);
  contoso.azure.advance(240 * MINUTE);

  const lost = await look();
  expect(lost.targetGroup).toBe(managed ? 'RestoreRG' : null);
  expect(lost.next).toMatchObject({ kind: 'command', command: how ? 'restore-keys' : 'create-machine' });
  const bringBack = () => next((asked) => ask.send(keyChain, 'PUT', `${path}/keys`, { how }, asked));
  // The helpdesk begins, and a colleague asks for the same: she finds what is there.
  if (how) await look();
  if (how) expect(await bringBack()).toEqual(await bringBack());
  takeEffect(contoso.azure);
  await next(async (asked) => {
    const { suggested, subnets } = await ask.get(machineOptions, `${path}/machine/options`, asked);
    const machine = { ...suggested, group: 'RestoreRG', subnetId: subnets[0]?.id, publicIp: false };
    return ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine }, asked);
  });
  contoso.azure.advance(5 * MINUTE);
  await encrypt(await look(), path, next);
  const { policyName } = await look();
  await next((asked) => ask.send(z.looseObject({}), 'PUT', `${path}/protection`, { edition: 'current', policyName }, asked));
  contoso.azure.advance(5 * MINUTE);
  await next((asked) => backUpRestored(contoso, ask, path, asked));
  expect(await next((asked) => ask.send(removedLeftovers, 'DELETE', `${path}/leftovers`, undefined, asked))).toMatchObject({ left: [] });
  const end = await look();
  expect(new Set(Object.values(states(end)))).toEqual(new Set(['done']));
});

/** Where the data disks wait for the extension: without the application a machine of two passes is refused, with it it goes on. */
async function encrypt({ osType, pass, targetGroup, steps }: Restore, path: string, next: ReturnType<typeof relay>): Promise<void> {
  const { state } = steps.find(({ step }) => step === 'encryption') ?? {};
  if (state === 'done') return;
  expect(state).toBe('ready');
  expect(osType === 'Linux' || targetGroup === null).toBe(true);
  const { appId: clientId, secret: clientSecret } =
    contoso.azure.programs.find(({ displayName }) => displayName === 'Disk encryption') ?? {};
  if (pass === 'dual') {
    const refusal = await next((asked) => ask.refusal('PUT', `${path}/encryption`, { application: null, encryptPlain: true }, asked));
    expect(refusal).toBe('encryption-application-needed');
    const wrong = { clientId, clientSecret: 'wrong' };
    await next((asked) => ask.send(z.looseObject({}), 'PUT', `${path}/encryption`, { application: wrong, encryptPlain: true }, asked));
    contoso.azure.advance(5 * MINUTE);
    const failed = await next((asked) => ask.get(restore, path, asked));
    expect(states(failed)).toMatchObject({ encryption: 'failed' });
    expect(failed.tried).toMatchObject([{ step: 'encryption', message: expect.stringContaining('AADSTS7000215') }]);
  }
  const application = pass === 'dual' ? { clientId, clientSecret } : null;
  await next((asked) => ask.send(z.looseObject({}), 'PUT', `${path}/encryption`, { application, encryptPlain: true }, asked));
  contoso.azure.advance(5 * MINUTE);
}

it('the key vault that the helpdesk may not recover is recovered by who may', async () => {
  const item = `${OPERATIONS}/items/RestoreRG/DeletedVaultVM1`;
  const [point] = await ask.get(z.array(recoveryPoint), `${item}/recovery-points`, { person: 'alex' });
  expect(point?.verdict).toEqual({ state: 'may-need-keys', reasons: ['key-vault-deleted', 'keys-out-of-sight'] });
  const request = {
    edition: 'current',
    recoveryPointId: point?.id,
    storageAccountId: storageAccountId('contosostaging'),
    targetGroup: 'RestoreRG',
  };
  const { jobId } = await ask.send(commandOutcome, 'PUT', `${item}/restores/${randomUUID()}`, request, { person: 'alex' });
  const path = `${restorePath(jobId ?? '')}/keys`;
  expect(await ask.refusal('PUT', path, { how: { way: 'recover' } }, { person: 'alex' })).toBe('forbidden');
  expect(await ask.send(keyChain, 'PUT', path, { how: { way: 'recover' } })).toMatchObject({ secret: { state: 'present' } });
});
