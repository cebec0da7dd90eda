import type { Restore, RestoreStep } from '@tresor/contracts';

/** Whether a run goes on with a step that is on offer: what a person has to decide, or to enter, it stops at. */
export const takenByRun = ({ pass, openDisks: { untold, plain } }: Pick<Restore, 'pass' | 'openDisks'>, step: RestoreStep): boolean =>
  step !== 'encryption' || (pass !== 'dual' && untold.length + plain.length === 0);
