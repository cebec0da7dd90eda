import {
  recoveryPoint,
  restore,
  type Fact,
  type ItemInVault,
  type KeyLink,
  type RecoveryPoint,
  type Restore,
  type StepView,
  type VerdictReason,
} from '@tresor/contracts';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { seen } from '../../facts';
import { asker, Refusal, type Ask } from '../../testing/ask';
import { Newcomer } from '../../testing/newcomer';
import { OPERATIONS } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { restoreDisks, restorePath, watchRestore } from '../../testing/restoring';
import { startContoso } from '../../testing/start-contoso';
import { restorable, walkToTheEnd } from '../../testing/walks';

const PEOPLE = ['adele', 'alex', 'megan', 'patti', 'lee'];

const factsOf = ({ disks, keysThere, keysMoved, machineId, protection, leftovers, keptLeftovers }: Restore): Fact<unknown>[] => [
  disks,
  keysThere,
  keysMoved,
  machineId,
  protection,
  leftovers,
  keptLeftovers,
];

/** What lies under other rights than the vault, or follows from it. */
const ELSEWHERE = new Set([
  'disks',
  'keyChain',
  'keysThere',
  'keysMoved',
  'comesAgain',
  'machineId',
  'protection',
  'leftovers',
  'keptLeftovers',
  'steps',
  'tried',
  'next',
]);

/** What every reader of the vault may read. */
const plainOf = (found: Restore) => Object.fromEntries(Object.entries(found).filter(([name]) => !ELSEWHERE.has(name)));

const linksOf = ({ keyChain }: Restore): KeyLink[] =>
  keyChain ? [keyChain.secret, ...(keyChain.key ? [keyChain.key] : [])].filter(({ state }) => state !== 'unreadable') : [];

const isSeen = ({ state }: StepView) => state !== 'hidden';

/** What two people are told of one thing, where both are told something. */
function factsOfBoth(one: Restore, other: Restore): [unknown, unknown][] {
  const facts = factsOf(one).map((fact, index): [Fact<unknown>, Fact<unknown> | undefined] => [fact, factsOf(other)[index]]);
  const known = facts.filter(([fact, same]) => fact.state === 'known' && same?.state === 'known');
  const links = linksOf(one).flatMap((link) =>
    linksOf(other).flatMap((same): [unknown, unknown][] => (same.url === link.url ? [[link, same]] : [])),
  );
  const steps = one.steps.flatMap((view, index): [unknown, unknown][] => {
    const same = other.steps[index];
    return same && isSeen(view) && isSeen(same) ? [[view, same]] : [];
  });
  return [[plainOf(one), plainOf(other)], ...known, ...links, ...steps];
}

const pairs = <Item>(all: readonly Item[]) => all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));

/** A walk that has got further since it was last looked at, by what everybody is told of it. */
async function newsOf(ask: Ask, walk: Newcomer, standing: Map<Newcomer, string>): Promise<Restore[]> {
  const now = JSON.stringify(walk.last?.steps ?? null);
  if (standing.get(walk) === now) return [];
  standing.set(walk, now);
  return Promise.all(PEOPLE.map((person) => ask.get(restore, `${walk.path}?edition=current`, { person })));
}

const SEEDS = ['contoso', 'disaster'] as const;

/** Every restore of the company is a command of its own, with the other walks; every test run takes those whose keys and key vaults are lost. */
const isAll = process.env['TRESOR_NEWCOMER'] === 'all';
const isTaken = ({ vault, name }: ItemInVault) => isAll || vault.vaultName === 'IgniteDemoVault' || /^(Lost|LinuxSingle)/.test(name);

it.each(SEEDS)('nobody is told of any restore of %s what another is told otherwise', { timeout: 300_000 }, async (seed) => {
  await using contoso = await startContoso(seed);
  const ask = asker(() => contoso);
  const walks = (await restorable(contoso, seed)).filter(isTaken).map((item) => new Newcomer(contoso, item, 'adele', 'current'));
  const standing = new Map<Newcomer, string>();
  const kinds = new Set<string>();
  await walkToTheEnd(contoso, walks, async () => {
    for (const walk of walks.filter(({ end }) => end?.kind !== 'at-start')) {
      const read = await newsOf(ask, walk, standing);
      if (read[0]) kinds.add(read[0].next.kind);
      for (const [one, other] of pairs(read))
        for (const [fact, same] of factsOfBoth(one, other)) expect([walk.machine, fact]).toEqual([walk.machine, same]);
    }
  });
  expect([...kinds]).toEqual(expect.arrayContaining(['wait', 'done']));
});

const GROUP = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG';

it.each([
  ['managed disk', 'IgniteRG'],
  ['VHD', null],
])('of a %s that was deleted nobody says that it is there', { timeout: 30_000 }, async (_what, targetGroup) => {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  const item = `${OPERATIONS}/items/RestoreRG/WinSingleVM1`;
  const path = restorePath(await restoreDisks(contoso, ask, 'WinSingleVM1', targetGroup, item));
  const disks = seen((await ask.get(restore, path)).disks);
  const [, lost = ''] = disks;
  const url = targetGroup === null ? lost : `${GROUP}/providers/Microsoft.Compute/disks/${lost}?api-version=2023-04-02`;
  expect((await direct(contoso.azure, 'adele', 'DELETE', url)).status).toBeLessThan(300);
  await watchRestore(ask, path, (found) => found.steps[0]?.state === 'failed');
  const read = await Promise.all(PEOPLE.map((person) => ask.get(restore, path, { person })));
  for (const [one, other] of pairs(read)) for (const [is, same] of factsOfBoth(one, other)) expect(is).toEqual(same);
  const [adele, , megan] = read;
  expect(adele?.steps[0]).toMatchObject({ state: 'failed', reason: 'disks-incomplete' });
  expect(megan?.steps[0]).toMatchObject({ state: 'hidden', needs: [{ right: 'read-blobs', at: ['contosostaging'] }] });
});

/** A verdict that somebody could not reach says nothing; of what is hidden one is told besides. */
const isReached = ({ verdict }: RecoveryPoint) => verdict.state !== 'unknown' && verdict.state !== 'may-need-keys';
const HIDDEN: readonly VerdictReason[] = ['key-vault-unreadable', 'key-vault-firewalled', 'keys-out-of-sight'];
const verdictOf = ({ verdict: { state, reasons } }: RecoveryPoint) => ({
  state,
  reasons: reasons.filter((reason) => !HIDDEN.includes(reason)),
});

function noneWhereForbidden(error: unknown): [] {
  if (error instanceof Refusal && error.code === 'forbidden') return [];
  throw error;
}

it.each(SEEDS)('nobody is told of any recovery point of %s what another is told otherwise', { timeout: 300_000 }, async (seed) => {
  await using contoso = await startContoso(seed);
  const ask = asker(() => contoso);
  for (const { vault, resourceGroup, name } of await restorable(contoso, seed)) {
    const path = `/api/vaults/${vault.subscriptionId}/${vault.resourceGroup}/${vault.vaultName}/items/${resourceGroup}/${name}/recovery-points`;
    const lists = await Promise.all(PEOPLE.map((person) => ask.get(z.array(recoveryPoint), path, { person }).catch(noneWhereForbidden)));
    for (const [some, others] of pairs(lists))
      for (const [one, other] of some.map((point, at) => [point, others[at]] as const)) {
        if (!other || !isReached(one) || !isReached(other)) continue;
        expect([name, verdictOf(one)]).toEqual([name, verdictOf(other)]);
      }
  }
});
