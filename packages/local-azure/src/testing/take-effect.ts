import type { LocalAzure } from '../start';
import { DELAYS } from '../world/time/delays';

const LONGEST = Math.max(...Object.values(DELAYS).map(({ most }) => most));

/** Lets the longest time pass that anything takes to have its effect. The clock must stand, so that nothing else passes. */
export const takeEffect = (azure: Pick<LocalAzure, 'advance'>): void => azure.advance(LONGEST);
