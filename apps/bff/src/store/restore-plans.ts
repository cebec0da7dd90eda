import { person, planAnswers, planStop, restoreCommand, stepView } from '@tresor/contracts';
import * as z from 'zod';
import type { LeasedRecords } from './leased-records';

const moment = z.string();
/** `tid/oid`; older servers do not keep it. */
const user = z.string().optional();

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
  /** When that was heard: an order may wait long before Azure is told of it. */
  heardAt: moment.nullable().default(null),
});

const standing = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), inNameOf: person, user, until: moment, seenAt: moment }),
  z.object({ state: z.literal('waiting'), since: moment }),
  z.object({ state: z.literal('needs-person'), since: moment, stop: planStop }),
  z.object({ state: z.literal('stopped'), by: person, at: moment }),
  z.object({ state: z.literal('done'), at: moment }),
]);

/** What was decided for a restore at its start, and what came of it; tokens are no part of it. */
export const planRecord = z.object({
  answers: planAnswers,
  by: person,
  user,
  at: moment,
  given: z.array(givenCommand),
  standing,
  /** What Azure showed when a worker last looked, for those who watch many plans; what follows is decided by what it shows then. */
  seen: z
    .object({ at: moment, steps: z.array(stepView.pick({ step: true, state: true })) })
    .nullable()
    .default(null),
});

export type PlanRecord = z.infer<typeof planRecord>;
export type GivenCommand = z.infer<typeof givenCommand>;
export type CommandRefusal = z.infer<typeof refusal>;

/** The plans of all processes, one a restore. */
export type RestorePlans = LeasedRecords<PlanRecord>;
