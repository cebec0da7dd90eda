import { commandOutcome, type CommandOutcome } from '@tresor/contracts';
import type { LocalAzure } from '@tresor/local-azure';
import type { Visitor } from './visitor';

/** One order that must be carried out once. */
export interface Order {
  name: string;
  /** Asks as a page does. Whether the answer is that it was carried out; undefined where it is that it certainly was not. */
  ask: (visitor: Visitor) => Promise<boolean | undefined>;
  /** How often it was carried out. */
  count: () => number | Promise<number>;
}

/** The group and the name of a machine. */
export type MachineName = readonly [group: string, vm: string];

interface Logged {
  action: string;
  resourceId: string;
  status: number;
  end?: object;
}

/** How often Azure accepted a request of this kind for what is so named, from now on. */
export function accepted(azure: LocalAzure, action: RegExp, name: string): () => number {
  const isNamed = (id: string) => id.toLowerCase().split(/[;/]/).includes(name.toLowerCase());
  const logged = () => azure.world.documents<Logged>('activity-log').list();
  const count = () =>
    logged().filter((one) => one.end === undefined && one.status < 300 && action.test(one.action) && isNamed(one.resourceId)).length;
  const before = count();
  return () => count() - before;
}

const outcome = commandOutcome.partial({ jobId: true });

const KNOWN: Partial<Record<CommandOutcome['state'], boolean>> = { started: true, checking: false, unknown: false };

/** A command that Azure would carry out as often as it is told to. */
export function once(name: string, path: string, body: object, count: Order['count']): Order {
  const ask = async (visitor: Visitor) => {
    const answer = outcome.safeParse(await visitor.tryRequest('PUT', path, body)).data;
    return answer ? KNOWN[answer.state] : false;
  };
  return { name, ask, count };
}

/** A command that is the same however often it is given: without an answer one looks whether it is so now, and gives it again where it is not. */
export function lasting(
  name: string,
  method: string,
  path: string,
  body: object,
  isSo: (visitor: Visitor) => Promise<boolean>,
  visitor: Visitor,
): Order {
  const ask = async (asking: Visitor) => {
    const answer = await asking.tryRequest(method, path, body);
    const state = outcome.safeParse(answer).data?.state;
    if (answer !== undefined && (state === undefined || state === 'started')) return true;
    // As long as no server shows it, nothing is known.
    return isSo(asking).catch(() => false);
  };
  return { name, ask, count: async () => ((await isSo(visitor)) ? 1 : 0) };
}
