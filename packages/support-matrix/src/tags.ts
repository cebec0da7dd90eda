export type Tags = Readonly<Record<string, string>>;

/** A tag of Azure with one of its values; `value` null: those that have no tag of this name. */
export interface Tag {
  name: string;
  value: string | null;
}

/** Source of what a tag can be: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources */
export const MOST_TAGS = 50;
export const LONGEST_TAG_NAME = 512;
export const LONGEST_TAG_VALUE = 256;

/** Tags whose names begin so are Azure's own: nobody else gives them. */
const OF_AZURE = /^(?:microsoft|azure|windows)/i;
/** What says of which restore or run something is, by which it is found and removed. */
const OUR_MARKS = /^tresor-(?:restore|isolation)$/i;

/** Whether a tag of this name can be given. */
export const isGivableTag = (name: string): boolean => !OF_AZURE.test(name) && !OUR_MARKS.test(name);

/** Whether a name of a tag has none of the characters that Azure refuses in it: `<>%&\?/`. */
export const hasTagCharacters = (name: string): boolean => !/[<>%&\\?/]/.test(name);

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
