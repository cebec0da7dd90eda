import { oc } from '@orpc/contract';
import { RESTORABILITY_STATES } from '@tresor/support-matrix';
import * as z from 'zod';
import { days } from './ids';
import { itemPath, ofItem } from './items';

/**
 * Where a key or a secret stands in its key vault. `unreadable`: the signed-in user may not look; `firewalled`: our server is not let
 * through, whatever the user may; `vault-registering`: it was just made or brought back, and its name leads nowhere yet. The last four are there, but no
 * machine starts with them: its key vault must be in the same subscription and region, and enabled for disk encryption. Beyond the
 * geography of a region no backup of a key is restored.
 */
export const keyState = z.enum([
  'present',
  'disabled',
  'expired',
  'deleted',
  'missing',
  'vault-deleted',
  'vault-missing',
  'unreadable',
  'firewalled',
  'vault-registering',
  'vault-not-enabled',
  'vault-other-region',
  'vault-other-geography',
  'vault-other-subscription',
]);

/**
 * One link of the key chain. The URL is versioned and carries no port; nothing of the key itself is here.
 * `expires`: null where it never does or is not known; `newest`: whether it is the latest version, null where that is not known.
 */
export const keyLink = z.strictObject({
  url: z.string(),
  name: z.string(),
  version: z.string(),
  keyVaultId: z.string(),
  keyVaultName: z.string(),
  state: keyState,
  expires: z.iso.datetime().nullable(),
  newest: z.boolean().nullable(),
});

/** VM → disks → secret (BEK) → key (KEK) → key vault, as the recovery point holds it. No key: encrypted with a BEK alone. */
export const keyChain = z.strictObject({ secret: keyLink, key: keyLink.nullable() });

/** Why a recovery point needs something before a VM can be made of it, or cannot be used at all. */
export const verdictReason = z.enum([
  'item-deleted',
  'no-valid-tier',
  /** It is in the archive alone, from which Azure has to bring it back to the vault first. */
  'archived',
  'secret-not-there',
  'secret-disabled',
  'secret-expired',
  'key-not-there',
  'key-disabled',
  'key-expired',
  'key-vault-deleted',
  'key-vault-missing',
  'key-vault-unreadable',
  'key-vault-firewalled',
  'key-vault-registering',
  /** They are gone from where they were; where they may have been put back the user may not look. */
  'keys-out-of-sight',
  'key-vault-not-enabled',
  'key-vault-other-region',
  'key-vault-other-geography',
  'key-vault-other-subscription',
  'snapshot-only-after-key-rotation',
]);

/** Whether a running VM can be made of a recovery point, and why not at once. */
export const restorability = z.strictObject({
  state: z.enum(RESTORABILITY_STATES),
  reasons: z.array(verdictReason),
});

/** A threat that Microsoft Defender for Cloud saw in a machine before a backup, in Azure's words. */
export const threat = z.strictObject({
  title: z.string(),
  description: z.string().nullable(),
  /** `Critical`, `High`, `Medium`, `Warning`, `Informational` … */
  severity: z.string().nullable(),
  /** `Active`, `InProgress`, `Resolved` or `Ignored`. */
  state: z.string().nullable(),
  since: z.iso.datetime().nullable(),
});

export const recoveryPoint = z.strictObject({
  /** Azure's number of the point, a text of digits. */
  id: z.string(),
  time: z.iso.datetime(),
  consistency: z.enum(['application', 'file-system', 'crash', 'unknown']),
  /** Where it lies: in the vault, as a snapshot, or both. */
  tiers: z.array(z.enum(['snapshot', 'vault', 'archive'])),
  expires: z.iso.datetime().nullable(),
  encrypted: z.boolean(),
  pass: z.enum(['single', 'dual']).nullable(),
  managedDisks: z.boolean(),
  osType: z.enum(['Windows', 'Linux', 'unknown']),
  vmSize: z.string().nullable(),
  /** Names of the disks that the machine had and the backup left out; empty also where Azure names none. */
  excludedDisks: z.array(z.string()),
  /** What Microsoft Defender for Cloud made of it: `suspicious` where it found a threat, grave or not; null where the vault did not scan. */
  threat: z.enum(['none', 'suspicious']).nullable(),
  /** What it found. */
  threats: z.array(threat),
  /**
   * The region paired with the vault's, where the vault's own did not answer and the point was read there; null: it was read from the vault.
   * Copies come there up to 12 hours after the backup; what keys it needs is judged for a machine there.
   */
  pairedRegion: z.string().nullable(),
  keyChain: keyChain.nullable(),
  verdict: restorability,
});

/**
 * GET …/recovery-points: newest first, of the last so many days (30 unless told). Where the Backup service of the vault's region does not
 * answer, those of the paired region, and `backup-region-silent` where they cannot be read there.
 */
export const listRecoveryPoints = oc
  .route({ method: 'GET', path: `${ofItem}/recovery-points` })
  .input(z.strictObject({ ...itemPath.shape, days: days(3650).optional() }))
  .output(z.array(recoveryPoint));

export type KeyState = z.infer<typeof keyState>;
export type KeyLink = z.infer<typeof keyLink>;
export type KeyChain = z.infer<typeof keyChain>;
export type VerdictReason = z.infer<typeof verdictReason>;
export type Restorability = z.infer<typeof restorability>;
export type Threat = z.infer<typeof threat>;
export type RecoveryPoint = z.infer<typeof recoveryPoint>;
