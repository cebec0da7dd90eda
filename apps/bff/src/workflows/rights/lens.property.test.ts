import { randomUUID } from 'node:crypto';
import { problem, protectionBatch, recoveryPoint, stepRights } from '@tresor/contracts';
import { STEPS, type StepId } from '@tresor/support-matrix';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { OPERATIONS, ofVault, storageAccountId, vmId } from '../../testing/contoso-places';
import { holdRoles, type OwnRole } from '../../testing/hold-roles';
import { LEE, PRODUCTION } from '../../testing/probes/stage';
import { rightsQuestion } from '../../testing/rights-question';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
/** A point for each run: what a person has read of one is kept for a while. */
let points: { item: string; id: string }[];

beforeAll(async () => {
  contoso = await startContoso();
  const read = async <T>(schema: z.ZodType<T>, path: string) => schema.parse(await (await contoso.as('adele', path)).json());
  const items = await read(z.array(z.object({ name: z.string(), resourceGroup: z.string() })), `${OPERATIONS}/items`);
  const ofItems = items.map(async ({ name, resourceGroup }) => {
    const item = `${OPERATIONS}/items/${resourceGroup}/${name}`;
    return (await read(z.array(recoveryPoint), `${item}/recovery-points`)).map(({ id }) => ({ item, id }));
  });
  points = (await Promise.all(ofItems)).flat();
}, 30_000);

afterAll(() => contoso[Symbol.asyncDispose]());

