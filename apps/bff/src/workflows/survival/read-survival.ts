import type { ItemPath, KeyChain, KeyLink, KeyState, KeySurvival, ReadNeed } from '@tresor/contracts';
import { findingsIn, judgeSurvival, type Edition, type LinkStanding, type SurvivalFacts, type SurvivalLink } from '@tresor/support-matrix';
import pLimit from 'p-limit';
import { toProblem } from '../../azure/connection/failures';
import { idKey, parseArmId, vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { readChain, rememberingReads, type ChainReads, type Home } from '../../azure/keys/read-chain';
import { readHeldKeys, type HeldKeys } from '../../azure/restores/held-keys';
import { findNewestPoint, type PlainPoint } from '../../azure/restores/recovery-points';
import { memoized } from '../../memoized';
import { Problem } from '../../problem';
import { homeOf } from '../restore/journey/find-chain';
import { keyVaultReader, type JudgedKeyVault, type KeyVaultsOf } from './key-vaults-of-chain';

const PARALLEL = 8;

/** A machine, and when its newest point was made as far as lists tell. */
interface SurvivalItem extends ItemPath {
  latest: string | null;
}

/** What machines of one request have in common. */
interface Look {
  session: AzureSession;
  before: string | null;
  reads: ChainReads;
  keyVaultsOf: KeyVaultsOf;
  homeOf: (item: ItemPath) => Promise<Home>;
}

/** Whether the keys of machines outlive what happens to them: some three calls each, and each key vault once. */
export function readSurvival(
  session: AzureSession,
  items: readonly SurvivalItem[],
  edition: Edition,
  before: string | null,
): Promise<KeySurvival[]> {
  const reads = rememberingReads(session);
  const look: Look = {
    session,
    before,
    reads,
    keyVaultsOf: keyVaultReader(session, edition, reads),
    homeOf: memoized(vaultIdOf, (item) => homeOf(session, item)),
  };
  return pLimit(PARALLEL).map(items, ({ latest, ...item }) => orProblem(item, survivalOf(look, item, latest)));
}

/** One machine that cannot be looked at hides no other; who is signed in no longer, or whose request is over, is told at once. */
async function orProblem(item: ItemPath, survival: Promise<KeySurvival>): Promise<KeySurvival> {
  try {
    return await survival;
  } catch (error) {
    const problem = toProblem(error, 'item-not-found');
    if (!(problem instanceof Problem) || !OF_ONE.has(problem.code)) throw error;
    return { ...nothing(item), state: 'unknown', problem: problem.code };
  }
}

/** What concerns one machine alone. */
const OF_ONE: ReadonlySet<string> = new Set([
  'item-not-found',
  'recovery-point-not-found',
  'forbidden',
  'azure-failed',
  'backup-region-silent',
  'conflict',
]);

const nothing = (item: ItemPath): Omit<KeySurvival, 'state'> => ({
  item,
  point: null,
  findings: [],
  keyChain: null,
  keyVaults: [],
  needs: [],
  problem: null,
});

async function survivalOf(look: Look, item: ItemPath, latest: string | null): Promise<KeySurvival> {
  const { session, before } = look;
  const now = session.now().getTime();
  const point = await findNewestPoint(session, item, { latest, before });
  if (!point) return { ...nothing(item), ...judgeSurvival({ point: 'none', vaulted: false, pass: null, links: [], now }) };
  const held = point.encrypted ? await readHeldKeys(session, item, point.id) : null;
  const home = await look.homeOf(item);
  const keyChain = held && (await readChain(session, held.urls, home, look.reads));
  const keyVaults = keyChain ? await look.keyVaultsOf(keyChain, home) : [];
  const { id, time, tiers, encrypted } = point;
  const facts: SurvivalFacts = {
    point: pointKind(point, held),
    vaulted: tiers.some((tier) => tier !== 'snapshot'),
    pass: held?.pass ?? null,
    links: keyChain && held ? linksFor(keyChain, held, keyVaults) : [],
    now,
  };
  return {
    ...nothing(item),
    point: { id, time, tiers, encrypted, pass: held?.pass ?? null },
    keyChain,
    keyVaults: keyVaults.map((keyVault) => ({ ...keyVault.summary, findings: findingsIn(keyVault.facts, facts) })),
    needs: keyChain ? needsOf(keyChain, keyVaults) : [],
    ...judgeSurvival(facts),
  };
}

function pointKind({ encrypted }: PlainPoint, held: HeldKeys | null): SurvivalFacts['point'] {
  if (!encrypted) return 'plain';
  return held ? 'encrypted' : 'untold';
}

/** Where a link stands by itself, whatever its key vault is good for. */
const STANDING: Record<KeyState, LinkStanding> = {
  present: 'present',
  disabled: 'disabled',
  expired: 'expired',
  deleted: 'deleted',
  missing: 'missing',
  'vault-deleted': 'missing',
  'vault-missing': 'missing',
  unreadable: 'unreadable',
  firewalled: 'firewalled',
  'vault-registering': 'unreadable',
  'vault-not-enabled': 'present',
  'vault-other-region': 'present',
  'vault-other-geography': 'present',
  'vault-other-subscription': 'present',
};

function linksFor({ secret, key }: KeyChain, held: HeldKeys, keyVaults: readonly JudgedKeyVault[]): SurvivalLink[] {
  const linkFor = (kind: SurvivalLink['kind'], { state, expires, newest, keyVaultId }: KeyLink, isHeld: boolean): SurvivalLink[] => {
    const keyVault = keyVaults.find(({ summary }) => idKey(summary.id) === idKey(keyVaultId))?.facts;
    if (!keyVault) return [];
    return [{ kind, standing: STANDING[state], expires: expires === null ? null : Date.parse(expires), newest, held: isHeld, keyVault }];
  };
  return [...linkFor('secret', secret, held.holdsSecret), ...(key ? linkFor('key', key, held.holdsKey) : [])];
}

/** What the user, or our server, would have to be let see. */
function needsOf({ secret, key }: KeyChain, keyVaults: readonly JudgedKeyVault[]): ReadNeed[] {
  const links = [secret, ...(key ? [key] : [])];
  const unseen = keyVaults.filter(({ summary }) => summary.state === 'unreadable').map(({ summary }) => summary.id);
  const of = (state: KeyState) =>
    links.filter((link) => link.state === state && !unseen.includes(link.keyVaultId)).map((link) => link.keyVaultId);
  const subscriptions = unseen.map((id) => `/subscriptions/${parseArmId(id)?.subscriptionId ?? ''}`);
  return [...need('read-key-vaults', subscriptions), ...need('read-keys', of('unreadable')), ...need('pass-firewall', of('firewalled'))];
}

function need(right: ReadNeed['right'], places: readonly string[]): ReadNeed[] {
  const [first, ...rest] = new Set(places);
  return first === undefined ? [] : [{ right, at: [first, ...rest] }];
}
