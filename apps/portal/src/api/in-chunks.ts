import { MOST_KEY_VAULTS } from '@tresor/contracts/limits';

/** The same in order, so many at a time. */
export const chunksOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

/** Asks about any number of key vaults, so many in each call and all calls at once; answers what each answered. Without ids one call is made. */
export const inChunks = <Id, Answer>(ids: readonly Id[], ask: (some: Id[]) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(ids.length === 0 ? [ask([])] : chunksOf(ids, MOST_KEY_VAULTS).map(ask));
