import { oc } from '@orpc/contract';
import * as z from 'zod';
import { subscription } from './vaults';

/**
 * How much of the estate the user may read. `unreadable`: the subscriptions of which it is not certain that all machines, vaults, backup
 * items and jobs are seen: at the subscription itself a right to read them is lacking, or was not looked for any more. Without this no
 * count over the estate is one.
 */
export const estateSight = z.strictObject({ subscriptions: z.int(), unreadable: z.array(subscription) });

/** GET /estate/sight: in which of the user's subscriptions lists over all of them may leave something out. */
export const getEstateSight = oc.route({ method: 'GET', path: '/estate/sight' }).output(estateSight);

export type EstateSight = z.infer<typeof estateSight>;
