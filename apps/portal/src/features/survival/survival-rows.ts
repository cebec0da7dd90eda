import type { KeySurvival } from '@tresor/contracts';
import { severityOf, SURVIVAL_STATES } from '@tresor/support-matrix';

/** What a list of machines can be narrowed to: what concerns somebody, one state, or nothing. */
export type SurvivalFilter = KeySurvival['state'] | 'trouble' | 'all';

export const SURVIVAL_FILTERS: readonly SurvivalFilter[] = ['trouble', ...SURVIVAL_STATES, 'all'];

export const isSurvivalFilter = (word: string | null): word is SurvivalFilter => SURVIVAL_FILTERS.some((filter) => filter === word);

const QUIET: readonly KeySurvival['state'][] = ['sound', 'plain'];

export const matches = ({ state }: KeySurvival, filter: SurvivalFilter): boolean =>
  filter === 'all' || (filter === 'trouble' ? !QUIET.includes(state) : state === filter);

/** Worst first; of those that are as bad, by name. */
export const worstFirst = (rows: readonly KeySurvival[]): KeySurvival[] =>
  rows.toSorted((a, b) => severityOf(a.state) - severityOf(b.state) || a.item.vmName.localeCompare(b.item.vmName));

/** How many machines stand how, worst first. */
export function countStates(rows: readonly KeySurvival[]): { state: KeySurvival['state']; count: number }[] {
  return SURVIVAL_STATES.map((one) => ({ state: one, count: rows.filter(({ state }) => state === one).length }));
}
