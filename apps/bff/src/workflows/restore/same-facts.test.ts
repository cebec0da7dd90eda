import { restore, type Fact, type KeyLink, type Restore, type StepView } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { Newcomer } from '../../testing/newcomer';
import { startContoso } from '../../testing/start-contoso';
import { restorable, walkToTheEnd } from '../../testing/walks';

const PEOPLE = ['adele', 'alex', 'megan', 'patti', 'lee'];

/** Of each kind one: keys in place, lost, in a lost or deleted key vault, none; managed disks and VHDs; Windows and Linux. */
const KINDS = [
  ['contoso', 'FullRestoreVM1'],
  ['contoso', 'LostKeysVM1'],
  ['contoso', 'LostVaultVM1'],
  ['contoso', 'DeletedVaultVM1'],
  ['contoso', 'LinuxSingleVM1'],
  ['contoso', 'WinUnmanagedVM1'],
  ['contoso', 'AppVM1'],
  ['disaster', 'DBVM2'],
] as const;

const factsOf = ({ disks, keysThere, keysMoved, machineId, protection, leftovers }: Restore): Fact<unknown>[] => [
  disks,
  keysThere,
  keysMoved,
  machineId,
  protection,
  leftovers,
];

/** What lies under other rights than the vault, or follows from it. */
const ELSEWHERE = new Set([
  'disks',
  'keyChain',
  'keysThere',
  'keysMoved',
  'machineId',
  'protection',
  'leftovers',
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
function bothTold(one: Restore, other: Restore): [unknown, unknown][] {
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

it.each(KINDS)('in %s nobody is told of the restore of %s what another is told otherwise', { timeout: 120_000 }, async (seed, machine) => {
  await using contoso = await startContoso(seed);
  const ask = asker(() => contoso);
  const walks = (await restorable(contoso, seed))
    .filter(({ name }) => name === machine)
    .map((item) => new Newcomer(contoso, item, 'adele', 'current'));
  const kinds = new Set<string>();
  let standing = '';
  await walkToTheEnd(contoso, walks, async () => {
    const [walk] = walks;
    const now = JSON.stringify(walk?.last?.steps ?? null);
    if (!walk || now === standing) return;
    standing = now;
    const read = await Promise.all(PEOPLE.map((person) => ask.get(restore, `${walk.path}?edition=current`, { person })));
    kinds.add(read[0]?.next.kind ?? '');
    for (const one of read) for (const other of read) for (const [told, same] of bothTold(one, other)) expect(told).toEqual(same);
  });
  expect(walks.map(({ end }) => end?.kind)).toEqual(['done']);
  expect([...kinds]).toEqual(expect.arrayContaining(['wait', 'done']));
});
