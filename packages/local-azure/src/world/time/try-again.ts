import type { StepHandler } from './schedule';
import type { World } from '../world';

const HOUR = 3_600_000;

/** For steps that must come in the end, for nothing else would bring it about: one that failed is tried again an hour later. */
export const tryAgain =
  (world: World): StepHandler =>
  (_payload, step) =>
    world.schedule.plan({ ...step, dueAt: step.dueAt + HOUR });
