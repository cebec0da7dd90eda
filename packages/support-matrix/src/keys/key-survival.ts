import * as sources from '../sources';
import type { Source } from '../rule';

/**
 * What becomes of a machine's keys, worst first: `lost`: nothing brings back what its recovery point needs; `gone`: it is no longer where it was,
 * and the backup holds it; `recoverable`: it is deleted and Azure still keeps it; `unusable`: it is there and opens nothing as it is;
 * `unknown`: a right is lacking to see it; `without-point`: no recovery point needs any; `at-risk`: it is in order today; `sound`; `plain`: nothing is
 * encrypted.
 */
export const SURVIVAL_STATES = [
  'lost',
  'gone',
  'recoverable',
  'unusable',
  'unknown',
  'without-point',
  'at-risk',
  'sound',
  'plain',
] as const;

export type SurvivalState = (typeof SURVIVAL_STATES)[number];

/** Where one version of a key or a secret stands in a key vault that is there. */
export type LinkStanding = 'present' | 'disabled' | 'expired' | 'deleted' | 'missing' | 'unreadable' | 'firewalled';

/** The key vault of a link. */
export interface SurvivalKeyVault {
  /** `missing`: it does not exist, so that it was purged or its time was over. */
  state: 'there' | 'deleted' | 'missing' | 'unreadable' | 'registering';
  /** Against the Recovery Services vault, whose machines stand where it stands. */
  place: 'same' | 'other-region' | 'other-geography' | 'other-subscription';
  /** Null where that is not known. */
  enabledForDiskEncryption: boolean | null;
  purgeProtection: boolean | null;
  /** Whether the Backup service may do there what a backup needs. */
  service: 'granted' | 'lacking' | 'unknown';
}

/** The secret (BEK) or the key (KEK) that a recovery point names, in its version. */
export interface SurvivalLink {
  kind: 'secret' | 'key';
  standing: LinkStanding;
  /** Milliseconds since 1970; null where it never expires or that is not known. */
  expires: number | null;
  /** Whether it is the latest version; null where that is not known. */
  newest: boolean | null;
  /** Whether the recovery point holds a backup of it. */
  held: boolean;
  keyVault: SurvivalKeyVault;
}

/** What is known of one recovery point and its keys. */
export interface SurvivalFacts {
  /** `none`: there is no recovery point. `untold`: it is encrypted, and Azure does not tell with what. */
  point: 'none' | 'plain' | 'untold' | 'encrypted';
  /** It lies in the vault, not only as a snapshot. */
  vaulted: boolean;
  /** How Azure Disk Encryption was installed; null where that is not told. */
  pass: 'single' | 'dual' | null;
  /** Of an encrypted point: the secret and, where one wraps it, the key. */
  links: readonly SurvivalLink[];
  /** Milliseconds since 1970. */
  now: number;
}

interface RuleShape {
  /** Kebab case; the key of the texts shown for the rule. */
  id: string;
  /** What the keys of a point are at best when it is true; null for what is worth saying and makes nothing worse. */
  state: SurvivalState | null;
  source: Source;
  isFound: (facts: SurvivalFacts) => boolean;
}

/** So long before its end a key is said to expire soon: a quarter of a year, in which somebody looks after it. */
const EXPIRES_SOON_DAYS = 90;
const DAY = 86_400_000;

const some =
  (isSuch: (link: SurvivalLink, facts: SurvivalFacts) => boolean, kind?: SurvivalLink['kind']) =>
  (facts: SurvivalFacts): boolean =>
    facts.links.some((link) => (kind === undefined || link.kind === kind) && isSuch(link, facts));

const isThere = ({ keyVault }: SurvivalLink) => keyVault.state === 'there';
const stands =
  (...standings: LinkStanding[]) =>
  (link: SurvivalLink) =>
    isThere(link) && standings.includes(link.standing);
const isElsewhere = ({ keyVault }: SurvivalLink) => keyVault.place !== 'same';
const isForeign = ({ keyVault }: SurvivalLink) => keyVault.place === 'other-geography' || keyVault.place === 'other-subscription';
/** What is to be put into another key vault, of which machines here make use. */
const mustBePutBack = (link: SurvivalLink) =>
  link.keyVault.state === 'missing' || stands('missing')(link) || (isElsewhere(link) && link.keyVault.state !== 'unreadable');

/** Without an Entra application Azure makes no disks of a snapshot once what locks them, the key or a secret alone, was rotated. */
function isOutdatedSnapshot({ point, vaulted, pass, links }: SurvivalFacts): boolean {
  const lock = links.find(({ kind }) => kind === 'key') ?? links[0];
  return point === 'encrypted' && !vaulted && pass === 'single' && lock?.newest === false;
}

