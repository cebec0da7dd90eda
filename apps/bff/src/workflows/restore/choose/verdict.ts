import type { Fact, KeyChain, KeyState, RecoveryPoint, Restorability, VerdictReason } from '@tresor/contracts';
import { isKeyForeign } from '@tresor/support-matrix';

/** What decides whether a running machine can be made of a recovery point. */
export interface PointFacts {
  itemDeleted: boolean;
  tiers: RecoveryPoint['tiers'];
  pass: RecoveryPoint['pass'];
  encrypted: boolean;
  /** Null: nothing is encrypted, or Azure does not tell with what. */
  keyChain: KeyChain | null;
  /** Whether all of them are there. Who may not look where one may have been put back does not know. */
  keysThere: Fact<boolean>;
  holdsSecret: boolean;
  holdsKey: boolean;
}

const OUT_OF_SIGHT: readonly VerdictReason[] = [
  'key-vault-unreadable',
  'key-vault-firewalled',
  'key-vault-registering',
  'keys-out-of-sight',
];

const SECRET_REASON: Record<Exclude<KeyState, 'present'>, VerdictReason> = {
  disabled: 'secret-disabled',
  expired: 'secret-expired',
  deleted: 'secret-not-there',
  missing: 'secret-not-there',
  'vault-deleted': 'key-vault-deleted',
  'vault-missing': 'key-vault-missing',
  unreadable: 'key-vault-unreadable',
  firewalled: 'key-vault-firewalled',
  'vault-registering': 'key-vault-registering',
  'vault-not-enabled': 'key-vault-not-enabled',
  'vault-other-region': 'key-vault-other-region',
  'vault-other-geography': 'key-vault-other-geography',
  'vault-other-subscription': 'key-vault-other-subscription',
};

const KEY_REASON: Record<Exclude<KeyState, 'present'>, VerdictReason> = {
  ...SECRET_REASON,
  disabled: 'key-disabled',
  expired: 'key-expired',
  deleted: 'key-not-there',
  missing: 'key-not-there',
};

/** Whether disks and a running machine can be made of the point now, and what is in the way. */
export function judgePoint(facts: PointFacts): Restorability {
  const blocking: VerdictReason[] = [
    ...(facts.itemDeleted ? ['item-deleted' as const] : []),
    ...tierReasons(facts.tiers),
    ...(isOutdatedSnapshot(facts) ? ['snapshot-only-after-key-rotation' as const] : []),
  ];
  if (!facts.encrypted) return blocking.length > 0 ? { state: 'blocked', reasons: blocking } : { state: 'restorable', reasons: [] };
  const reasons = [...new Set([...blocking, ...reasonsOf(facts)])];
  const isKnown = facts.keysThere.state === 'known';
  const isLost = isLostForGood(facts);
  if (blocking.length > 0 || (isKnown && isLost)) return { state: 'blocked', reasons };
  if (!facts.keyChain) return { state: 'unknown', reasons };
  if (reasons.length === 0) return { state: 'restorable', reasons };
  const isSeen = reasons.some((reason) => !OUT_OF_SIGHT.includes(reason));
  if (isSeen && isKnown) return { state: 'needs-keys', reasons };
  return { state: isSeen && !isLost ? 'may-need-keys' : 'unknown', reasons };
}

function tierReasons(tiers: PointFacts['tiers']): VerdictReason[] {
  if (tiers.length === 0) return ['no-valid-tier'];
  return tiers.every((tier) => tier === 'archive') ? ['archived'] : [];
}

/** What is the matter where the chain was; somebody may have put it back where the user cannot look. */
function reasonsOf({ keyChain, keysThere }: PointFacts): VerdictReason[] {
  if (!keyChain) return [];
  const here = reasonsHere(keyChain);
  const isDark = here.some((reason) => OUT_OF_SIGHT.includes(reason));
  return keysThere.state === 'hidden' && !isDark ? [...here, 'keys-out-of-sight'] : here;
}

function reasonsHere({ secret, key }: KeyChain): VerdictReason[] {
  return [
    ...(secret.state === 'present' ? [] : [SECRET_REASON[secret.state]]),
    ...(!key || key.state === 'present' ? [] : [KEY_REASON[key.state]]),
  ];
}

/** Without an Entra application Azure makes no disks of a snapshot once what locks them was rotated; of a point in the vault it does. */
function isOutdatedSnapshot({ tiers, pass, keyChain }: PointFacts): boolean {
  const lock = keyChain?.key ?? keyChain?.secret;
  return tiers.includes('snapshot') && !tiers.includes('vault') && pass === 'single' && lock?.newest === false;
}

/** What is to be put back from the backup, because it is gone or where no machine here reaches it. */
const isGone = (state: KeyState | undefined) => state === 'missing' || state === 'vault-missing' || isElsewhere(state);
const isElsewhere = (state: KeyState | undefined) => state !== undefined && ELSEWHERE.includes(state);
const ELSEWHERE: readonly KeyState[] = ['vault-other-region', 'vault-other-subscription', 'vault-other-geography'];

/** What is deleted can be recovered, and what is missing restored, if the backup holds it. */
function isLostForGood({ keyChain, holdsSecret, holdsKey }: PointFacts): boolean {
  const key = keyChain?.key?.state;
  if (keyChain && isKeyForeign(keyChain)) return true;
  return (isGone(keyChain?.secret.state) && !holdsSecret) || (isGone(key) && !holdsKey);
}
