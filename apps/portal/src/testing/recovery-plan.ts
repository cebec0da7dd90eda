import type { RecoveryMachineView, RecoveryOutlook, RecoveryPlan } from '@tresor/contracts';
import { itemOf } from './places';

/** A machine of a recovery plan that waits for its turn; with what is another thing. */
export const recoveryMachineOf = (vmName: string, change: Partial<RecoveryMachineView> = {}): RecoveryMachineView => ({
  item: itemOf(vmName),
  wave: 1,
  tags: null,
  wanted: null,
  state: 'waiting',
  jobId: null,
  pointTime: null,
  begunAt: null,
  endedAt: null,
  refusal: null,
  stop: null,
  steps: [],
  seenAt: null,
  times: [],
  recoverySeconds: null,
  proof: null,
  ...change,
});

/** Adele’s recovery plan that nobody has started; with what is another thing. */
export const recoveryPlanOf = (machines: readonly string[], change: Partial<RecoveryPlan> = {}): RecoveryPlan => ({
  planId: '1c6f0d5e-8a0f-4c27-9d0c-0a4f0c8f6d11',
  name: 'Tonight',
  edition: 'current',
  moment: { kind: 'newest' },
  target: { kind: 'as-it-was' },
  objectives: { rtoMinutes: null, rpoMinutes: null },
  tagObjectives: [],
  rehearsal: null,
  by: { name: 'Adele Vance', username: 'adele@contoso.com' },
  at: '2026-11-24T02:00:00Z',
  revision: 1,
  changed: null,
  standing: { state: 'planned' },
  servers: 0,
  startedAt: null,
  approvals: [],
  voided: [],
  removed: null,
  machines: machines.map((name) => recoveryMachineOf(name)),
  unseen: 0,
  mayRun: true,
  mine: { isMade: false, isChanged: false, isPartlyOwn: false, isApproved: false },
  ...change,
});

/** What stands before a machine that comes back as it was: nothing; with what is another thing. */
export const recoveryOutlookOf = (vmName: string, change: Partial<RecoveryOutlook> = {}): RecoveryOutlook => ({
  item: itemOf(vmName),
  machine: 'there',
  point: { id: '1', time: '2026-11-24T02:00:00Z', tiers: ['vault'], encrypted: true, threat: null },
  hasSuspicious: false,
  verdict: { state: 'restorable', reasons: [] },
  keyChain: null,
  steps: [],
  keysWay: null,
  target: { name: vmName, group: 'VmRG', size: null, oldSize: null, zone: null },
  conflicts: [],
  locksInIsolation: false,
  unseen: [],
  subnet: null,
  leftInterface: null,
  storageAccountId: null,
  ...change,
});
