import { randomUUID } from 'node:crypto';
import {
  commandOutcome,
  job,
  jobDetails,
  pairedRegion,
  recoveryPoint,
  recordedCommand,
  restore,
  restoreOutlook,
  storageAccount,
} from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../../testing/ask';
import { ofVault, PRODUCTION, storageAccountId } from '../../../testing/contoso-places';
import { holdRoles } from '../../../testing/hold-roles';
import { LEE } from '../../../testing/probes/stage';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

const HOUR = 3_600_000;

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso('outage');
});
afterEach(() => contoso[Symbol.asyncDispose]());

const vault = (name: string) => ofVault('FrankfurtRG', name);
const FRANKFURT = vault('FrankfurtVault');
const ITEM = `${FRANKFURT}/items/FrankfurtRG/PairedVM1`;
const there = (item = ITEM) => ask.get(pairedRegion, `${item}/restores/paired-region`);

async function request(change: object = {}) {
  const { points } = await there();
  return {
    edition: 'current',
    recoveryPointId: points[0]?.id,
    storageAccountId: storageAccountId('contosoberlin'),
    targetGroup: 'BerlinRG',
    region: 'paired',
    ...change,
  };
}

const start = (body: object, intent: string = randomUUID(), asked?: Asked) =>
  ask.send(commandOutcome, 'PUT', `${ITEM}/restores/${intent}`, body, asked);

const restoreOf = (jobId: string | null) => ask.get(restore, `${FRANKFURT}/restores/${jobId ?? ''}?edition=current`);

const accounts = async (query: string) => {
  const found = await ask.get(z.array(storageAccount), `${FRANKFURT}/restores/storage-accounts?edition=current${query}`);
  return Object.fromEntries(found.map(({ name, reason }) => [name, reason]));
};

const subnet = () => {
  const [network] = contoso.azure.world.resources.named('Microsoft.Network/virtualNetworks', 'contoso-germanynorth');
  return `${network?.id ?? ''}/subnets/default`;
};

const pairedJobs = async (person: string, days = '') => {
  const jobs = await ask.get(z.array(job), `${FRANKFURT}/jobs${days}`, { person });
  return jobs.filter(({ operation }) => operation === 'CrossRegionRestore').length;
};

describe('the paired region', () => {
  it('has the points of the vault but for the newest, which have not come there yet', async () => {
    const own = await ask.get(z.array(recoveryPoint), `${ITEM}/recovery-points`);
    const { state, own: here, paired, points } = await there();
    expect({ state, here, paired }).toEqual({ state: 'open', here: 'germanywestcentral', paired: 'germanynorth' });
    expect(points.length).toBeGreaterThan(3);
    expect(own.map(({ id, time }) => ({ id, time }))).toEqual(expect.arrayContaining(points));
    expect(points.map(({ id }) => id)).not.toContain(own[0]?.id);
  });

  it('says why nothing can be restored there', async () => {
    const states = await Promise.all(
      [
        ['OneRegionVault', 'OneRegionVM1'],
        ['LocalVault', 'LocalVM1'],
      ].map(async ([name = '', vm]) => (await there(`${vault(name)}/items/FrankfurtRG/${vm}`)).state),
    );
    expect(states).toEqual(['off', 'not-geo-redundant']);
  });

  it('has the storage accounts for it, while none at home can be used', async () => {
    expect(await accounts('')).toEqual({ contosofrankfurt: 'offline', contosoberlin: 'other-region' });
    expect(await accounts('&region=paired')).toEqual({ contosofrankfurt: 'other-region', contosoberlin: null });
  });

  it('is told beforehand what it takes: keys that are to be brought there, and a vault that protects nothing there', async () => {
    const { steps } = await ask.get(restoreOutlook, `${ITEM}/restores/outlook?edition=current&region=paired`);
    expect(Object.fromEntries(steps.map(({ step, state, ruleId }) => [step, ruleId ?? state]))).toMatchObject({
      disks: 'open',
      keys: 'open',
      machine: 'open',
      protection: 'other-region',
    });
    const megan = await ask.get(restoreOutlook, `${ITEM}/restores/outlook?edition=current&region=paired`, { person: 'megan' });
    const scopes = megan.steps.find(({ step }) => step === 'disks')?.missing.map(({ scope }) => scope.split('/').length);
    expect(scopes).toContain(3);
  });
});

it('a point that is in the archive alone is told as that, with its tier, and cannot be chosen', async () => {
  const points = await ask.get(
    z.array(recoveryPoint),
    `${vault('OneRegionVault')}/items/FrankfurtRG/OneRegionVM1/recovery-points?days=3650`,
  );
  const archived = points.filter(({ tiers }) => tiers.includes('archive'));
  expect(archived.length).toBeGreaterThan(1);
  for (const { tiers, verdict } of archived)
    expect({ tiers, verdict }).toMatchObject({ tiers: ['archive'], verdict: { state: 'blocked' } });
  expect(archived[0]?.verdict.reasons).toContain('archived');
});

