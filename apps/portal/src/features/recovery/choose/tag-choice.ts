import type { ItemInVault } from '@tresor/contracts';
import { hasTag, tagNames, tagValue, tagValues } from '@tresor/support-matrix';

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
  const all = items.map(({ tags }) => tags);
  const found = all.map((tags) => (tags === null ? undefined : tagValue(tags, name)));
  const ofValue = new Map<string, number>();
  for (const value of found) if (value != null) ofValue.set(value, (ofValue.get(value) ?? 0) + 1);
  const none = found.filter((value) => value === null).length;
  const unseen = found.filter((value) => value === undefined).length;
  const choices: [TagChoice['with'], number][] = [
    [{ kind: 'any' }, found.length - none - unseen],
    ...tagValues(all, name).map((value): [TagChoice['with'], number] => [{ kind: 'value', value }, ofValue.get(value) ?? 0]),
    [{ kind: 'none' }, none],
    [{ kind: 'unseen' }, unseen],
  ];
  return choices
    .filter(([{ kind }, count]) => count > 0 || kind === 'any')
    .map(([wanted, count]) => ({ choice: { name, with: wanted }, count }));
}

export const namesIn = (items: readonly Tagged[]): string[] => tagNames(items.map(({ tags }) => tags));
