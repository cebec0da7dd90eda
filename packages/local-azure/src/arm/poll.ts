import { at, record, text } from '../world/json';
import type { World } from '../world/world';
import type { ArmAnswer, ArmError, Invoke, Principal } from './route';

/** Where an answer says that one can look what becomes of it; undefined where it is the end. */
export function pollPathOf({ headers = {} }: ArmAnswer): string | undefined {
  const url = headers['Azure-AsyncOperation'] ?? headers['Location'];
  if (url === undefined) return undefined;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

export interface OperationEnd {
  /** Null: it succeeded. */
  error: { code: string; message: string } | null;
}

const GOES_ON: ReadonlySet<string> = new Set(['inprogress', 'running', 'accepted']);

/**
 * Looks what became of an operation; undefined while it goes on.
 * @throws ArmError where there is nothing to look at
 */
export function endOf(world: World, invoke: Invoke, principal: Principal, pollPath: string): OperationEnd | undefined {
  const { status, body } = invoke(world, principal, 'GET', pollPath);
  const word = text(at(body, 'status'))?.toLowerCase() ?? '';
  if (status === 202 || GOES_ON.has(word)) return undefined;
  if (word !== 'failed' && word !== 'canceled') return { error: null };
  const { code, message } = record(at(body, 'error'));
  return { error: { code: text(code) ?? 'Failed', message: text(message) ?? '' } };
}

/** A refusal as it stands in what an operation came to. */
export const errorOf = ({ code, message }: ArmError) => ({ code, message });
