import { beginning, step } from './model';
import type { Command, Outcome, State } from './model';

/** A command of one client, and when it was sent and answered. */
export interface Event {
  command: Command;
  outcome: Outcome;
  sent: number;
  answered: number;
}

const isSame = (one: Outcome, other: Outcome): boolean => one.status === other.status && one.shown === other.shown;

/**
 * Whether some order of the events explains them all: each at one moment between its question and its answer, each outcome as the
 * model says. The search is that of Wing and Gong, over what each client has still to do.
 */
export function isExplained(histories: readonly (readonly Event[])[]): boolean {
  const hopeless = new Set<string>();

  function search(places: readonly number[], state: State): boolean {
    const next = histories.map((history, client) => history[places[client] ?? 0]);
    if (next.every((event) => event === undefined)) return true;
    const key = JSON.stringify([places, state]);
    if (hopeless.has(key)) return false;
    const deadline = Math.min(...next.map((event) => event?.answered ?? Infinity));
    const found = next.some((event, client) => {
      if (!event || event.sent > deadline) return false;
      const [after, outcome] = step(state, event.command);
      return isSame(outcome, event.outcome) && search(places.with(client, (places[client] ?? 0) + 1), after);
    });
    if (!found) hopeless.add(key);
    return found;
  }

  return search(
    histories.map(() => 0),
    beginning,
  );
}
