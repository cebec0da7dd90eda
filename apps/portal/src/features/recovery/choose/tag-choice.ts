import type { ItemInVault } from '@tresor/contracts';
import { hasTag, tagNames, tagValues } from '@tresor/support-matrix';

/** What is shown of the machines by a tag: those that have it with any value, with one, or not at all. */
export interface TagChoice {
  name: string;
  with: { kind: 'any' } | { kind: 'value'; value: string } | { kind: 'none' } | { kind: 'unseen' };
}

type Tagged = Pick<ItemInVault, 'tags'>;

/** Whether a machine is one of those; all are where nothing is chosen. */
export function isOfTag({ tags }: Tagged, choice: TagChoice | null): boolean {
  if (choice === null) return true;
  const { name, with: wanted } = choice;
  if (wanted.kind === 'unseen') return tags === null;
  if (wanted.kind === 'value') return hasTag(tags, { name, value: wanted.value }) === true;
  return hasTag(tags, { name, value: null }) === (wanted.kind === 'none');
}

/** What there is to choose of a tag, each with how many machines it is. */
export function choicesOf(items: readonly Tagged[], name: string): { choice: TagChoice; count: number }[] {
  const values = tagValues(
    items.map(({ tags }) => tags),
    name,
  );
  const wanted: TagChoice['with'][] = [
    { kind: 'any' },
    ...values.map((value) => ({ kind: 'value' as const, value })),
    { kind: 'none' },
    { kind: 'unseen' },
  ];
  return wanted
    .map((one) => ({ name, with: one }))
    .map((choice) => ({ choice, count: items.filter((item) => isOfTag(item, choice)).length }))
    .filter(({ choice, count }) => count > 0 || choice.with.kind === 'any');
}

export const namesIn = (items: readonly Tagged[]): string[] => tagNames(items.map(({ tags }) => tags));
