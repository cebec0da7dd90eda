import type { Fact, JobDetails, KeptFile, KeyLink, MachineSetting, ReadNeed, Restore, SeenThing } from '@tresor/contracts';
import { inSight } from '../../facts';
import { own } from '../../own';

/** Something that Azure showed, to be written down. */
export interface Seen {
  what: SeenThing;
  facts: Record<string, string>;
}

type Value = string | number | boolean | null | undefined;

/** What is not told has no entry. */
const seen = (what: SeenThing, values: Readonly<Record<string, Value>>): Seen => ({
  what,
  facts: Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]))),
});

/** What may be looked at by those alone who have a right. */
function ofFact<Known>(what: SeenThing, fact: Fact<Known>, toValues: (known: Known) => Readonly<Record<string, Value>>): Seen {
  if (fact.state === 'known') return seen(what, toValues(fact.value));
  const [{ right, at }] = fact.needs;
  return seen(what, { hidden: right, at: at[0] });
}

/** What Azure shows of a restore, as the steps and checks of the journey read it. */
export function seeRestore(restore: Restore): Seen[] {
  const {
    recoveryPointId,
    recoveryPointTime,
    osType,
    encrypted,
    pass,
    keyChain,
    machineId,
    disks,
    protection,
    steps,
    tried,
    keptLeftovers,
  } = restore;
  return [
    // One that is gone takes nothing back of what it told.
    ...(recoveryPointId === null ? [] : [seen('point', { id: recoveryPointId, time: recoveryPointTime, osType, encrypted, pass })]),
    ...(keyChain ? [seen('secret', ofLink(keyChain.secret)), ...(keyChain.key ? [seen('key', ofLink(keyChain.key))] : [])] : []),
    ofFact('disks', disks, (names) => ({ count: names.length, names: names.join(', ') })),
    ofFact('machine', machineId, (id) => ({ id: id ?? 'none' })),
    ofFact('protection', protection, ({ newestPoint, jobId, ruleId }) => ({ newestPoint: newestPoint ?? 'none', jobId, ruleId })),
    ...steps.map(({ step, state, reason, needs: [need] }) =>
      seen('step', {
        step,
        state,
        reason,
        hidden: need?.right,
        at: need?.at[0],
        ...(reason === 'leftovers-kept' && ofKept(inSight(keptLeftovers, null) ?? [])),
      }),
    ),
    ...tried.map(({ step, code, message, disks: named }) => seen('tried', { step, code, message, disks: named.join(', ') || null })),
  ];
}

/** Deleted files that can be brought back, and until when at the latest; no moment where some have no end. */
const ofKept = (kept: readonly KeptFile[]) => ({
  kept: kept.map(({ name }) => name).join(', '),
  until: kept.some(({ until }) => until === null)
    ? null
    : kept
        .flatMap(({ until }) => until ?? [])
        .toSorted()
        .at(-1),
});

/** What somebody, or our server, was not let see of a key. */
const UNSEEN: Partial<Record<KeyLink['state'], ReadNeed['right']>> = { unreadable: 'read-keys', firewalled: 'pass-firewall' };

/** Its versioned URL names key vault, key and version; of what is in it nothing is here. */
function ofLink({ url, version, keyVaultId, state, expires }: KeyLink): Readonly<Record<string, Value>> {
  const right = UNSEEN[state];
  return { url, version, keyVaultId, ...(right === undefined ? { state, expires } : { hidden: right, at: keyVaultId }) };
}

/** Its job, with the tasks and times Azure tells. */
export const seeJob = ({
  id,
  operation,
  status,
  startTime,
  endTime,
  durationSeconds,
  correlationId,
  errors,
  tasks,
}: JobDetails): Seen[] => [
  seen('job', {
    id,
    operation,
    status,
    startTime,
    endTime,
    // Of one that runs it is another at each look.
    durationSeconds: endTime === null ? null : durationSeconds,
    activityId: correlationId,
    error: errors[0]?.code,
    message: errors[0]?.message,
  }),
  ...tasks.map(({ name, status: state, startTime: begun, endTime: ended, details }) =>
    seen('task', { name, status: state, startTime: begun, endTime: ended, details }),
  ),
];

/** What the old machine had and the new one has; whether the one who looks may change it is no part of that. */
export const seeSettings = (
  settings: readonly MachineSetting[],
  { vmId, storageAccountName }: Pick<Restore, 'vmId' | 'storageAccountName'>,
): Seen[] =>
  settings.map(({ aspect, old, new: now, state, reason }) => {
    const shown = { aspect, new: now.join(', ') };
    if (old !== null) return seen('setting', { ...shown, old: old.join(', '), state: state === 'same' ? 'same' : 'different' });
    if (reason === 'not-visible') return seen('setting', { ...shown, hidden: 'read-machines', at: vmId });
    if (reason === 'firewalled') return seen('setting', { ...shown, hidden: 'pass-storage-firewall', at: storageAccountName });
    return seen('setting', shown);
  });

/** An operation of the activity log. */
export interface SeenOperation {
  id: string;
  operation: string;
  status: string;
  resource: string | null;
  correlationId: string | null;
  operationId: string | null;
  at: string;
}

export const seeOperations = (operations: Fact<SeenOperation[]>): Seen[] =>
  operations.state === 'known'
    ? operations.value.map((one) => seen('operation', { ...one }))
    : [ofFact('operation', operations, () => ({}))];

/** By what a thing is the same at the next look. */
const NAMED_BY: Partial<Record<SeenThing, string>> = { task: 'name', step: 'step', tried: 'step', setting: 'aspect', operation: 'id' };

export const keyOfSeen = ({ what, facts }: Seen): string => {
  const by = NAMED_BY[what];
  return by === undefined ? what : `${what} ${own(facts, by) ?? ''}`;
};

export const isHidden = ({ facts }: Seen): boolean => 'hidden' in facts;