describe('a restore in the paired region', () => {
  it('brings the disks there, is followed like any other, and goes on there', async () => {
    const { state, jobId } = await start(await request());
    expect(state).toBe('started');
    const running = await ask.get(jobDetails, `${FRANKFURT}/jobs/${jobId ?? ''}`);
    expect(running).toMatchObject({ operation: 'CrossRegionRestore', status: 'InProgress', cancellable: false });
    const listed = await ask.get(z.array(job), `${FRANKFURT}/jobs`);
    expect(listed.find(({ id }) => id === jobId)).toMatchObject({ operation: 'CrossRegionRestore' });
    expect(await ask.get(z.array(z.looseObject({ jobId: z.string() })), `${FRANKFURT}/restores`)).toMatchObject([{ jobId }]);

    contoso.azure.advance(5 * HOUR);
    const found = await restoreOf(jobId);
    expect(found).toMatchObject({
      pairedRegion: 'germanynorth',
      targetGroup: 'BerlinRG',
      next: { kind: 'command', command: 'restore-keys' },
    });
    expect(found.keyChain?.secret.state).toBe('vault-other-region');

    const options = await ask.get(
      z.looseObject({ subnets: z.array(z.looseObject({ network: z.string() })) }),
      `${FRANKFURT}/restores/${jobId ?? ''}/machine/options`,
    );
    expect(options.subnets.map(({ network }) => network)).toEqual(['contoso-germanynorth']);
    const how = { way: 'create', name: 'BerlinKV', group: 'BerlinRG' };
    await ask.send(z.unknown(), 'PUT', `${FRANKFURT}/restores/${jobId ?? ''}/keys`, { how });
    contoso.azure.advance(HOUR);
    const [keyVault] = contoso.azure.world.resources.named('Microsoft.KeyVault/vaults', 'BerlinKV');
    expect(keyVault?.location).toBe('germanynorth');
    const machine = { name: 'PairedVM2', group: 'BerlinRG', size: 'Standard_DS2_v2', subnetId: subnet(), publicIp: false };
    await ask.send(z.unknown(), 'PUT', `${FRANKFURT}/restores/${jobId ?? ''}/machine`, { machine });
    contoso.azure.advance(HOUR);
    const [made] = contoso.azure.world.resources.named('Microsoft.Compute/virtualMachines', 'PairedVM2');
    expect(made?.location).toBe('germanynorth');
  });

  it('asked twice is one', async () => {
    const [intent, body] = [randomUUID(), await request()];
    const first = await start(body, intent);
    expect(await start(body, intent)).toEqual(first);
    const jobs = await ask.get(z.array(job), `${FRANKFURT}/jobs`);
    expect(jobs.filter(({ operation }) => operation === 'CrossRegionRestore')).toHaveLength(1);
  });

  it('is shown in the jobs only to those who may ask the paired region, though others look at the same time', async () => {
    await start(await request());
    const scope = `${PRODUCTION}/resourceGroups/FrankfurtRG/providers/Microsoft.RecoveryServices/vaults/FrankfurtVault`;
    await holdRoles(contoso, LEE, [{ role: { actions: ['Microsoft.RecoveryServices/vaults/backupJobs/read'] }, scope }]);
    // The last asks the same in other words: what a person was answered a moment ago would be answered again.
    expect([await pairedJobs('lee'), await pairedJobs('adele'), await pairedJobs('lee', '?days=1')]).toEqual([0, 1, 0]);
  });

  it('is refused with a point that is not there yet, without a group for the disks, and where the vault does not allow it', async () => {
    const [newest] = await ask.get(z.array(recoveryPoint), `${ITEM}/recovery-points`);
    const refused = async (body: object, item = ITEM) => ask.refusal('PUT', `${item}/restores/${randomUUID()}`, body);
    expect(await refused(await request({ recoveryPointId: newest?.id }))).toBe('paired-region-closed');
    expect(await refused(await request({ targetGroup: null }))).toBe('invalid-request');
    expect(await refused(await request(), `${vault('OneRegionVault')}/items/FrankfurtRG/OneRegionVM1`)).toBe('paired-region-closed');
    expect(await refused(await request({ storageAccountId: storageAccountId('contosofrankfurt') }))).toBe('storage-account-refused');
  });

  it('is in no doubt where what it is ordered with cannot be had', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*/accessToken', kind: '500' });
    expect(await ask.refusal('PUT', `${ITEM}/restores/${randomUUID()}`, await request())).toBe('azure-failed');
    contoso.azure.faults.clear();
  });

  it('that Azure accepts and makes no job of is told as that, to those who ask again and on record', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*/backupCrossRegionRestore$', kind: 'in-vain', times: 1, seconds: 60 });
    contoso.azure.faults.arm({ operation: 'GET .*/backupCrrOperationsStatus/', kind: '409', times: 1 });
    const [body, intent] = [await request(), randomUUID()];
    expect(await start(body, intent)).toMatchObject({ state: 'started', jobId: null });
    contoso.azure.advance(61_000);
    const [command] = await ask.get(z.array(recordedCommand), `${FRANKFURT}/commands`, { person: 'alex' });
    expect(command).toMatchObject({
      command: 'restores.start',
      about: { azureCode: 'OperationFailed' },
      end: { value: { end: 'failed' } },
    });
    expect(await ask.refusal('PUT', `${ITEM}/restores/${intent}`, body)).toBe('operation-failed');
  });

  it('is not for those who may only read', async () => {
    expect(await ask.refusal('PUT', `${ITEM}/restores/${randomUUID()}`, await request(), { person: 'megan' })).toBe('forbidden');
  });
});
