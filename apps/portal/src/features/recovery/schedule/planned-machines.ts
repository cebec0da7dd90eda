import type { MachineTimes, RecoveryMachineView, RecoveryOutlook, RecoveryPlan, RecoveryTimes } from '@tresor/contracts';
import {
  TIMED_STEPS,
  assumedDuration,
  durationOfDisks,
  durationOfJobs,
  type Duration,
  type PlannedMachine,
  type TimedStep,
} from '@tresor/support-matrix';
import { keyOfItem, keyOfVault } from '../item-key';

/** A machine of a schedule, with what the durations of its steps rest on. */
export interface TimedMachine extends PlannedMachine {
  name: string;
  steps: { step: TimedStep; span: Duration }[];
}

type Machine = Pick<RecoveryMachineView, 'item' | 'wave'>;

/** How long steps take of a machine: by the past of its own and of its vault, as far as that was read. */
export type DurationOf = (step: TimedStep) => Duration;

/** `hasSnapshot`: whether the point is still there as a snapshot; null where that is not known, and anything between is. */
export function durationsBy(times: RecoveryTimes): (item: Machine['item'], hasSnapshot: boolean | null) => DurationOf {
  const ofMachine = new Map(times.machines.map((one) => [keyOfItem(one.item), one]));
  const ofVault = new Map(times.vaults.map((one) => [keyOfVault(one.vault), one]));
  return (item, hasSnapshot) => {
    const own: MachineTimes | undefined = ofMachine.get(keyOfItem(item));
    const vault = ofVault.get(keyOfVault(item));
    return (step) => {
      if (step === 'protection') return durationOfJobs(step, vault?.protections ?? []);
      if (step !== 'disks') return assumedDuration(step);
      const { restores: ofMachine = [], gibibytes = null, backup = null } = own ?? {};
      const past = { ofMachine, ofVault: vault?.restores ?? [], gibibytes, backup };
      const told = durationOfDisks({ ...past, hasSnapshot: hasSnapshot !== false });
      return hasSnapshot === null ? { ...told, high: durationOfDisks({ ...past, hasSnapshot: false }).high } : told;
    };
  };
}

/** What nobody but a person puts right: nothing is begun of the machine. */
const STOPS: ReadonlySet<RecoveryOutlook['conflicts'][number]> = new Set([
  'subscription-disabled',
  'machine-there',
  'group-missing',
  'group-locked',
  'no-storage-account',
  'no-subnet',
  'no-size',
]);

/** What a run does of a machine, step by step: what is isolated is not backed up, and a rehearsal removes everything itself. */
export function stepsTo({ target, rehearsal }: Pick<RecoveryPlan, 'target' | 'rehearsal'>): TimedStep[] {
  if (target.kind !== 'isolated') return [...TIMED_STEPS];
  return TIMED_STEPS.filter((step) => step !== 'protection' && (rehearsal === null || step !== 'after-care'));
}

/** What is planned of a machine, by what stands before it; null where it does not come back as things are. `steps`: of its plan. */
export function plannedMachine(
  machine: Machine,
  outlook: RecoveryOutlook,
  durationOf: DurationOf,
  steps: readonly TimedStep[],
): TimedMachine | null {
  const { point, keysWay, keyChain, conflicts } = outlook;
  if (point === null || conflicts.some((one) => STOPS.has(one))) return null;
  const isNeeded = (step: TimedStep) => {
    if (step === 'keys') return keysWay !== null;
    return point.encrypted || (step !== 'encryption' && step !== 'after-care');
  };
  const { item, wave } = machine;
  const links = [keyChain?.secret.state, keyChain?.key?.state];
  return {
    id: keyOfItem(item),
    name: item.vmName,
    wave,
    subscription: item.subscriptionId.toLowerCase(),
    steps: steps.filter(isNeeded).map((step) => ({ step, span: durationOf(step) })),
    // A deleted key vault comes back with everything in it.
    keys:
      keysWay === null || keyChain === null
        ? null
        : { keyVault: keyChain.secret.keyVaultId.toLowerCase(), once: keysWay === 'recover' && links.includes('vault-deleted') },
  };
}
