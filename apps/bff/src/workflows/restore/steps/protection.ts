import type { ProtectedRestored, VaultPath } from '@tresor/contracts';
import { isBackedUp, type Edition } from '@tresor/support-matrix';
import type { AzureSession } from '../../../azure/connection/azure';
import { seeBackupOperation } from '../../../azure/items/backup-operation';
import { requireGoingOn } from '../../../azure/items/job-of-operation';
import { containerOf, protectMachine } from '../../../azure/items/protection';
import { isByPolicy, isNamed } from '../../../azure/jobs/job-details';
import { listContainerJobs } from '../../../azure/jobs/jobs';
import { UpstreamFailure } from '../../../azure/connection/upstream-failure';
import { seen } from '../../../facts';
import { Problem } from '../../../problem';
import type { CommandRecord } from '../../record/command-record';
import { requireStanding } from '../journey/journey';
import { readToldJourney } from '../journey/plain-disks';
import { keepKeyVaults } from './keep-key-vaults';
import { judgeRestored, type ProtectionBar } from '../journey/judge-restored';
import { findOwnItem, type Protection } from '../journey/protection-state';
import { DONE, state, type State } from './state';

/** Where the backup of the new machine stands; a rule may forbid it, or another vault have begun it. */
export const protectionStep =
  (protection: Protection['state']) =>
  (bar: ProtectionBar | null): State => {
    if (bar === null) return PROTECTION[protection];
    return state('blocked', refusalBy(bar));
  };

const refusalBy = ({ ruleId }: ProtectionBar) => (ruleId === 'protected-by-another-vault' ? 'protected-elsewhere' : 'protection-refused');

const PROTECTION: Readonly<Record<Protection['state'], State>> = {
  protected: DONE,
  enabling: state('running', 'protection-running'),
  unproven: state('ready', 'first-backup-missing', 'back-up-now'),
  'snapshot-only': state('ready', 'first-backup-snapshot', 'back-up-now'),
  'backing-up': state('running', 'first-backup-running'),
  'backup-failed': state('failed', 'first-backup-failed', 'back-up-now'),
  failing: state('failed', 'latest-backup-failed', 'back-up-now'),
  none: state('ready', 'not-protected', 'protect'),
  stopped: state('ready', 'protection-stopped', 'protect'),
  deleted: state('blocked', 'backup-data-deleted'),
};

const UNPROTECTED: readonly Protection['state'][] = ['none', 'stopped'];

/** Protects the restored machine by a policy, or its stopped item again. Anyone who asks while another does just that is answered by that one's job. */
export async function protectRestored(
  record: CommandRecord,
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
  { edition, policyName }: { edition: Edition; policyName: string },
): Promise<ProtectedRestored> {
  const journey = requireStanding(await readToldJourney(record, session, vault, jobId));
  const { held, chain, pairedRegion } = journey;
  const [machine, protection] = [seen(journey.machine), seen(journey.protection)];
  if (machine?.provisioning !== 'done') throw new Problem('machine-not-ready');
  if (protection.state === 'deleted') throw new Problem('item-deleted');
  const isBegun = () => isProtectedBy(session, vault, machine.id, policyName);
  if (protection.state === 'enabling') {
    if (await isBegun()) return { state: 'started', unprotected: [] };
    throw new Problem('conflict');
  }
  if (!UNPROTECTED.includes(protection.state)) return { state: 'not-needed', unprotected: [] };
  const bar = await judgeRestored(session, { vault, machine, held, chain, pairedRegion }, edition);
  if (bar !== null) throw new Problem(refusalBy(bar));
  const unprotected = await keepKeyVaults(session, journey);
  try {
    const id = await protectMachine(session, vault, machine.id, policyName);
    const operation = id ? await seeBackupOperation(session, vault, { id, region: null }) : undefined;
    if (operation) requireGoingOn(operation);
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    const { status, afterDoubt } = error.details;
    // It met its own first attempt, which no list need show yet.
    if (status === 409 && afterDoubt) return { state: 'started', unprotected };
    const mayBegin = error.inDoubt || status === 409;
    if (!mayBegin || !(await isBegun().catch(() => false))) throw error;
  }
  return { state: 'started', unprotected };
}

/** Whether the vault protects a machine by this policy, or is about to. */
async function isProtectedBy(session: AzureSession, vault: VaultPath, machineId: string, policyName: string): Promise<boolean> {
  const item = await findOwnItem(session, vault, machineId);
  if (item && isBackedUp(item)) return isNamed(item.policyName, policyName);
  const jobs = await listContainerJobs(session, vault, 'ConfigureBackup', containerOf(machineId));
  const running = jobs.find(({ status }) => status === 'InProgress');
  return running !== undefined && isByPolicy(session, vault, running.id, policyName);
}
