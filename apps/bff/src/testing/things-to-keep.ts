import { randomUUID } from 'node:crypto';
import { planAnswers, policyName, vaultPath, vmId as asVmId } from '@tresor/contracts';
import type { StoredGrant } from '../store/grants';
import type { RecoveryRecord } from '../store/recovery-plans';
import type { PlanRecord } from '../store/restore-plans';
import { subnetId } from './contoso-places';

export const MINUTE = 60_000;

const VAULT = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
export const machine = (name: string) =>
  asVmId.parse(`/subscriptions/${VAULT.subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${name}`);

export const newBatch = (...names: string[]) => ({
  batchId: randomUUID(),
  owner: `contoso/${randomUUID()}`,
  bodyHash: 'hash',
  request: { vault: VAULT, edition: '2017-01' as const, policyName: policyName.parse('DefaultPolicy') },
  vmIds: names.map(machine),
  startedAt: new Date().toISOString(),
});

export const newIntent = () => ({
  intentId: randomUUID(),
  owner: 'contoso/adele',
  bodyHash: 'hash',
  requestId: randomUUID(),
  sentAt: '2017-01-18T10:00:00.000Z',
});

const none = { policy: null, roles: [] };

export const newGrant = (at: string, keyVault: string = randomUUID()): StoredGrant => ({
  state: 'written',
  grantId: randomUUID(),
  tenantId: 'contoso',
  keyVault,
  by: { name: 'Adele', username: 'adele' },
  at,
  way: 'access-policy',
  permissions: ['secrets/backup'],
  added: { keys: [], secrets: ['backup'] },
  role: null,
  before: none,
  after: null,
  undone: null,
});

export const planned = (name: string): RecoveryRecord => ({
  name,
  edition: 'current',
  moment: { kind: 'newest' },
  target: { kind: 'as-it-was' },
  objectives: { rtoMinutes: null, rpoMinutes: null },
  tagObjectives: [],
  machines: [],
  by: { name: 'Adele', username: 'adele' },
  at: '2017-01-18T10:00:00.000Z',
  startedAt: null,
  revision: 1,
  changed: null,
  changedBefore: [],
  approvals: [],
  voided: [],
  removed: null,
  standing: { state: 'planned' },
  isolatedGroup: null,
  rehearsal: null,
});

export const decision = (at: string): PlanRecord => ({
  answers: planAnswers.parse({
    edition: 'current',
    machine: { name: 'Again', group: 'rg', size: 'Standard_DS2_v2', subnetId: subnetId('vnet', 'default'), publicIp: false },
    keys: null,
    policyName: null,
    letBackupIn: false,
    removeLeftovers: false,
  }),
  by: { name: 'Adele', username: 'adele' },
  at,
  given: [],
  seen: null,
  standing: { state: 'waiting', since: at },
});
