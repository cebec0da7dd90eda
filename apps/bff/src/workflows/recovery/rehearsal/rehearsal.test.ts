import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import {
  discardPlan,
  itemInVault,
  keyVaultTarget,
  recoveryOutlook,
  recoveryPlan,
  restore,
  type RecoveryMachineView,
  type RecoveryPlan,
} from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Problem } from '../../../problem';
import { asker, beforeNextLook, type Asked } from '../../../testing/ask';
import { ofVault, PRODUCTION } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { holdRoles } from '../../../testing/hold-roles';
import { memoryStores } from '../../../testing/memory/stores';
import { letRecover, machineOf, orderRecovery, planRecovery, recoveryPath, statesOf, twiceInRun } from '../../../testing/recovering';
import { isKeptFile, rehearse, standsOfOthers, standsOfRehearsals, WITHOUT_CONTAINERS } from '../../../testing/rehearsing';
import { ADELE, ALEX, allowBlobs, closeAccount } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

async function planOf(names: string[], asked?: Asked): Promise<string> {
  const items = await ask.get(z.array(itemInVault), '/api/items');
  const machines = items.filter(({ name }) => names.includes(name)).map((item) => machineOf(item));
  return planRecovery(ask, machines, {}, asked);
}

/** How it ended, beside the deleted files that storage accounts keep for a while. */
const endOf = ({ rehearsal }: RecoveryPlan) => ({
  phase: rehearsal?.phase,
  left: (rehearsal?.left ?? []).filter((one) => !isKeptFile(one)),
});

const isBegun = ({ machines }: RecoveryPlan) => machines.every(({ jobId, refusal }) => jobId !== null || refusal !== null);

const isDone = (steps: RecoveryMachineView['steps'], wanted: string) =>
  steps.some(({ step, state }) => step === wanted && state === 'done');

/** Of each machine of a plan whether its data may stay locked in isolation, and what nobody can tell. */
async function locksOf(path: string): Promise<Record<string, unknown>> {
  const { machines } = await ask.get(recoveryPlan, path);
  const items = machines.map(({ item }) => item);
  const outlooks = await ask.send(z.array(recoveryOutlook), 'POST', `${path}/outlooks`, { items });
  return Object.fromEntries(outlooks.map(({ item, locksInIsolation, unseen }) => [item.vmName, [locksInIsolation, unseen]]));
}

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

