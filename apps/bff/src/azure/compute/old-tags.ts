import type { AddedTags } from '@tresor/contracts';
import { isGivableTag, MOST_TAGS, tagValue, type Tags } from '@tresor/support-matrix';

/** What of the tags of an old machine a new one can be given: not what Azure itself wrote, nor what says of which restore something is. */
export const givenOn = (tags: Tags): Tags => Object.fromEntries(Object.entries(tags).filter(([name]) => isGivableTag(name)));

/** Tags that somebody gives by hand, as a resource has them. */
export const byHand = (added: AddedTags = []): Tags => Object.fromEntries(added.map(({ name, value }) => [name, value]));

/** These tags, with others in place of their namesakes, each spelled as it was. */
export function withInstead(tags: Tags, others: Tags): Record<string, string> {
  const spelled = new Map(Object.keys(tags).map((name) => [name.toLowerCase(), name]));
  const instead = Object.entries(others).map(([name, value]) => [spelled.get(name.toLowerCase()) ?? name, value]);
  return { ...tags, ...Object.fromEntries(instead) };
}

/** These tags, and of others as many as a resource has room for. */
export function withOthers(tags: Tags, others: Tags): Record<string, string> {
  const beside = Object.entries(others).filter(([name]) => tagValue(tags, name) === null);
  return { ...tags, ...Object.fromEntries(beside.slice(0, MOST_TAGS - Object.keys(tags).length)) };
}
