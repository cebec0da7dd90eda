import type { TimedStep } from './durations';
import { THROTTLES, type ThrottleId, type Throttle } from './limits';
import type { Span } from './span';

/** One of Azure's buckets as time passes in it, which never goes back. */
class Bucket {
  readonly #throttle: Throttle;
  #tokens: number;
  #at = 0;

  constructor(throttle: Throttle) {
    this.#throttle = throttle;
    this.#tokens = throttle.size;
  }

  /** Takes so many tokens as soon as they are there, and not before a moment. Answers when that was, in seconds. */
  take(count: number, from: number): number {
    const { size, perSecond } = this.#throttle;
    const now = Math.max(from, this.#at);
    const there = Math.min(size, this.#tokens + (now - this.#at) * perSecond);
    this.#at = now + Math.max(0, count - there) / perSecond;
    this.#tokens = Math.max(0, there - count);
    return this.#at;
  }
}

/** A machine that comes back, with the steps it still has before it, in their order. */
export interface PlannedMachine {
  id: string;
  /** Waves come one after the other, the lowest number first. */
  wave: number;
  /** By which Azure's throttles count its calls. */
  subscription: string;
  steps: readonly { step: TimedStep; span: Span }[];
  /** The key vault whose keys come back; `once`: with those of one machine all of them are back. Null where none have to. */
  keys: { keyVault: string; once: boolean } | null;
}

/** What a step of a machine waits for: an earlier wave, keys of the same key vault that come back for another machine, or a throttle. */
export type Wait = 'wave' | 'key-vault' | ThrottleId;

/** A step of a machine from when to when, in seconds from the beginning. */
export interface Bar {
  machine: string;
  step: TimedStep;
  start: number;
  end: number;
  /** What it followed; null: the beginning. */
  after: Bar | null;
  /** What held it up beyond that; null where nothing did. */
  wait: Wait | null;
}

type Calls = Readonly<Partial<Record<ThrottleId, number>>>;

/**
 * Calls to Azure that a machine takes at the least: to have its disks restored, as it was counted of machines whose keys had to come back, and for all
 * that follows, which is estimated low: 419 reads and 85 calls of Key Vault were counted, most of them looks at what takes longer, and those become
 * rarer the more there is to look at.
 */
export const CALLS = {
  begin: { 'arm-reads': 13, 'arm-writes': 1, 'key-vault-calls': 10 },
  rest: { 'arm-reads': 120, 'arm-writes': 3, 'key-vault-calls': 40 },
} as const satisfies Readonly<Record<string, Calls>>;

type Kind = keyof Span;

class Times {
  readonly #kind: Kind;
  readonly #buckets = new Map<string, Bucket>();
  readonly bars: Bar[] = [];

  constructor(kind: Kind) {
    this.#kind = kind;
  }

  /** When the calls are through that a machine takes, and which throttle was the last to let them. */
  #through({ subscription, keys }: PlannedMachine, calls: Calls, from: number): { at: number; wait: ThrottleId | null } {
    let [at, wait]: [number, ThrottleId | null] = [from, null];
    for (const id of ['arm-reads', 'arm-writes', 'key-vault-calls'] as const) {
      const place = THROTTLES[id].of === 'subscription' ? subscription : keys?.keyVault;
      if (place === undefined) continue;
      const key = `${id} ${place}`;
      const bucket = this.#buckets.get(key) ?? new Bucket(THROTTLES[id]);
      this.#buckets.set(key, bucket);
      const passed = bucket.take(calls[id] ?? 0, from);
      if (passed > at) [at, wait] = [passed, id];
    }
    return { at, wait };
  }

  /** Lets some steps of a machine follow each other. Answers the last of them; what was before where there are none. */
  run(machine: PlannedMachine, steps: PlannedMachine['steps'], calls: Calls, from: { at: number; after: Bar | null; wait: Wait | null }) {
    if (steps.length === 0) return from.after;
    const { at, wait } = this.#through(machine, calls, from.at);
    let [start, after, held] = [at, from.after, wait ?? from.wait];
    for (const { step, span } of steps) {
      const bar: Bar = { machine: machine.id, step, start, end: start + span[this.#kind], after, wait: held };
      this.bars.push(bar);
      [start, after, held] = [bar.end, bar, null];
    }
    return after;
  }
}

interface Ready {
  machine: PlannedMachine;
  disks: Bar | null;
}

const endOf = (bar: Bar | null) => bar?.end ?? 0;
const latest = (bars: readonly (Bar | null)[]) => bars.reduce((last, bar) => (endOf(bar) > endOf(last) ? bar : last), null);

/** Once a machine has taken these, the next wave need not wait for it. */
const UP: ReadonlySet<TimedStep> = new Set(['disks', 'keys', 'machine', 'encryption']);

/**
 * When every step of every machine is taken, the way a run goes about it: all disks at once, as fast as the throttles let them be asked for; then
 * wave by wave, in each as the disks arrive, the keys of one key vault for one machine at a time. `kind`: whether everything takes as little,
 * as much as is to be expected, or as much as it can. Bars in the order in which they were found; seconds from the beginning. Never throws.
 */
export function scheduleOf(machines: readonly PlannedMachine[], kind: Kind = 'expected'): Bar[] {
  const times = new Times(kind);
  const inWaves = machines.toSorted((a, b) => a.wave - b.wave);
  const begun = inWaves.map((machine): Ready => {
    const disks = machine.steps.filter(({ step }) => step === 'disks');
    return { machine, disks: times.run(machine, disks, CALLS.begin, { at: 0, after: null, wait: null }) };
  });
  const keysBack = new Map<string, Bar>();
  let gate: Bar | null = null;
  for (const wave of new Set(inWaves.map(({ wave: one }) => one))) {
    const waiting = new Set(begun.filter(({ machine }) => machine.wave === wave));
    const up: (Bar | null)[] = [gate];
    while (waiting.size > 0) {
      const next = [...waiting].map((one) => startOf(one, gate, keysBack)).reduce((first, one) => (one.at < first.at ? one : first));
      waiting.delete(next.ready);
      up.push(goOn(times, next, keysBack));
    }
    gate = latest(up);
  }
  return times.bars;
}

interface Start {
  ready: Ready;
  at: number;
  after: Bar | null;
  wait: Wait | null;
}

/** When the rest of a machine can begin, and after what. */
function startOf(ready: Ready, gate: Bar | null, keysBack: ReadonlyMap<string, Bar>): Start {
  const { machine, disks } = ready;
  const sameKeys = machine.keys ? (keysBack.get(machine.keys.keyVault) ?? null) : null;
  const after = latest([disks, gate, sameKeys]);
  const wait = after === null || after === disks ? null : after === sameKeys ? 'key-vault' : 'wave';
  return { ready, at: endOf(after), after, wait };
}

/** Answers the step with which the machine is up. */
function goOn(times: Times, { ready: { machine }, ...from }: Start, keysBack: Map<string, Bar>): Bar | null {
  const { keys } = machine;
  const isBack = keys?.once === true && keysBack.has(keys.keyVault);
  const steps = machine.steps.filter(({ step }) => step !== 'disks' && !(isBack && step === 'keys'));
  const before = times.bars.length;
  const last = times.run(machine, steps, CALLS.rest, from);
  const taken = times.bars.slice(before);
  const back = taken.find(({ step }) => step === 'keys');
  if (keys && back) keysBack.set(keys.keyVault, back);
  return taken.findLast(({ step }) => UP.has(step)) ?? (taken.length === 0 ? last : from.after);
}