describe('a rehearsal', () => {
  it('brings machines up that still run, proves it, and removes everything again', async () => {
    const before = standsOfOthers(contoso);
    const plan = await planOf(['FullRestoreVM1', 'AppVM1', 'WinUnmanagedVM1']);
    const path = await rehearse(ask, plan);
    const end = await letRecover(contoso, ask, path);
    expect(end.machines.map(({ stop, refusal }) => stop ?? refusal)).toEqual([null, null, null]);
    expect(statesOf(end)).toEqual({ FullRestoreVM1: 'done', AppVM1: 'done', WinUnmanagedVM1: 'done' });
    for (const { item, proof, recoverySeconds, times } of end.machines) {
      const isEncrypted = item.vmName !== 'AppVM1';
      expect(proof).toMatchObject({ agentReady: true, hasScreenshot: true });
      expect(proof?.machineId).toContain('/resourceGroups/tresor-rehearsal-');
      expect(proof?.disks.map(({ state }) => state === 'encrypted')).not.toContain(!isEncrypted);
      expect(times.map(({ step }) => step)).toEqual(
        expect.arrayContaining(['disks', 'machine', ...(isEncrypted ? ['keys', 'encryption'] : [])]),
      );
      expect(recoverySeconds).toBeGreaterThan(0);
    }
    expect(endOf(end)).toEqual({ phase: 'removed', left: [] });
    expect(standsOfRehearsals(contoso)).toEqual([]);
    expect(standsOfOthers(contoso)).toEqual(before);
    await beforeNextLook();
    for (const { item, jobId } of end.machines) {
      const path = `${ofVault(item.resourceGroup, item.vaultName)}/restores/${jobId}`;
      expect(await ask.get(restore, path)).toMatchObject({
        isolatedGroup: expect.stringMatching(/rehearsal/),
        next: { kind: 'removed' },
        disks: { state: 'known', value: [] },
        keyChain: null,
      });
      expect(await ask.get(discardPlan, `${path}/discard`)).toMatchObject({ state: 'ready', items: [] });
      expect(await ask.get(z.array(keyVaultTarget), `${path}/key-vaults`)).toEqual([]);
      expect(await ask.refusal('PUT', `${path}/keys`, { how: { way: 'recover' } })).toBe('rehearsal-removed');
    }
  });

  it('leaves nothing, wherever its server dies: the next one goes on as soon as somebody looks', async () => {
    const before = standsOfOthers(contoso);
    let server = await contoso.startAnother();
    const { dataDir } = server;
    const onServer = () => ({ server });
    const path = await rehearse(ask, await planOf(['FullRestoreVM1'], onServer()), null, onServer());
    const moments: ((plan: RecoveryPlan) => boolean)[] = [
      ({ machines }) => machines.every(({ jobId }) => jobId !== null),
      ({ machines }) => machines.every(({ state }) => state === 'running'),
      ({ rehearsal }) => rehearsal?.phase === 'removing',
    ];
    for (const isThere of moments) {
      await letRecover(contoso, ask, path, isThere, onServer());
      await server[Symbol.asyncDispose]();
      server = await contoso.startAnother({ dataDir });
    }
    await using last = server;
    const end = await letRecover(contoso, ask, path, undefined, { server: last });
    expect(endOf(end)).toEqual({ phase: 'removed', left: [] });
    expect(end.machines.map(({ state, proof }) => [state, proof?.agentReady])).toEqual([['done', true]]);
    expect(standsOfRehearsals(contoso)).toEqual([]);
    expect(standsOfOthers(contoso)).toEqual(before);
    expect(twiceInRun(contoso)).toEqual([]);
  });

  it.each<[string, (plan: RecoveryPlan) => boolean]>([
    ['Azure is at the disks', ({ machines }) => machines.every(({ jobId }) => jobId !== null)],
    ['the machine is being made', ({ machines }) => machines.some(({ steps }) => isDone(steps, 'keys'))],
  ])('that is cancelled while %s is removed as well', async (_, isThere) => {
    const before = standsOfOthers(contoso);
    const path = await rehearse(ask, await planOf(['FullRestoreVM1']));
    await letRecover(contoso, ask, path, isThere);
    await orderRecovery(ask, path, 'cancel');
    expect(await ask.refusal('DELETE', path)).toBe('recovery-running');
    const end = await letRecover(contoso, ask, path, ({ standing }) => standing.state === 'cancelled');
    expect(endOf(end)).toEqual({ phase: 'removed', left: [] });
    expect(standsOfRehearsals(contoso)).toEqual([]);
    expect(standsOfOthers(contoso)).toEqual(before);
  });

  it('that is cancelled while the store fails is removed all the same', async () => {
    const before = standsOfOthers(contoso);
    const stores = memoryStores();
    const { restorePlans } = stores;
    const takeBack = restorePlans.takeBack.bind(restorePlans);
    let fails = false;
    restorePlans.takeBack = (id) => (fails ? Promise.reject(new Problem('store-timeout')) : takeBack(id));
    await using server = await contoso.startAnother({}, { stores });
    const path = await rehearse(ask, await planOf(['FullRestoreVM1'], { server }), null, { server });
    await letRecover(contoso, ask, path, ({ machines }) => machines.every(({ state }) => state === 'running'), { server });
    fails = true;
    expect(await ask.refusal('POST', `${path}/cancel`, {}, { server })).toBe('store-timeout');
    fails = false;
    const end = await letRecover(contoso, ask, path, ({ standing }) => standing.state === 'cancelled', { server });
    expect(endOf(end)).toEqual({ phase: 'removed', left: [] });
    expect(standsOfRehearsals(contoso)).toEqual([]);
    expect(standsOfOthers(contoso)).toEqual(before);
  });

  it('that is asked for twice at once is one run, which loses nothing of what it has begun', async () => {
    const stores = memoryStores();
    const { recoveryPlans } = stores;
    const list = recoveryPlans.list.bind(recoveryPlans);
    await using server = await contoso.startAnother({}, { stores });
    const plan = await planOf(['FullRestoreVM1'], { server });
    const body = { rehearsalId: randomUUID(), items: null };
    const order = () => ask.send(recoveryPlan, 'POST', `${plan}/rehearse`, body, { server });
    // The second has found that there is none yet, and comes late from there on.
    const signals = new EventEmitter();
    const late = once(signals, 'run');
    let second: Promise<RecoveryPlan> | undefined;
    await new Promise<void>((isAhead) => {
      recoveryPlans.list = async (...asked) => {
        recoveryPlans.list = list;
        isAhead();
        await late;
        return list(...asked);
      };
      second = order();
    });
    await order();
    const { machines } = await letRecover(contoso, ask, recoveryPath(body.rehearsalId), isBegun, { server });
    signals.emit('run');
    expect((await second)?.machines.map(({ jobId }) => jobId)).toEqual(machines.map(({ jobId }) => jobId));
  });

  it('says before that an application cannot sign in from there, and ends with what is proved all the same', async () => {
    const names = ['LinuxUnmanagedVM1', 'WinUnmanagedVM1', 'LinuxSingleVM1'];
    const plan = await planOf(names);
    expect(await locksOf(plan)).toEqual({
      LinuxUnmanagedVM1: [true, ['application']],
      WinUnmanagedVM1: [false, []],
      LinuxSingleVM1: [false, []],
    });
    const end = await letRecover(contoso, ask, await rehearse(ask, plan));
    expect(statesOf(end)).toEqual({ LinuxUnmanagedVM1: 'needs-person', WinUnmanagedVM1: 'done', LinuxSingleVM1: 'done' });
    const locked = end.machines.find(({ item }) => item.vmName === 'LinuxUnmanagedVM1');
    expect(locked).toMatchObject({ stop: { reason: 'application-isolated' }, proof: { agentReady: true } });
    expect(endOf(end)).toEqual({ phase: 'removed', left: [] });
  });

  it('says until when the storage account keeps its files, and that there is nothing to do about it', async () => {
    const path = await rehearse(ask, await planOf(['FullRestoreVM1']));
    const end = await letRecover(contoso, ask, path);
    const kept = (end.rehearsal?.left ?? []).filter(isKeptFile);
    expect(kept.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^contosostaging\/.*\/encryption_info-/));
    for (const { until } of kept) {
      const days = (Date.parse(until ?? '') - contoso.azure.world.clock.now()) / 86_400_000;
      expect([days > 6, days <= 7]).toEqual([true, true]);
    }
    await orderRecovery(ask, path, 'retry');
    expect(endOf(await ask.get(recoveryPlan, path)).phase).toBe('removed');
  });

  it('calls no file removed where the person may not see whether the storage account keeps it', async () => {
    await holdRoles(contoso, ALEX, [{ role: WITHOUT_CONTAINERS, scope: PRODUCTION }]);
    const path = await rehearse(ask, await planOf(['AppVM1'], { person: 'alex' }), null, { person: 'alex' });
    const end = await letRecover(contoso, ask, path, undefined, { person: 'alex' });
    const files = (end.rehearsal?.left ?? []).filter(isKeptFile);
    expect(new Set(files.map(({ state }) => state))).toEqual(new Set(['kept-untold']));
    expect(endOf(end)).toEqual({ phase: 'removed', left: [] });
  });

  it('tells a firewall that keeps the server from its files from a missing right', async () => {
    const path = await rehearse(ask, await planOf(['AppVM1']));
    await letRecover(contoso, ask, path, ({ machines }) => machines.every(({ state }) => state === 'running'));
    await closeAccount(contoso);
    const { left } = endOf(await letRecover(contoso, ask, path));
    expect(left).toMatchObject([{ kind: 'file', name: expect.stringMatching(/^contosostaging\//), state: 'firewalled' }]);
  });

  it('says until when Azure keeps its key vault where the person may not purge', async () => {
    const role = { actions: ['*'], notActions: ['Microsoft.KeyVault/locations/deletedVaults/purge/action'], dataActions: ['*'] };
    await holdRoles(contoso, ALEX, [{ role, scope: PRODUCTION }]);
    const plan = await planOf(['FullRestoreVM1']);
    const path = await rehearse(ask, plan, null, { person: 'alex' });
    const end = await letRecover(contoso, ask, path, undefined, { person: 'alex' });
    expect(statesOf(end)).toEqual({ FullRestoreVM1: 'done' });
    const { left } = endOf(end);
    expect(left).toMatchObject([{ kind: 'key-vault', state: 'soft-deleted' }]);
    const days = (Date.parse(left[0]?.until ?? '') - contoso.azure.world.clock.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6);
    expect(days).toBeLessThanOrEqual(7);
    expect(standsOfRehearsals(contoso)).toHaveLength(1);
  });

  it('says what a lock keeps, and removes it once it is asked again', async () => {
    const path = await rehearse(ask, await planOf(['AppVM1']));
    await letRecover(contoso, ask, path, ({ machines }) => machines.every(({ state }) => state === 'running'));
    const [group] = standsOfRehearsals(contoso).flatMap((id) => /^.*\/resourceGroups\/[^/]+/.exec(id) ?? []);
    const lock = `${group ?? ''}/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01`;
    await direct(contoso.azure, 'adele', 'PUT', lock, { properties: { level: 'CanNotDelete' } });
    const end = await letRecover(contoso, ask, path);
    expect(endOf(end).left).toMatchObject([{ kind: 'resource-group', state: 'left', message: expect.stringContaining('lock') }]);
    await direct(contoso.azure, 'adele', 'DELETE', lock);
    await orderRecovery(ask, path, 'retry');
    expect(endOf(await letRecover(contoso, ask, path))).toEqual({ phase: 'removed', left: [] });
    expect(standsOfRehearsals(contoso)).toEqual([]);
  });

  it('is refused to those who may not make and remove what isolates it, before anything is done', async () => {
    const plan = await planOf(['FullRestoreVM1']);
    const body = { rehearsalId: randomUUID(), items: null };
    expect(await ask.refusal('POST', `${plan}/rehearse`, body, { person: 'megan' })).toBe('forbidden');
    const role = { actions: ['*'], notActions: ['Microsoft.Resources/subscriptions/resourceGroups/delete'] };
    await holdRoles(contoso, ALEX, [{ role, scope: PRODUCTION }]);
    expect(await ask.refusal('POST', `${plan}/rehearse`, body, { person: 'alex' })).toBe('isolation-forbidden');
    expect(standsOfRehearsals(contoso)).toEqual([]);
  });
});

describe('a rehearsal of machines in two regions of one subscription', () => {
  it('has one resource group, which is made once, and a network in each region', async () => {
    await contoso[Symbol.asyncDispose]();
    contoso = await startContoso('catastrophe');
    const { resources } = contoso.azure.world;
    const path = await rehearse(ask, await planOf(['DC01', 'NorthDC01']));
    const { machines } = await letRecover(contoso, ask, path, isBegun);
    expect(machines.map(({ refusal }) => refusal)).toEqual([null, null]);
    const networks = resources.list('Microsoft.Network/virtualNetworks', PRODUCTION).filter(({ id }) => id.includes('/tresor-rehearsal-'));
    expect(new Set(networks.map(({ location }) => location))).toEqual(new Set(['northeurope', 'westeurope']));
  });
});

it('a machine that stays isolated is not asked for the secret of an application again and again, and one who tries is told why', async () => {
  const items = await ask.get(z.array(itemInVault), '/api/items');
  const machines = items.filter(({ name }) => name === 'LinuxUnmanagedVM1').map((item) => machineOf(item));
  const plan = await planRecovery(ask, machines, { target: { kind: 'isolated' } });
  expect(await locksOf(plan)).toEqual({ LinuxUnmanagedVM1: [true, ['data-disks']] });
  await orderRecovery(ask, plan, 'start');
  const [machine] = (await letRecover(contoso, ask, plan)).machines;
  expect(machine).toMatchObject({ state: 'needs-person', stop: { reason: 'application-isolated', command: null } });
  const { item, jobId } = machine ?? {};
  const path = `${ofVault(item?.resourceGroup ?? '', item?.vaultName ?? '')}/restores/${jobId ?? ''}`;
  const isolated = expect.objectContaining({ step: 'encryption', reason: 'encryption-isolated', command: null });
  expect(await ask.get(restore, path)).toMatchObject({ tried: [], steps: expect.arrayContaining([isolated]) });
  const { appId: clientId, secret: clientSecret } =
    contoso.azure.programs.find(({ displayName }) => displayName === 'Disk encryption') ?? {};
  const order = { application: { clientId, clientSecret }, encryptPlain: false };
  await ask.send(z.looseObject({}), 'PUT', `${path}/encryption`, order);
  contoso.azure.advance(5 * 60_000);
  await beforeNextLook();
  expect(await ask.get(restore, path)).toMatchObject({
    tried: [{ step: 'encryption', message: expect.stringContaining('login.microsoftonline.com') }],
    steps: expect.arrayContaining([isolated]),
  });
});