/** Every rule on whether keys outlive what happens to them, worst first. The worst one found says what becomes of a machine. */
const table = [
  { id: 'snapshot-outdated', state: 'lost', source: sources.RESTORE_ENCRYPTED, isFound: isOutdatedSnapshot },
  {
    id: 'not-in-backup',
    state: 'lost',
    source: sources.RESTORE_KEYS,
    isFound: some((link) => mustBePutBack(link) && !link.held),
  },
  { id: 'key-elsewhere', state: 'lost', source: sources.RESTORE_KEYS, isFound: some(isForeign, 'key') },
  { id: 'key-vault-gone', state: 'gone', source: sources.RESTORE_KEYS, isFound: some(({ keyVault }) => keyVault.state === 'missing') },
  { id: 'secret-gone', state: 'gone', source: sources.RESTORE_KEYS, isFound: some(stands('missing'), 'secret') },
  { id: 'key-gone', state: 'gone', source: sources.RESTORE_KEYS, isFound: some(stands('missing'), 'key') },
  { id: 'key-vault-elsewhere', state: 'gone', source: sources.DISK_ENCRYPTION, isFound: some(isElsewhere) },
  {
    id: 'key-vault-deleted',
    state: 'recoverable',
    source: sources.SOFT_DELETE,
    isFound: some(({ keyVault }) => keyVault.state === 'deleted'),
  },
  { id: 'secret-deleted', state: 'recoverable', source: sources.SOFT_DELETE, isFound: some(stands('deleted'), 'secret') },
  { id: 'key-deleted', state: 'recoverable', source: sources.SOFT_DELETE, isFound: some(stands('deleted'), 'key') },
  { id: 'secret-disabled', state: 'unusable', source: sources.ENCRYPTION, isFound: some(stands('disabled'), 'secret') },
  { id: 'key-disabled', state: 'unusable', source: sources.ENCRYPTION, isFound: some(stands('disabled'), 'key') },
  { id: 'secret-expired', state: 'unusable', source: sources.ENCRYPTION, isFound: some(stands('expired'), 'secret') },
  { id: 'key-expired', state: 'unusable', source: sources.ENCRYPTION, isFound: some(stands('expired'), 'key') },
  {
    id: 'key-vault-not-enabled',
    state: 'unusable',
    source: sources.DISK_ENCRYPTION,
    isFound: some((link) => isThere(link) && link.keyVault.enabledForDiskEncryption === false),
  },
  { id: 'keys-untold', state: 'unknown', source: sources.ENCRYPTION, isFound: ({ point }) => point === 'untold' },
  {
    id: 'key-vault-unreadable',
    state: 'unknown',
    source: sources.KEY_VAULT_ROLES,
    isFound: some(({ keyVault }) => keyVault.state === 'unreadable'),
  },
  { id: 'keys-unreadable', state: 'unknown', source: sources.KEY_VAULT_ROLES, isFound: some(stands('unreadable')) },
  { id: 'keys-firewalled', state: 'unknown', source: sources.KEY_VAULT_ROLES, isFound: some(stands('firewalled')) },
  {
    id: 'key-vault-registering',
    state: 'unknown',
    source: sources.SOFT_DELETE,
    isFound: some(({ keyVault }) => keyVault.state === 'registering'),
  },
  { id: 'no-point', state: 'without-point', source: sources.ENCRYPTION, isFound: ({ point }) => point === 'none' },
  {
    id: 'service-shut-out',
    state: 'at-risk',
    source: sources.ENCRYPTION,
    isFound: some((link) => isThere(link) && link.keyVault.service === 'lacking'),
  },
  {
    id: 'no-purge-protection',
    state: 'at-risk',
    source: sources.SOFT_DELETE,
    isFound: some(({ keyVault }) => keyVault.purgeProtection === false),
  },
  {
    id: 'expires-soon',
    state: 'at-risk',
    source: sources.ENCRYPTION,
    isFound: some((link, { now }) => stands('present')(link) && link.expires !== null && link.expires - now <= EXPIRES_SOON_DAYS * DAY),
  },
  {
    id: 'newer-version',
    state: null,
    source: sources.RESTORE_ENCRYPTED,
    isFound: some((link) => isThere(link) && link.newest === false),
  },
  {
    id: 'service-unseen',
    state: null,
    source: sources.KEY_VAULT_ROLES,
    isFound: some((link) => isThere(link) && link.keyVault.service === 'unknown'),
  },
] as const satisfies readonly RuleShape[];

export type SurvivalRuleId = (typeof table)[number]['id'];

/** A rule of the table. */
interface SurvivalRule extends RuleShape {
  id: SurvivalRuleId;
}

/** All rules, worst first. */
export const SURVIVAL_RULES: readonly SurvivalRule[] = table;

/** What becomes of a machine's keys, with every rule that was found, worst first. */
interface Survival {
  state: SurvivalState;
  findings: SurvivalRuleId[];
}

/** Judges one recovery point by all rules. */
export function judgeSurvival(facts: SurvivalFacts): Survival {
  const found = SURVIVAL_RULES.filter(({ isFound }) => isFound(facts));
  const worst = found.find(({ state }) => state !== null)?.state;
  return { state: worst ?? (facts.point === 'plain' ? 'plain' : 'sound'), findings: found.map(({ id }) => id) };
}

/** Of what was found, what one key vault of a link gives rise to by itself. */
export function findingsIn(keyVault: SurvivalKeyVault, facts: SurvivalFacts): SurvivalRuleId[] {
  const alone = { ...facts, links: facts.links.filter((link) => link.keyVault === keyVault) };
  return SURVIVAL_RULES.filter(({ isFound }) => isFound(facts) && isFound(alone)).map(({ id }) => id);
}

/** How bad a state is: 0 for the worst. */
export const severityOf = (state: SurvivalState): number => SURVIVAL_STATES.indexOf(state);
