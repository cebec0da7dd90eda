import type { ItemPath, RecoveryCapacity, RecoveryMachineView, RecoveryOutlook, RestoreStep } from '@tresor/contracts';
import { restoreStep } from '@tresor/contracts';
import { nameOf, sameName } from '@tresor/support-matrix';

/** What keeps a machine from coming to the end of its restore: nothing of it can be begun, cores are too few, or a step waits. */
export type Obstacle =
  | { kind: 'not-begun'; why: string }
  | { kind: 'quota' }
  | { kind: 'asks'; why: string }
  | { kind: 'step'; step: RestoreStep; places: string[] };

/** What is said of a machine before the press: what it is up against, and what a person will be asked for if its disks turn out so. */
interface Promised {
  first: Obstacle | null;
  perhaps: Obstacle[];
}

/** Conflicts for which nothing is begun, in the order in which a run looks for them, as it calls them. */
const NOT_BEGUN = {
  'machine-there': 'machine-there',
  'no-storage-account': 'storage-account-not-found',
  'unmanaged-disks': 'unmanaged-disks',
  'group-missing': 'resource-group-not-found',
} as const;

/** By what the table of a plan shows, and its quotas. */
export function promisedBy(outlook: RecoveryOutlook, { quotas }: Pick<RecoveryCapacity, 'quotas'>): Promised {
  const { point, verdict, conflicts, steps, unseen, item } = outlook;
  const perhaps = (['application', 'untold-disks'] as const)
    .filter((one) => unseen.includes(one))
    .map((why): Obstacle => ({ kind: 'asks', why }));
  const is = (first: Obstacle): Promised => ({ first, perhaps });
  if (conflicts.includes('machine-there')) return is({ kind: 'not-begun', why: NOT_BEGUN['machine-there'] });
  if (point === null) return is({ kind: 'not-begun', why: verdict === null ? 'never-backed-up' : 'blocked' });
  const closed = steps.filter(({ state }) => state !== 'open' && state !== 'not-needed');
  const atStep = (step: RestoreStep): Obstacle => ({
    kind: 'step',
    step,
    places: closed
      .filter((one) => one.step === step)
      .flatMap(({ missing, needs }) => [...missing.map(({ scope }) => nameOf(scope)), ...placesOf(needs)]),
  });
  // Rights are looked for before anything else.
  if (closed[0]?.step === 'disks') return is(atStep('disks'));
  for (const [conflict, why] of Object.entries(NOT_BEGUN))
    if (conflicts.some((one) => one === conflict)) return is({ kind: 'not-begun', why });
  const isRefused = quotas.some(({ refused }) => refused.some((one) => isSame(one, item)));
  const isBeforeMachine = closed[0] !== undefined && restoreStep.options.indexOf(closed[0].step) < restoreStep.options.indexOf('machine');
  if (isRefused && !isBeforeMachine) return is({ kind: 'quota' });
  return { first: closed[0] ? atStep(closed[0].step) : null, perhaps };
}

const isSame = (one: ItemPath, other: ItemPath) => sameName(one.vmName, other.vmName) && sameName(one.vmGroup, other.vmGroup);

/** The steps of a restore that rights are for. */
const STEP_OF_RIGHT: Readonly<Record<string, RestoreStep>> = {
  'restore-disks': 'disks',
  'restore-keys': 'keys',
  'recover-keys': 'keys',
  'create-key-vault': 'keys',
  'create-machine': 'machine',
  'move-keys': 'machine',
  'move-vhd-keys': 'machine',
  'renew-encryption': 'encryption',
  'protect-restored': 'protection',
  'back-up-now': 'protection',
  'remove-leftovers': 'after-care',
};

const ASKS: Readonly<Record<string, string>> = { 'application-needed': 'application', 'disks-untold': 'untold-disks' };

const placesOf = (needs: readonly { at: readonly string[] }[]): string[] => needs.flatMap(({ at }) => at.map(nameOf));

/** How a machine of the run ended; null: it came to the end. @throws where it has not ended */
export function cameOf({ state, jobId, refusal, stop, item }: RecoveryMachineView): Obstacle | null {
  if (state === 'done') return null;
  if (stop) {
    const why = ASKS[stop.reason];
    return why === undefined ? { kind: 'step', step: stop.step, places: placesOf(stop.needs) } : { kind: 'asks', why };
  }
  if (!refusal) throw new Error(`${item.vmName} has not ended: ${state}`);
  const { code, faults, needs } = refusal;
  if (faults.length > 0 && faults.every(({ fault }) => fault === 'quota')) return { kind: 'quota' };
  const steps = faults.flatMap(({ field, fault }) => (field === 'rights' ? (STEP_OF_RIGHT[fault] ?? []) : field === 'policy' ? fault : []));
  const [step] = restoreStep.options.filter((one) => steps.some((other) => other === one));
  if (step) return { kind: 'step', step, places: [] };
  if (jobId === null && code === 'forbidden') return { kind: 'step', step: 'disks', places: [] };
  // Without the disks in sight the machine cannot be planned.
  if (jobId !== null && needs.length > 0) return { kind: 'step', step: 'machine', places: placesOf(needs) };
  return { kind: 'not-begun', why: code };
}

/** Whether what came is what was promised: the first obstacle at the places that were named, or a person is asked for what was said to be possible. */
export function isKept({ first, perhaps }: Promised, came: Obstacle | null): boolean {
  if (came === null) return first === null;
  return [...perhaps, ...(first ? [first] : [])].some((named) => isSameObstacle(named, came));
}

function isSameObstacle(named: Obstacle, came: Obstacle): boolean {
  if (named.kind === 'step' && came.kind === 'step')
    return named.step === came.step && came.places.every((place) => named.places.some((one) => sameName(one, place)));
  return 'why' in named && 'why' in came
    ? named.kind === came.kind && named.why === came.why
    : named.kind === came.kind && !('step' in named);
}
