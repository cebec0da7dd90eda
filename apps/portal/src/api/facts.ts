import type { Fact } from '@tresor/contracts';

/** What the signed-in person may see of a fact; undefined where that is nothing. */
export const inSight = <Value>(fact: Fact<Value> | undefined): Value | undefined => (fact?.state === 'known' ? fact.value : undefined);
