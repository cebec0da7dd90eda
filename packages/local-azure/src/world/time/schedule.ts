/** Something that will happen at a moment of the world's time. */
export interface Step {
  id: string;
  /** Milliseconds since 1970, UTC. */
  dueAt: number;
  /** Which handler runs it, for instance `backup.job-task`. */
  kind: string;
  payload: unknown;
}

export type StepHandler = (payload: unknown, step: Step) => void;

/**
 * What is still to come. Steps are durable and run in order of their due time, each in a transaction of its own, with the clock
 * showing the step's due time: a process that was away for a day makes up for it in the right order.
 */
export interface Schedule {
  /** Plans a step; the same id replaces the earlier one. */
  plan(step: Step): void;
  cancel(id: string): void;
  /**
   * Says what a kind of step does, and what becomes of that which waits for it when the step fails and is dropped. Registered once at
   * start, before any step runs.
   */
  on(kind: string, run: StepHandler, giveUp?: StepHandler): void;
  /**
   * Runs what is due by the clock's present time, for about so many milliseconds; answers whether nothing is left. Until then the world
   * is at the moment of the first step that is left. Called before each request and by a timer for the next due step.
   */
  settle(within?: number): boolean;
}
