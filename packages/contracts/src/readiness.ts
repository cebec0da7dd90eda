import { oc } from '@orpc/contract';
import * as z from 'zod';
import { subscriptionId } from './ids';
import { vaultSummary } from './vaults';

/** A vault with the number of items it protects, those of machines that are gone included. */
export const countedVault = z.strictObject({ ...vaultSummary.shape, protectedItems: z.int() });

/** GET …/readiness/vaults: the vaults of a subscription that could take its machines, and how full they are. */
export const listCountedVaults = oc
  .route({ method: 'GET', path: '/subscriptions/{subscriptionId}/readiness/vaults' })
  .input(z.strictObject({ subscriptionId }))
  .output(z.array(countedVault));

export type CountedVault = z.infer<typeof countedVault>;
