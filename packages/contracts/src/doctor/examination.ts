import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { CHECK_IDS, UNSEEN } from './checks';

const check = z.enum(CHECK_IDS);

/** What came of a check: a verdict of its own with what was seen, or why there is none. */
export const checkResult = z.union([
  z.strictObject({ check, verdict: z.string(), values: z.record(z.string(), z.string()) }),
  z.strictObject({ check, unseen: z.enum(UNSEEN), value: z.string() }),
]);

/** One result; `all` is how many there will be. */
const examined = z.strictObject({ all: z.int(), result: checkResult });

/** GET /doctor: looks at what has to be in order around the server, and in the caller's name at Azure. For who may assign roles in a subscription. */
export const examine = oc.route({ method: 'GET', path: '/doctor' }).output(eventIterator(examined));

export type Examined = z.infer<typeof examined>;
