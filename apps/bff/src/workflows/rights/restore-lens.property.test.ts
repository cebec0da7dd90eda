import { stepRights } from '@tresor/contracts';
import { STEPS, type Plane, type StepId } from '@tresor/support-matrix';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { storageAccountId } from '../../testing/contoso-places';
import { holdRoles, type HeldRole } from '../../testing/hold-roles';
import { closedKeyVault, deletedKeyVault, grantIn, newKeyVault } from '../../testing/probes/key-vaults';
import { keysFromBackup, keysInPlace, moveSecret } from '../../testing/probes/keys';
import { failedMachine, newMachine, unmountedDisks, unprotectedMachine } from '../../testing/probes/machines';
import { discarded, missingDisk, quickRestores, restoreOf, vhdsInSight } from '../../testing/probes/restores';
import { emptyVault, leftovers } from '../../testing/probes/resources';
import { LEE, MINUTE, PRODUCTION, Stage, type Probe } from '../../testing/probes/stage';
import { backUp } from '../../testing/restoring';
import { startContoso, untilMorning, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
let stage: Stage;
let probes: Probe[];
/** A machine of disks that are in another group. */
let besides: Probe;

const ELSEWHERE = 'KeyVaultRG';

beforeAll(async () => {
  contoso = await startContoso();
  stage = new Stage(contoso);
  await backUp(contoso, stage.ask, 'KeysRG', 'RbacReadyVM1');
  await backUp(contoso, stage.ask, 'OperationsRG', 'TrustedLaunchVM1', 'EnhancedPolicy');
  await quickRestores(stage);
  const beginRestore = (vm: string, group?: string, targetGroup?: string | null) => restoreOf(stage, vm, group, targetGroup);
  const [byRole, byPolicy, lostKeys, lostVault, deletedVault, whole, moved, linux, plain, elsewhere, secondGeneration] = [
    await beginRestore('RbacReadyVM1', 'KeysRG'),
    await beginRestore('RevokedVM1'),
    await beginRestore('LostKeysVM1'),
    await beginRestore('LostVaultVM1'),
    await beginRestore('DeletedVaultVM1', 'RestoreRG'),
    await beginRestore('FullRestoreVM1'),
    await beginRestore('WinSingleVM1', 'RestoreRG'),
    await beginRestore('LinuxSingleVM1', 'RestoreRG'),
    await beginRestore('AppVM1'),
    await beginRestore('OtherVaultVM1', 'OperationsRG', ELSEWHERE),
    await beginRestore('TrustedLaunchVM1'),
  ];
  contoso.azure.advance(120 * MINUTE);
  // A machine is restored by one job at a time.
  const movedVhd = await beginRestore('WinSingleVM1', 'RestoreRG', null);
  contoso.azure.advance(120 * MINUTE);
  await moveSecret(stage, moved, 'RestoreKV');
  besides = await newMachine(stage, elsewhere, ['create-machine'], { diskGroup: ELSEWHERE });
  probes = [
    ...(await keysInPlace(stage, byRole, 'RbacReadyKV')),
    ...(await keysInPlace(stage, byPolicy, 'RevokedKV')),
    await keysFromBackup(stage, lostKeys, 'RbacKV'),
    await keysFromBackup(stage, lostKeys, 'ContosoKV'),
    deletedKeyVault(stage, deletedVault, 'DeletedKV'),
    newKeyVault(stage, lostVault),
    closedKeyVault(stage, byPolicy, 'RevokedKV'),
    await newMachine(stage, whole),
    await newMachine(stage, secondGeneration),
    besides,
    await newMachine(stage, moved, ['create-machine', 'move-keys']),
    await newMachine(stage, movedVhd, ['create-machine', 'move-vhd-keys'], { storageAccountId: storageAccountId('contosostaging') }),
    vhdsInSight(stage, movedVhd),
    ...(await failedMachine(stage, whole)),
    await unmountedDisks(stage, linux),
    await unprotectedMachine(stage, byPolicy),
    await leftovers(stage, byPolicy, 'LensOldVM'),
    grantIn(stage, 'NoPolicyKV', 'access-policy'),
    grantIn(stage, 'RbacKV', 'built-in-role'),
    emptyVault(stage),
    missingDisk(stage, plain),
    discarded(stage, 'LostVaultVM1'),
  ];
}, 60_000);

afterAll(() => contoso[Symbol.asyncDispose]());

/** What the company gives: a role with what the step needs less up to two actions, words of access policies, roles of Azure's own. */
interface Given {
  control: string[];
  data: string[];
  words: string[];
  scope: string;
  more: HeldRole[];
}

const needsOf = (wanted: readonly StepId[], plane: Plane): string[] => {
  const needs = STEPS.filter(({ id }) => wanted.includes(id)).flatMap((step) => step.needs);
  return [...new Set(needs.flatMap((need) => (need.plane === plane ? [need.action] : [])))];
};

/** Mostly all of it: little would be allowed otherwise. */
const nearly = (all: string[]) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(all) },
    { weight: 1, arbitrary: fc.subarray(all, { minLength: Math.max(0, all.length - 2) }) },
  );
