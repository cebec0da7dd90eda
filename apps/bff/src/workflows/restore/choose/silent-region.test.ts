import { randomUUID } from 'node:crypto';
import { commandOutcome, itemDetails, pairedRegion, recoveryPoint, restore, restoreOutlook } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { ofVault, storageAccountId } from '../../../testing/contoso-places';
import { askRights } from '../../../testing/rights-question';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

const HOUR = 3_600_000;
const FRANKFURT = ofVault('FrankfurtRG', 'FrankfurtVault');
const ITEM = `${FRANKFURT}/items/FrankfurtRG/PairedVM1`;
const closed = (vault: string, vm: string) => `${ofVault('FrankfurtRG', vault)}/items/FrankfurtRG/${vm}`;

let contoso: Contoso;
const ask = asker(() => contoso);
const listed = () => ask.get(z.array(recoveryPoint), `${ITEM}/recovery-points`);

beforeEach(async () => {
  contoso = await startContoso('outage');
});
afterEach(() => contoso[Symbol.asyncDispose]());

describe('where the Backup service of a vault’s region does not answer', () => {
  it('item and points are those of the paired region, and say so; keys are to be brought there', async () => {
    const [newest] = await listed();
    expect(newest?.pairedRegion).toBeNull();
    contoso.azure.setBackupAnswers('germanywestcentral', false);
    // What was read before is an answer for a moment more.
    await expect.poll(async () => (await listed())[0]?.pairedRegion, { timeout: 10_000 }).toBe('germanynorth');
    const points = await listed();
    expect(points.length).toBeGreaterThan(3);
    expect(new Set(points.map((point) => point.pairedRegion))).toEqual(new Set(['germanynorth']));
    expect(points.map(({ id }) => id)).not.toContain(newest?.id);
    expect(points[0]?.verdict).toEqual({ state: 'needs-keys', reasons: ['key-vault-other-region'] });
    expect(await ask.get(itemDetails, ITEM)).toMatchObject({ name: 'PairedVM1', pairedRegion: 'germanynorth' });
    const { steps } = await ask.get(restoreOutlook, `${ITEM}/restores/outlook?edition=current`);
    expect(steps.find(({ step }) => step === 'protection')).toMatchObject({ state: 'refused', ruleId: 'other-region' });

    contoso.azure.setBackupAnswers('germanywestcentral', true);
    await expect.poll(async () => (await listed())[0]?.pairedRegion, { timeout: 10_000 }).toBeNull();
  });

  it('a restore there goes from order to running machine', async () => {
    contoso.azure.setBackupAnswers('germanywestcentral', false);
    const [point] = (await ask.get(pairedRegion, `${ITEM}/restores/paired-region`)).points;
    const { jobId, state } = await ask.send(commandOutcome, 'PUT', `${ITEM}/restores/${randomUUID()}`, {
      edition: 'current',
      recoveryPointId: point?.id,
      storageAccountId: storageAccountId('contosoberlin'),
      targetGroup: 'BerlinRG',
      region: 'paired',
    });
    expect(state).toBe('started');
    contoso.azure.advance(5 * HOUR);
    const journey = `${FRANKFURT}/restores/${jobId ?? ''}`;
    const next = async () => (await ask.get(restore, `${journey}?edition=current`)).next;
    expect(await next()).toMatchObject({ command: 'restore-keys' });
    await ask.send(z.unknown(), 'PUT', `${journey}/keys`, { how: { way: 'create', name: 'BerlinKV', group: 'BerlinRG' } });
    contoso.azure.advance(HOUR);
    const [network] = contoso.azure.world.resources.named('Microsoft.Network/virtualNetworks', 'contoso-germanynorth');
    const machine = {
      name: 'PairedVM2',
      group: 'BerlinRG',
      size: 'Standard_DS2_v2',
      subnetId: `${network?.id ?? ''}/subnets/default`,
      publicIp: false,
    };
    expect(await next()).toMatchObject({ command: 'create-machine' });
    await ask.send(z.unknown(), 'PUT', `${journey}/machine`, { machine });
    contoso.azure.advance(HOUR);
    const { steps } = await ask.get(restore, `${journey}?edition=current`);
    expect(Object.fromEntries(steps.map(({ step, state: stands }) => [step, stands]))).toMatchObject({
      disks: 'done',
      keys: 'done',
      machine: 'done',
      encryption: 'done',
      protection: 'blocked',
    });
  });

  it.each([
    ['does not allow it', 'OneRegionVault', 'OneRegionVM1'],
    ['has no copies there', 'LocalVault', 'LocalVM1'],
  ])('that is said of a vault that %s, and of nothing that it was not there', async (_, vault, vm) => {
    contoso.azure.setBackupAnswers('germanywestcentral', false);
    expect(await ask.refusal('GET', `${closed(vault, vm)}/recovery-points`)).toBe('backup-region-silent');
    expect(await ask.refusal('GET', closed(vault, vm))).toBe('backup-region-silent');
  });

  it('a machine or a job that the paired region does not know is not called unknown', async () => {
    contoso.azure.setBackupAnswers('germanywestcentral', false);
    expect(await ask.refusal('GET', `${FRANKFURT}/items/FrankfurtRG/NeverBackedUp1`)).toBe('backup-region-silent');
    expect(await ask.refusal('GET', `${FRANKFURT}/jobs/${randomUUID()}`)).toBe('backup-region-silent');
  });

  it('lists that only the vault’s own region tells whole are not filled up from the other', async () => {
    contoso.azure.setBackupAnswers('germanywestcentral', false);
    for (const list of ['items', 'jobs', 'restores'])
      expect([list, await ask.refusal('GET', `${FRANKFURT}/${list}`)]).toEqual([list, 'backup-region-silent']);
  });

  it.each(['counts', 'configuration', 'guard', 'policies', 'policies/DefaultPolicy/points'])('so it is of %s', async (read) => {
    contoso.azure.setBackupAnswers('germanywestcentral', false);
    expect(await ask.refusal('GET', `${FRANKFURT}/${read}`)).toBe('backup-region-silent');
  });

  it('what one may do is told all the same; of what a Resource Guard can forbid, that it was not to be seen', async () => {
    contoso.azure.setBackupAnswers('germanywestcentral', false);
    const rights = await askRights(ask, {
      vault: { resourceGroup: 'FrankfurtRG', vaultName: 'FrankfurtVault' },
      wholeSubscription: true,
    });
    const guards = (id: StepId) => rights.find(({ step }) => step === id)?.needs.filter(({ place }) => place === 'guard');
    expect(rights.find(({ step }) => step === 'restore-in-pair')?.missing).toEqual([]);
    expect(rights.find(({ step }) => step === 'write-policy')?.missing).toEqual([]);
    for (const step of ['stop-backup', 'weaken-policy', 'turn-off-soft-delete', 'delete-backup-data'] as const)
      expect(guards(step)).toMatchObject([{ asked: 1, missingAt: [], hiddenAt: [expect.stringMatching(/\/vaults\/FrankfurtVault$/)] }]);
    expect(guards('back-up-now')).toEqual([]);
  });

  it('where the paired region is silent as well, that is said', async () => {
    for (const region of ['germanywestcentral', 'germanynorth']) contoso.azure.setBackupAnswers(region, false);
    expect(await ask.refusal('GET', `${ITEM}/recovery-points`)).toBe('backup-region-silent');
  });

  it('those who may only read the vault are shown the points, too', async () => {
    contoso.azure.setBackupAnswers('germanywestcentral', false);
    const points = await ask.get(z.array(recoveryPoint), `${ITEM}/recovery-points`, { person: 'megan' });
    expect(points[0]?.pairedRegion).toBe('germanynorth');
  });
});
