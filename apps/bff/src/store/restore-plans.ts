import { person, planAnswers, planStop, restoreCommand } from '@tresor/contracts';
import * as z from 'zod';
import { json } from './json-text';

const moment = z.string();

/** Why a command came to nothing, in the words of a problem. */
const refusal = z.object({ code: z.string(), azureCode: z.string().nullable(), azureMessage: z.string().nullable() });

const givenCommand = z.object({
  command: restoreCommand,
  /** Under which it is sent, where Azure would do it twice. */
  intentId: z.string(),
  at: moment,
  /** `tid/oid`. */
  user: z.string(),
  inNameOf: person,
  /** Whether the step had failed before. */
  wasFailed: z.boolean(),
  /** Null: it was about to be sent, and nothing was heard yet. */
  outcome: z.union([z.literal('accepted'), refusal]).nullable(),
});

const standing = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), inNameOf: person, until: moment, seenAt: moment }),
  z.object({ state: z.literal('waiting'), since: moment }),
  z.object({ state: z.literal('needs-person'), since: moment, stop: planStop }),
  z.object({ state: z.literal('stopped'), by: person, at: moment }),
  z.object({ state: z.literal('done'), at: moment }),
]);

/** What was decided for a restore at its start, and what came of it; tokens are no part of it. */
export const planRecord = z.object({
  answers: planAnswers,
  by: person,
  at: moment,
  given: z.array(givenCommand),
  standing,
});

export type PlanRecord = z.infer<typeof planRecord>;
export type GivenCommand = z.infer<typeof givenCommand>;
export type CommandRefusal = z.infer<typeof refusal>;

export const planRow = z.object({ record: json(planRecord) });

/** What lets a worker write: its number grows whenever somebody else takes over or decides again, and only the latest counts. */
export interface PlanLease {
  planId: string;
  fence: number;
}

/** The plans of all processes, one a restore. What a promise was kept for is stored for good; a store out of reach is a problem. */
export interface RestorePlans {
  /** The plan, and whether a worker holds it now. */
  find(planId: string): Promise<{ record: PlanRecord; isHeld: boolean } | undefined>;
  /** Takes the plan from the one who holds it, and answers it as it was left: no worker that held it may write any more. */
  takeBack(planId: string): Promise<PlanRecord | undefined>;
  /** Puts a person's decision in place of what is there, which nobody holds then. */
  decide(planId: string, record: PlanRecord): Promise<void>;
  /** Writes what a worker has come to. @throws LeaseLost */
  note(lease: PlanLease, record: PlanRecord): Promise<void>;
  /** Holds the plan for so long, alone among all tabs and processes; undefined while another worker does, or where there is none. */
  lease(planId: string, worker: string, milliseconds: number): Promise<PlanLease | undefined>;
  release(planId: string, worker: string): Promise<void>;
}
