import { oc } from '@orpc/contract';
import * as z from 'zod';
import { estateScope, managementGroupName } from './ids';
import { subscription } from './vaults';

/** A management group, which holds subscriptions; `name` is the last segment of its id. */
export const managementGroup = z.strictObject({ name: managementGroupName, displayName: z.string() });

/** GET /management-groups: those the user may read, by their display names. */
export const listManagementGroups = oc.route({ method: 'GET', path: '/management-groups' }).output(z.array(managementGroup));

/**
 * How much of the estate the user may read. `unreadable`: the subscriptions of which it is not certain that all machines, vaults, backup
 * items and jobs are seen: at the subscription itself a right to read them is lacking, or was not looked for any more. Without this no
 * count over the estate is one.
 */
export const estateSight = z.strictObject({ subscriptions: z.int(), unreadable: z.array(subscription) });

/**
 * GET /estate/sight: in which of the user's subscriptions lists over all of them may leave something out. Of a management group it is all
 * the subscriptions in it, also those that the user does not see at all.
 */
export const getEstateSight = oc.route({ method: 'GET', path: '/estate/sight' }).input(estateScope).output(estateSight);

export type ManagementGroup = z.infer<typeof managementGroup>;
export type EstateSight = z.infer<typeof estateSight>;