const scope = fc.constantFrom(
  PRODUCTION,
  PRODUCTION,
  `${PRODUCTION}/resourceGroups/OperationsRG`,
  `${PRODUCTION}/resourceGroups/KeyVaultRG`,
);
const ROLES = {
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  backupOperator: '00c29273-979b-4161-815c-10b084fb9324',
  machineContributor: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
  keyVaultContributor: 'f25e0fa2-a7c8-4377-a976-54943a77a395',
  keyVaultAdministrator: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  accessAdministrator: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
};

const given = (steps: readonly StepId[]) =>
  fc.record<Given>({
    control: nearly(needsOf(steps, 'control')),
    data: nearly(needsOf(steps, 'data')),
    words: nearly(needsOf(steps, 'access-policy')),
    scope,
    more: fc.array(fc.record<HeldRole>({ role: fc.constantFrom(...Object.values(ROLES)), scope }), { maxLength: 1 }),
  });

interface Case {
  index: number;
  held: Given;
}

/** What is done, and what Lee is given for it. */
const cases = () =>
  fc
    .constantFrom(...probes.keys())
    .chain((index) => fc.record<Case>({ index: fc.constant(index), held: given(probes[index]?.steps ?? []) }));

/** Each thing done by who holds what the lens names, and nothing else. */
const everything = () =>
  probes.map(({ steps }, index): [Case] => {
    const held = { control: needsOf(steps, 'control'), data: needsOf(steps, 'data'), words: needsOf(steps, 'access-policy') };
    return [{ index, held: { ...held, scope: PRODUCTION, more: [] } }];
  });

const DISKS_WRITTEN = 'Microsoft.Compute/disks/write';

/** The same for the machine whose disks are elsewhere, with the right to write to disks at one of the two groups alone. */
const writingIn = (group: string): [Case] => {
  const { steps } = besides;
  const control = needsOf(steps, 'control').filter((action) => action !== DISKS_WRITTEN);
  const more = [{ role: { actions: [DISKS_WRITTEN] }, scope: `${PRODUCTION}/resourceGroups/${group}` }];
  const held = { control, data: needsOf(steps, 'data'), words: needsOf(steps, 'access-policy'), scope: PRODUCTION, more };
  return [{ index: probes.indexOf(besides), held }];
};

const one = (id: string | undefined) => (id === undefined ? [] : [id]);

async function allows({ steps, places }: Probe): Promise<boolean> {
  const { vaultName = 'OperationsVault', vmId, group, diskGroup, subnetId, storageAccountId, keyVaultId } = places;
  const rights = await stage.lee('POST', `/api${PRODUCTION}/rights`, {
    vault: { resourceGroup: 'OperationsRG', vaultName },
    vmIds: one(vmId),
    groups: one(group),
    diskGroups: one(diskGroup),
    subnetIds: one(subnetId),
    storageAccountIds: one(storageAccountId),
    keyVaultIds: one(keyVaultId),
    wholeSubscription: false,
  });
  const answers = z.array(stepRights).parse(await rights.json());
  return steps.every((step) => answers.find((found) => found.step === step)?.missing.length === 0);
}

/** The nightly backup keeps a machine from being restored, no matter who asks: what is done takes less than an hour and begins by day. */
function skipNight(): void {
  const now = contoso.azure.world.clock.now();
  const hour = new Date(now).getUTCHours();
  if (hour < 9 || hour >= 22) contoso.azure.advance(untilMorning(now));
}

it('the lens says “allowed” exactly where keys, key vaults and machines can be brought back', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(cases(), async ({ index, held: { control, data, words, scope: at, more } }) => {
      const probe = probes[index];
      if (!probe) throw new Error('There is nothing to do.');
      skipNight();
      await probe.prepare?.();
      await holdRoles(contoso, LEE, [{ role: { actions: control, dataActions: data }, scope: at }, ...more]);
      const { keyVaultId } = probe.places;
      if (keyVaultId !== undefined) await stage.letIn(keyVaultId, words);
      await stage.forgetReads();
      try {
        const isAllowed = await allows(probe);
        expect([...probe.steps, await probe.take()]).toEqual([...probe.steps, isAllowed]);
      } finally {
        await probe.undo();
      }
    }),
    { numRuns: 30, examples: [...everything(), writingIn('OperationsRG'), writingIn(ELSEWHERE)] },
  );
});
