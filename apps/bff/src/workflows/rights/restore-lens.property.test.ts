import { commandOutcome, recoveryPoint, stepRights } from '@tresor/contracts';
import { STEPS, type Plane, type StepId } from '@tresor/support-matrix';
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { OPERATIONS, storageAccountId } from '../../testing/contoso-places';
import { holdRoles, type HeldRole } from '../../testing/hold-roles';
import { closedKeyVault, deletedKeyVault, grantIn, newKeyVault } from '../../testing/probes/key-vaults';
import { keysFromBackup, keysInPlace } from '../../testing/probes/keys';
import { emptyVault, leftovers, newMachine } from '../../testing/probes/resources';
import { LEE, MINUTE, PRODUCTION, Stage, type Probe } from '../../testing/probes/stage';
import { backUp } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
let stage: Stage;
let probes: Probe[];

/** Restores the disks of a machine's newest point; they are there when time has passed. Answers the job's id. */
async function beginRestore(vm: string, group = 'OperationsRG'): Promise<string> {
  const item = `${OPERATIONS}/items/${group}/${vm}`;
  const [point] = await stage.ask.get(z.array(recoveryPoint), `${item}/recovery-points`);
  const where = { storageAccountId: storageAccountId('contosostaging'), targetGroup: 'OperationsRG' };
  const wish = { edition: 'current', recoveryPointId: point?.id, ...where };
  const { jobId } = await stage.ask.send(commandOutcome, 'PUT', `${item}/restores/${randomUUID()}`, wish);
  return jobId ?? '';
}

beforeAll(async () => {
  contoso = await startContoso();
  stage = new Stage(contoso);
  await backUp(contoso, stage.ask, 'KeysRG', 'RbacReadyVM1');
  const [byRole, byPolicy, lostKeys, lostVault, deletedVault, whole] = [
    await beginRestore('RbacReadyVM1', 'KeysRG'),
    await beginRestore('RevokedVM1'),
    await beginRestore('LostKeysVM1'),
    await beginRestore('LostVaultVM1'),
    await beginRestore('DeletedVaultVM1', 'RestoreRG'),
    await beginRestore('FullRestoreVM1'),
  ];
  contoso.azure.advance(120 * MINUTE);
  probes = [
    ...(await keysInPlace(stage, byRole, 'RbacReadyKV')),
    ...(await keysInPlace(stage, byPolicy, 'RevokedKV')),
    await keysFromBackup(stage, lostKeys, 'RbacKV'),
    await keysFromBackup(stage, lostKeys, 'ContosoKV'),
    deletedKeyVault(stage, deletedVault, 'DeletedKV'),
    newKeyVault(stage, lostVault),
    closedKeyVault(stage, byPolicy, 'RevokedKV'),
    await newMachine(stage, whole, 'ContosoKV'),
    await leftovers(stage, whole),
    grantIn(stage, 'NoPolicyKV', 'access-policy'),
    grantIn(stage, 'RbacKV', 'built-in-role'),
    emptyVault(stage),
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

const needsOf = (wanted: StepId, plane: Plane): string[] => {
  const needs = STEPS.filter(({ id }) => id === wanted).flatMap((step) => step.needs);
  return [...new Set(needs.flatMap((need) => (need.plane === plane ? [need.action] : [])))];
};

const nearly = (all: string[]) => fc.subarray(all, { minLength: Math.max(0, all.length - 2) });
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

const given = (step: StepId) =>
  fc.record<Given>({
    control: nearly(needsOf(step, 'control')),
    data: nearly(needsOf(step, 'data')),
    words: nearly(needsOf(step, 'access-policy')),
    scope,
    more: fc.array(fc.record<HeldRole>({ role: fc.constantFrom(...Object.values(ROLES)), scope }), { maxLength: 1 }),
  });

const TAKEN: StepId[] = [
  'recover-keys',
  'renew-keys',
  'restore-keys',
  'recover-key-vault',
  'create-key-vault',
  'open-key-vault',
  'create-machine',
  'remove-leftovers',
  'grant-access',
  'delete-vault',
];

/** A step, which of its probes, and what Lee is given for it. */
const cases = fc.constantFrom(...TAKEN).chain((step) => fc.record({ step: fc.constant(step), which: fc.nat(1), held: given(step) }));

const one = (id: string | undefined) => (id === undefined ? [] : [id]);

async function allows({ step, places }: Probe): Promise<boolean> {
  const { vaultName = 'OperationsVault', group, subnetId, storageAccountId, keyVaultId } = places;
  const rights = await stage.lee('POST', `/api${PRODUCTION}/rights`, {
    vault: { resourceGroup: 'OperationsRG', vaultName },
    vmIds: [],
    groups: one(group),
    subnetIds: one(subnetId),
    storageAccountIds: one(storageAccountId),
    keyVaultIds: one(keyVaultId),
    wholeSubscription: false,
  });
  return (
    z
      .array(stepRights)
      .parse(await rights.json())
      .find((found) => found.step === step)?.missing.length === 0
  );
}

it('the lens says “allowed” exactly where keys, key vaults and machines can be brought back', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ step, which, held: { control, data, words, scope: at, more } }) => {
      const fitting = probes.filter((probe) => probe.step === step);
      const probe = fitting[which % fitting.length];
      if (!probe) throw new Error(`${step} is taken nowhere`);
      await probe.prepare?.();
      await holdRoles(contoso, LEE, [{ role: { actions: control, dataActions: data }, scope: at }, ...more]);
      const { keyVaultId } = probe.places;
      if (keyVaultId !== undefined) await stage.letIn(keyVaultId, words);
      await stage.forgetReads();
      try {
        const isAllowed = await allows(probe);
        expect([step, await probe.take()]).toEqual([step, isAllowed]);
      } finally {
        await probe.undo();
      }
    }),
    { numRuns: 60 },
  );
});
