import type { RecoveryPoint } from '@tresor/contracts';
import * as z from 'zod';
import { own } from '../../own';

/** Words, or their numbers in older versions. */
const word = z.union([z.string(), z.number().transform(String)]).nullish();

/** Where a recovery point lies. */
export const tierDetails = z.array(z.object({ type: word, status: word })).nullish();

type Tier = RecoveryPoint['tiers'][number];

const TIERS: Record<string, Tier> = {
  InstantRP: 'snapshot',
  1: 'snapshot',
  HardenedRP: 'vault',
  2: 'vault',
  ArchivedRP: 'archive',
  3: 'archive',
};

/** A rehydrated archive is usable for a while. */
const USABLE = new Set(['Valid', '1', 'Rehydrated', '4']);

/** The tiers that a point can be restored from; undefined where the answer names none. */
export const usableTiers = (details: z.infer<typeof tierDetails>): Tier[] | undefined =>
  details?.flatMap(({ type, status }) => (USABLE.has(status ?? '') ? (own(TIERS, type ?? '') ?? []) : []));

/** Whether it was ever meant for the vault; also without a word about tiers. */
export const isForVault = (details: z.infer<typeof tierDetails>): boolean =>
  details == null || details.some(({ type }) => own(TIERS, type ?? '') !== 'snapshot');
