import { randomUUID } from 'node:crypto';
import { commandOutcome, itemDetails, policy, vaultConfiguration, vaultGuard, type VaultGuard } from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { setServiceEdition } from '../../../../../packages/local-azure/src/providers/recovery-services/backup-service';
import { asker } from '../../testing/ask';
import { IGNITE, OPERATIONS, PRODUCTION } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { holdRoles } from '../../testing/hold-roles';
import { LEE } from '../../testing/probes/stage';
import { askRights } from '../../testing/rights-question';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const patti = { person: 'patti' };

const GUARD = `${PRODUCTION}/resourceGroups/GuardRG/providers/Microsoft.DataProtection/resourceGuards/ContosoResourceGuard`;
const VAULT = `${PRODUCTION}/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;
const APP = `${OPERATIONS}/items/OperationsRG/AppVM1`;
const MINUTE = 60_000;

/** What somebody does with other tools than ours. */
const elsewhere = (person: string, method: 'GET' | 'PUT' | 'PATCH', path: string, body?: unknown) =>
  direct(contoso.azure, person, method, `${path}?api-version=2020-10-01`, body);

beforeEach(async () => {
  contoso = await startContoso();
  await elsewhere('adele', 'PUT', `${VAULT}/backupResourceGuardProxies/VaultProxy`, { properties: { resourceGuardResourceId: GUARD } });
});
afterEach(() => contoso[Symbol.asyncDispose]());

const guardOf = (person: string): Promise<VaultGuard | null> => ask.get(vaultGuard.nullable(), `${OPERATIONS}/guard`, { person });
const stop = (data: 'retain' | 'delete') => ask.send(commandOutcome, 'POST', `${APP}/stop`, { data }, patti);
const refusalToStop = (data: 'retain' | 'delete') => ask.refusal('POST', `${APP}/stop`, { data }, patti);

const requested = z.object({ properties: z.object({ approvalId: z.string() }) });
const REQUESTS = `${GUARD}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests`;

async function askForRole(): Promise<string> {
  const { body } = await elsewhere('patti', 'PUT', `${REQUESTS}/${randomUUID()}`, {
    properties: {
      requestType: 'SelfActivate',
      principalId: '4eaf7c91-c305-4db6-9148-f906c35d2e74',
      roleDefinitionId: '/providers/Microsoft.Authorization/roleDefinitions/f54b6d04-23c6-443e-b462-9c16ab7b4a52',
      justification: 'CHG-4711',
      scheduleInfo: { expiration: { type: 'AfterDuration', duration: 'PT1H' } },
    },
  });
  return requested.parse(body).properties.approvalId;
}

const approve = (approval: string) =>
  elsewhere('adele', 'PATCH', `${approval}/stages/${approval.split('/').at(-1) ?? ''}`, { properties: { reviewResult: 'Approve' } });

/** What is read is kept for a second. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read);

const rightsOf = (person: string) => askRights(ask, { vault: { resourceGroup: 'OperationsRG', vaultName: 'OperationsVault' } }, { person });

const missingFor = async (person: string, wanted: string) => (await rightsOf(person)).find(({ step }) => step === wanted)?.missing;

async function missingOnGuard(person: string) {
  return (await rightsOf(person)).flatMap(({ step, missing }) =>
    missing.flatMap(({ scope, roles, eligible }) => (scope === GUARD ? [{ step, roles, eligible: eligible.map(({ role }) => role) }] : [])),
  );
}

describe('the Resource Guard of a vault', () => {
  it('is told with what it protects, who may give the role on it and what its owner says', async () => {
    expect(await guardOf('patti')).toEqual({
      id: GUARD,
      name: 'ContosoResourceGuard',
      description: expect.stringContaining('Adele Vance approves.'),
      protects: ['stop-backup', 'delete-backup-data', 'weaken-policy', 'turn-off-soft-delete'],
      until: null,
      waitingSince: null,
      givers: ['Adele Vance'],
    });
  });

  it('is none where the vault has none', async () => {
    expect(await ask.get(vaultGuard.nullable(), `${IGNITE}/guard`)).toBeNull();
  });

  it('is part of what a person needs for the steps that it protects, and of no others', async () => {
    const lacking = { roles: ['Backup MUA Operator'], eligible: ['Backup MUA Operator'] };
    expect(await missingOnGuard('patti')).toEqual(
      ['turn-off-soft-delete', 'weaken-policy', 'stop-backup', 'delete-backup-data'].map((step) => ({ step, ...lacking })),
    );
    expect(await missingOnGuard('adele')).toEqual([]);
  });
});

describe('deleting data in a guarded vault', () => {
  const item = 'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems';
  const mayDelete = ['*/read', `${item}/delete`];
  const unlock = 'Microsoft.RecoveryServices/Vaults/backupResourceGuardProxies/unlockDelete/action';
  const onGuard = { role: 'f54b6d04-23c6-443e-b462-9c16ab7b4a52', scope: GUARD };

  it.each([
    ['the right to unlock it', [{ role: { actions: mayDelete }, scope: PRODUCTION }, onGuard], 'forbidden'],
    ['a right on the guard', [{ role: { actions: [...mayDelete, unlock] }, scope: PRODUCTION }], 'guard-approval-missing'],
  ])('is refused without %s, and the lens says so', async (_, held, code) => {
    await holdRoles(contoso, LEE, held);
    expect(await missingFor('lee', 'delete-backup-data')).toHaveLength(1);
    expect(await ask.refusal('POST', `${APP}/stop`, { data: 'delete' }, { person: 'lee' })).toBe(code);
  });

  it('takes both, and then the lens says so, too', async () => {
    await holdRoles(contoso, LEE, [{ role: { actions: [...mayDelete, unlock] }, scope: PRODUCTION }, onGuard]);
    expect(await missingFor('lee', 'delete-backup-data')).toEqual([]);
    const done = await ask.send(commandOutcome, 'POST', `${APP}/stop`, { data: 'delete' }, { person: 'lee' });
    expect(done.state).toBe('started');
  });
});

describe('what a Resource Guard protects', () => {
  it('is refused to one who has no approval, and nothing is changed', async () => {
    expect(await refusalToStop('delete')).toBe('guard-approval-missing');
    expect(await refusalToStop('retain')).toBe('guard-approval-missing');
    setServiceEdition(contoso.azure.world, '2017-01');
    const softDelete = await ask.refusal('PUT', `${OPERATIONS}/configuration`, { softDelete: 'Disabled' }, patti);
    expect(softDelete).toBe('guard-approval-missing');
    expect(await ask.get(itemDetails, APP)).toMatchObject({ deletedAt: null, policyName: 'LongTermPolicy' });
    expect(await ask.get(vaultConfiguration, `${OPERATIONS}/configuration`)).toMatchObject({ softDelete: 'Enabled' });
  });

  it('is done by one whose request somebody else approved, until the role ends', async () => {
    const approval = await askForRole();
    await eventually(async () => (await guardOf('patti'))?.waitingSince).not.toBeNull();
    expect(await refusalToStop('delete')).toBe('guard-approval-missing');
    await approve(approval);
    takeEffect(contoso.azure);
    await eventually(async () => (await guardOf('patti'))?.until).not.toBeNull();
    expect((await guardOf('patti'))?.waitingSince).toBeNull();
    expect(await missingOnGuard('patti')).toEqual([]);
    expect(await stop('delete')).toMatchObject({ state: 'started' });
    contoso.azure.advance(61 * MINUTE);
    takeEffect(contoso.azure);
    await eventually(async () => (await guardOf('patti'))?.until).toBeNull();
    const again = await ask.refusal('POST', `${OPERATIONS}/items/OperationsRG/AppVM2/stop`, { data: 'delete' }, patti);
    expect(again).toBe('guard-approval-missing');
  });

  it('is a policy only where it gets weaker', async () => {
    const {
      name: _,
      protectedItems: __,
      ...before
    } = (await ask.get(z.array(policy), `${OPERATIONS}/policies`)).find(({ name }) => name === 'DefaultPolicy') ?? {
      name: '',
      protectedItems: 0,
    };
    const keep = (count: number) => ({ ...before, retention: { daily: { count }, weekly: null, monthly: null, yearly: null } });
    const change = { before, after: keep(60) };
    await ask.send(policy, 'PUT', `${OPERATIONS}/policies/DefaultPolicy`, change, patti);
    contoso.azure.advance(10 * MINUTE);
    const weaker = { before: keep(60), after: keep(7) };
    expect(await ask.refusal('PUT', `${OPERATIONS}/policies/DefaultPolicy`, weaker, patti)).toBe('guard-approval-missing');
    await ask.send(policy, 'PUT', `${OPERATIONS}/policies/DefaultPolicy`, weaker, { person: 'adele' });
  });
});
