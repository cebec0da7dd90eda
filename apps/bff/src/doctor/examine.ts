import { CHECK_IDS, isFinding, wordsOf, type CheckId, type CheckResult } from '@tresor/contracts/doctor';
import { UpstreamFailure } from '../azure/connection/upstream-failure';
import { Problem } from '../problem';
import { NotSeen, type Check, type Visit, type Checks } from './check';
import { azure } from './checks/azure';
import { front } from './checks/front';
import { network } from './checks/network';
import { person } from './checks/person';
import { settings } from './checks/settings';
import { signIn } from './checks/sign-in';
import { registrations } from './checks/registrations';
import { store } from './checks/store';

/** Every check there is. */
const ALL: Checks<CheckId> = { ...settings, ...front, ...network, ...signIn, ...registrations, ...azure, ...person, ...store };

const LONGEST_MS = 20_000;
/** All checks together, however many wait for one another. */
const LONGEST_ALL_MS = 110_000;

/** What failed, in words of ours: what a failure itself says may quote anything. */
function failureWord(error: unknown): string {
  if (error instanceof Problem) return error.code;
  if (error instanceof UpstreamFailure) return error.message;
  return error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'unknown';
}

async function inTime<T>(work: Promise<T>, longestMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotSeen('time')), longestMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function judge<Id extends CheckId>(check: Id, { look }: Check<Id>, visit: Visit, longestMs: number): Promise<CheckResult> {
  try {
    const { verdict, values = {} } = await inTime(Promise.resolve(look(visit)), longestMs);
    return { check, verdict, values };
  } catch (error) {
    if (error instanceof NotSeen) return { check, unseen: error.unseen, value: error.value };
    return { check, unseen: 'failed', value: failureWord(error) };
  }
}

/** The check at the root of a result that says nothing of its own, or the result's own where it is broken. */
function brokenBy(result: CheckResult): string | undefined {
  if (result.unseen === 'after') return result.value;
  return isFinding(wordsOf(result)) ? result.check : undefined;
}

/** Looks at everything at once, as far as one thing does not need another; results come as they are there, the last after `longestMs` at the latest. */
export async function* examine(visit: Visit, longestMs = LONGEST_ALL_MS): AsyncGenerator<CheckResult, void> {
  const until = performance.now() + longestMs;
  const known = new Map<CheckId, Promise<CheckResult>>();
  const { person, config } = visit;

  async function decide(id: CheckId): Promise<CheckResult> {
    const { after, ofPerson = false, cloudOnly = false } = ALL[id];
    if (cloudOnly && config.mode === 'local') return { check: id, unseen: 'local', value: '' };
    if (ofPerson && !person) return { check: id, unseen: 'person', value: '' };
    const root = (await Promise.all(after.map(resultOf))).map(brokenBy).find((found) => found !== undefined);
    if (root !== undefined) return { check: id, unseen: 'after', value: root };
    return judge(id, ALL[id], visit, Math.max(0, Math.min(LONGEST_MS, until - performance.now())));
  }

  function resultOf(id: CheckId): Promise<CheckResult> {
    const found = known.get(id) ?? decide(id);
    known.set(id, found);
    return found;
  }

  const waiting = new Map(CHECK_IDS.map((id) => [id, resultOf(id)]));
  while (waiting.size > 0) {
    const result = await Promise.race(waiting.values());
    waiting.delete(result.check);
    yield result;
  }
}
