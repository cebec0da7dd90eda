export type Tags = Readonly<Record<string, string>>;

/** A tag of Azure with one of its values; `value` null: those that have no tag of this name. */
export interface Tag {
  name: string;
  value: string | null;
}

/** The value a resource has for a tag; null where it has none of this name. Source: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources */
export function tagValue(tags: Tags, name: string): string | null {
  const wanted = name.toLowerCase();
  return Object.entries(tags).find(([own]) => own.toLowerCase() === wanted)?.[1] ?? null;
}

/** Whether a resource has the tag, or has none of its name where that is wanted; null where its tags are not known. */
export const hasTag = (tags: Tags | null, { name, value }: Tag): boolean | null => (tags === null ? null : tagValue(tags, name) === value);

/** The names of all tags, each once however it is written, in alphabetical order. */
export function tagNames(all: readonly (Tags | null)[]): string[] {
  const names = new Map(all.flatMap((tags) => Object.keys(tags ?? {}).map((name) => [name.toLowerCase(), name] as const)));
  return [...names.values()].toSorted((a, b) => a.localeCompare(b));
}

/** The values that a tag has anywhere, in alphabetical order. */
export function tagValues(all: readonly (Tags | null)[], name: string): string[] {
  const values = all.flatMap((tags) => (tags === null ? [] : (tagValue(tags, name) ?? [])));
  return [...new Set(values)].toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}
