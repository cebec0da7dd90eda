import { oc } from '@orpc/contract';
import * as z from 'zod';
import { vmName } from './items';
import { ofRestore, restorePath } from './restore-path';
import { missingRights } from './rights';

/** What a restore has made, and could be removed again. */
const discardKind = z.enum(['disk', 'vhd', 'file', 'network-interface', 'public-ip', 'key-vault']);

export const discardItem = z.strictObject({
  kind: discardKind,
  name: z.string(),
  /** Resource group, or storage account and container. */
  place: z.string(),
  /** Null where size means nothing, or Azure does not tell. */
  bytes: z.number().nullable(),
  /**
   * Why it stays: the user may not delete or not see it; the firewall of its storage account does not let our server in; another machine or
   * disk needs it; a disk has lost the tag that tells its restore.
   */
  reason: z.enum(['no-right', 'not-visible', 'firewalled', 'in-use', 'untagged']).nullable(),
  /** What the user would need for it to go, where that is known. */
  missing: missingRights.nullable(),
  /** A key vault that cannot be purged stays soft-deleted for so many days. */
  staysDays: z.number().nullable(),
});

/** GET …/restores/{jobId}/surplus: disks that came twice because others were gone, and that no VM uses. */
export const listSurplus = oc
  .route({ method: 'GET', path: `${ofRestore}/surplus` })
  .input(restorePath)
  .output(z.array(discardItem));

export const discardPlan = z.strictObject({
  /** `running`: the disks are still being restored; `in-use`: a machine runs from them. Nothing can be discarded then. */
  state: z.enum(['ready', 'running', 'in-use']),
  items: z.array(discardItem),
  /** Kinds of which the user does not see everything in the subscription: this restore may have made more of them. */
  unseen: z.array(discardKind),
  /** What the user would need to see all of these. */
  toSee: missingRights.nullable(),
});

/** GET …/restores/{jobId}/discard: everything this restore has made, with size and kind, as far as the user may see it. */
export const getDiscardPlan = oc
  .route({ method: 'GET', path: `${ofRestore}/discard` })
  .input(restorePath)
  .output(discardPlan);

export const discardResult = z.strictObject({
  kind: discardKind,
  name: z.string(),
  /**
   * `removing`: Azure has accepted it and is at it; `soft-deleted`: gone for everybody, kept by Azure until `until`, a file without that
   * until somebody deletes its former versions; `kept-untold`: a deleted file of which nobody could tell whether its storage account keeps
   * it; `left`: still there;
   * `in-doubt`: Azure did not say what became of it.
   */
  state: z.enum(['removed', 'removing', 'soft-deleted', 'kept-untold', 'left', 'in-doubt']),
  until: z.iso.datetime().nullable(),
  /** Azure's own words on why it stays. */
  message: z.string().nullable(),
});

/** DELETE …/restores/{jobId}/surplus: removes these. Asking again removes what is left. */
export const removeSurplus = oc
  .route({ method: 'DELETE', path: `${ofRestore}/surplus` })
  .input(restorePath)
  .output(z.array(discardResult));

/**
 * POST …/restores/{jobId}/discard: removes all that, network interfaces before addresses, and purges a temporary key vault. `vmName`: the
 * name of the machine, typed to confirm. Fails with `restore-running` or `restore-in-use`. Asking again removes what is left.
 */
export const discardRestore = oc
  .route({ method: 'POST', path: `${ofRestore}/discard` })
  .input(z.strictObject({ ...restorePath.shape, vmName }))
  .output(z.array(discardResult));

export type DiscardKind = z.infer<typeof discardKind>;
export type DiscardItem = z.infer<typeof discardItem>;
export type DiscardPlan = z.infer<typeof discardPlan>;
export type DiscardResult = z.infer<typeof discardResult>;
