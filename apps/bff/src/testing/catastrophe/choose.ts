import { expectedOutcomes, type ExpectedOutcome } from '@tresor/local-azure';

/** As the portal proposes it: what the others sign in to comes first. */
export const waveOf = (name: string): number => (/DC\d+$/.test(name) ? 1 : 2);

/** How so many of each kind of machine should end, the first ones. */
export const firstOfEachRow = (count: number): ExpectedOutcome[] =>
  expectedOutcomes().filter(({ machine }) => Number(/\d+$/.exec(machine)?.[0]) <= count);

/** The draft of a plan for all of them, as the portal proposes it. */
export const draftFor = (machines: readonly object[]) => ({
  name: 'Everything',
  edition: 'current',
  machines,
  moment: { kind: 'unsuspicious' },
  target: { kind: 'as-it-was' },
});

/** How often each word is said. */
export function countsOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
