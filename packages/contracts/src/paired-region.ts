import { oc } from '@orpc/contract';
import * as z from 'zod';
import { days } from './ids';
import { itemPath, ofItem } from './items';

/** Where disks come back: in the region of the vault, or in the one that Azure pairs with it. */
export const targetRegion = z.enum(['own', 'paired']);

/**
 * Whether an item can be restored in the paired region. `open`: there are points; `no-pair`: Azure pairs none with the vault’s region in its
 * geography; `not-geo-redundant`: the vault keeps no copies there; `off`: Cross Region Restore is turned off for the vault; `no-point-yet`: no
 * recovery point has come there.
 */
const pairedRegionState = z.enum(['open', 'no-pair', 'not-geo-redundant', 'off', 'no-point-yet']);

export const pairedRegion = z.strictObject({
  /** Region of the vault, as `westeurope`. */
  own: z.string(),
  /** Null where there is none. */
  paired: z.string().nullable(),
  state: pairedRegionState,
  /** The points that it has, newest first: their ids and moments are those of the vault. Empty unless `open`. */
  points: z.array(z.strictObject({ id: z.string(), time: z.iso.datetime() })),
});

/** GET …/restores/paired-region: of an item, with its points of the last so many days there (30 unless told). */
export const getPairedRegion = oc
  .route({ method: 'GET', path: `${ofItem}/restores/paired-region` })
  .input(z.strictObject({ ...itemPath.shape, days: days(3650).optional() }))
  .output(pairedRegion);

export type TargetRegion = z.infer<typeof targetRegion>;
export type PairedRegion = z.infer<typeof pairedRegion>;
