import { oc } from '@orpc/contract';
import { SURVIVAL_RULES, SURVIVAL_STATES } from '@tresor/support-matrix';
import * as z from 'zod';
import { readNeed } from './facts';
import { edition } from './ids';
import { itemPath } from './items';
import { keyVaultPermission } from './key-vaults';
import { MOST_SURVIVAL_ITEMS } from './limits';
import { PROBLEM_CODES } from './problem-codes';
import { keyChain, recoveryPoint } from './recovery-points';

/** Of the rules on keys, worst first. */
const survivalFinding = z.enum(SURVIVAL_RULES.map(({ id }) => id));

/** A key vault that a recovery point needs. */
const survivalKeyVault = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** `missing`: it does not exist, so that it was purged or its time was over; `registering`: Azure is still setting it up. */
  state: z.enum(['there', 'deleted', 'missing', 'unreadable', 'registering']),
  /** Until when Azure keeps a deleted one; null where that is not known. */
  keptUntil: z.iso.datetime().nullable(),
  /** Whether nobody can purge it before its time; null where that is not known. */
  purgeProtected: z.boolean().nullable(),
  /** Whether the Backup service may do there what the edition asks for. */
  service: z.enum(['granted', 'lacking', 'unknown']),
  lacking: z.array(keyVaultPermission),
  /** Of what was found of the machine, what concerns this key vault. */
  findings: z.array(survivalFinding),
});

/** What becomes of the keys of one machine's recovery point. */
export const keySurvival = z.strictObject({
  item: itemPath,
  /** The point that was looked at; null: there is none. */
  point: recoveryPoint.pick({ id: true, time: true, tiers: true, encrypted: true, pass: true }).nullable(),
  state: z.enum(SURVIVAL_STATES),
  findings: z.array(survivalFinding),
  /** The keys where the point looks for them; null where nothing is encrypted or Azure does not tell with what. */
  keyChain: keyChain.nullable(),
  keyVaults: z.array(survivalKeyVault),
  /** What a person would have to be allowed to see. */
  needs: z.array(readNeed),
  /** Why this machine could not be looked at; null where it could. */
  problem: z.enum(PROBLEM_CODES).nullable(),
});

/**
 * POST /key-survival: whether the keys of up to 40 machines outlive what happens to them, each by its newest recovery point or by the newest
 * before a moment. Nothing is restored and nothing changed; POST because the names are long. `latest`: when the newest point was made, as lists
 * of items tell; it only narrows the search.
 */
export const readKeySurvival = oc
  .route({ method: 'POST', path: '/key-survival' })
  .input(
    z.strictObject({
      edition,
      items: z
        .array(z.strictObject({ ...itemPath.shape, latest: z.iso.datetime().nullable() }))
        .min(1)
        .max(MOST_SURVIVAL_ITEMS),
      before: z.iso.datetime().nullable(),
    }),
  )
  .output(z.array(keySurvival));

export type SurvivalFinding = z.infer<typeof survivalFinding>;
export type SurvivalKeyVault = z.infer<typeof survivalKeyVault>;
export type KeySurvival = z.infer<typeof keySurvival>;