const GROUP = `${PRODUCTION}/resourceGroups/OperationsRG`;
const VAULT = `${GROUP}/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;
const STAGING = storageAccountId('contosostaging');

/** Machines that nothing but a want of rights keeps from being protected; those that are protected leave the list. */
const unprotected = ['LinuxVM1', 'SinglePassVM1', 'StoppedVM1', 'BekOnlyVM1', 'BekOnlyVM2', 'BekOnlyVM3', 'LargeDiskVM1', 'BigDiskVM1'];

const ROLES = {
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  backupReader: 'a795c7a0-d4a2-40c1-ae25-d81f01202912',
  backupOperator: '00c29273-979b-4161-815c-10b084fb9324',
  backupContributor: '5e467623-bb1f-42f4-a55d-6e525e11384b',
  machineContributor: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  storageContributor: '17d1049b-9a84-46fb-8f53-869881c3d3ab',
};

interface Assignment {
  role: string | OwnRole;
  scope: 'subscription' | 'group' | 'vault' | 'machine' | 'storage-account';
}

const ACTIONS = [...new Set(STEPS.flatMap(({ needs }) => needs.filter(({ plane }) => plane === 'control').map(({ action }) => action)))];
const PATTERNS = ['*', '*/read', 'Microsoft.RecoveryServices/*', 'Microsoft.RecoveryServices/*/read', 'Microsoft.Compute/*'];

const assignments = fc.uniqueArray(
  fc.record<Assignment>({
    role: fc.oneof(
      fc.constantFrom(...Object.values(ROLES)),
      fc.record({
        actions: fc.oneof(fc.subarray(PATTERNS, { minLength: 1 }), fc.subarray(ACTIONS, { minLength: ACTIONS.length - 2 })),
        notActions: fc.subarray(ACTIONS, { maxLength: 2 }),
      }),
    ),
    scope: fc.constantFrom('subscription', 'group', 'vault', 'machine', 'storage-account'),
  }),
  // Azure refuses to give the same role at the same scope twice.
  { maxLength: 4, selector: ({ role, scope }) => JSON.stringify([role, scope]) },
);

const allBut = (action: string): Assignment[] => [{ role: { actions: ['*'], notActions: [action] }, scope: 'subscription' }];

/**
 * What is read beforehand or besides where it may be: the policy before enabling, the item whose disks come back, the vault of a job that its own
 * region does not know.
 */
const READ_BESIDES = [
  'Microsoft.RecoveryServices/Vaults/backupPolicies/read',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/read',
  'Microsoft.RecoveryServices/Vaults/read',
];

/** Lee holds these roles and no others. */
function assign(wanted: readonly Assignment[], machine: string): Promise<void> {
  const scopes: Record<Assignment['scope'], string> = {
    subscription: PRODUCTION,
    group: GROUP,
    vault: VAULT,
    machine: vmId('OperationsRG', machine),
    'storage-account': STAGING,
  };
  const held = wanted.map(({ role, scope }) => ({ role, scope: scopes[scope] }));
  return holdRoles(contoso, LEE, held);
}

const item = `${OPERATIONS}/items/OperationsRG/AppVM1`;
const newPolicy = () => ({
  name: `Lens-${randomUUID()}`,
  kind: 'standard',
  timeZone: 'UTC',
  instantRestoreDays: 2,
  schedule: { frequency: 'daily', time: '03:00' },
  retention: { daily: { count: 30 }, weekly: null, monthly: null, yearly: null },
});

/** How each step is taken, by the API of the portal. */
const CALLS: Partial<Record<StepId, () => [method: string, path: string, body?: unknown]>> = {
  'open-vault': () => ['GET', OPERATIONS],
  'create-vault': () => {
    const more = { newResourceGroup: false, storageReplication: 'GeoRedundant', softDelete: 'Enabled' };
    const path = `${ofVault('OperationsRG', `Lens-${randomUUID().slice(0, 8)}`)}/creation/${randomUUID()}`;
    return ['PUT', path, { location: 'westeurope', ...more }];
  },
  'choose-policy': () => ['GET', `${OPERATIONS}/policies`],
  'write-policy': () => ['POST', `${OPERATIONS}/policies`, { policy: newPolicy() }],
  'delete-policy': () => ['DELETE', `${OPERATIONS}/policies/NoSuchPolicy`],
  'configure-vault': () => ['PUT', `${OPERATIONS}/configuration`, { storageReplication: 'GeoRedundant' }],
  'back-up-now': () => ['PUT', `${item}/backups/${randomUUID()}`, { retainUntil: null }],
  'stop-backup': () => ['POST', `${item}/stop`, { data: 'retain' }],
  'delete-backup-data': () => ['POST', `${item}/stop`, { data: 'delete' }],
  'resume-backup': () => ['POST', `${item}/resume`, { policyName: 'DefaultPolicy' }],
  undelete: () => ['POST', `${item}/undelete`],
  'cancel-job': () => ['POST', `${OPERATIONS}/jobs/${randomUUID()}/cancel`],
  'read-activity': () => ['GET', `${OPERATIONS}/activity`],
  'choose-point': () => ['GET', `${item}/recovery-points`],
  'restore-disks': () => {
    const where = { storageAccountId: STAGING, targetGroup: 'OperationsRG' };
    const point = points.shift();
    return ['PUT', `${point?.item}/restores/${randomUUID()}`, { edition: 'current', recoveryPointId: point?.id, ...where }];
  },
};

/** What is looked at first: no one cancels a job without seeing it. */
const SEEN_BEFORE: Partial<Record<StepId, string>> = { 'cancel-job': `${OPERATIONS}/jobs` };

const call = (method: string, path: string, body?: unknown) =>
  contoso.as('lee', path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });

/** Refused for want of rights; what one may not see is not found. */
async function isRefused(answer: Response): Promise<boolean> {
  if (answer.status === 404) return problem.parse(await answer.json()).code === 'storage-account-not-found';
  return answer.status === 403;
}

/** Whether a machine was refused for want of rights, or not even found. */
async function isEnablingRefused(machine: string): Promise<boolean> {
  const path = `${OPERATIONS}/protection/${randomUUID()}`;
  let answer = await call('PUT', path, { edition: 'current', policyName: 'DefaultPolicy', vmIds: [vmId('OperationsRG', machine)] });
  while (answer.status !== 403) {
    const [result] = protectionBatch.parse(await answer.json()).results;
    if (result?.state === 'refused') return true;
    // A machine is noted as being enabled before Azure is told; the job says that Azure has agreed.
    if (result?.jobId != null) return false;
    answer = await call('GET', path);
  }
  return true;
}

it('the lens says “allowed” exactly where the call is not answered with 403', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(assignments, async (held) => {
      expect(points.length, 'points left').toBeGreaterThan(0);
      const [machine] = unprotected;
      await assign(held, machine ?? 'LinuxVM1');
      // What a person has read is kept for a second, unless that person writes.
      await call('POST', `${OPERATIONS}/jobs/${randomUUID()}/cancel`);
      const vault = { resourceGroup: 'OperationsRG', vaultName: 'OperationsVault' };
      const places = {
        vmIds: machine === undefined ? [] : [vmId('OperationsRG', machine)],
        groups: ['OperationsRG'],
        diskGroups: ['OperationsRG'],
        storageAccountIds: [STAGING],
      };
      const question = rightsQuestion({ vault, ...places });
      const rights = z.array(stepRights).parse(await (await call('POST', `/api${PRODUCTION}/rights`, question)).json());
      const mayTake = (step: StepId) => rights.find((one) => one.step === step)?.missing.length === 0;
      for (const { step } of rights) {
        const taken = CALLS[step]?.();
        if (taken === undefined) continue;
        const before = SEEN_BEFORE[step];
        const isHidden = before !== undefined && (await isRefused(await call('GET', before)));
        expect([step, isHidden || (await isRefused(await call(...taken)))]).toEqual([step, !mayTake(step)]);
      }
      if (machine === undefined) return;
      const refused = await isEnablingRefused(machine);
      expect(['enable-backup', refused]).toEqual(['enable-backup', !mayTake('enable-backup')]);
      if (!refused) unprotected.shift();
    }),
    {
      numRuns: 12,
      examples: [...READ_BESIDES, 'Microsoft.RecoveryServices/Vaults/backupJobs/read'].map((action): [Assignment[]] => [allBut(action)]),
    },
  );
});
