import { hasTag, type Tag, type Tags } from './tags';

/** How long a machine may take to come back, and how old what comes back may be, in minutes; null where nothing is wanted. */
interface Objectives {
  rtoMinutes: number | null;
  rpoMinutes: number | null;
}

interface TagObjective extends Objectives {
  tag: Tag;
}

/**
 * What is wanted of a machine: of each kind the strictest of what is wanted of its tags, and what is wanted of all where none of them says
 * anything. Null where that depends on tags that nobody has seen.
 */
export function objectivesOf(tags: Tags | null, ofAll: Objectives, byTag: readonly TagObjective[]): Objectives | null {
  if (byTag.length === 0) return ofAll;
  if (tags === null) return null;
  const own = byTag.filter(({ tag }) => hasTag(tags, tag) === true);
  const strictest = (read: (one: Objectives) => number | null) => {
    const wanted = own.flatMap((one) => read(one) ?? []);
    return wanted.length === 0 ? read(ofAll) : Math.min(...wanted);
  };
  return { rtoMinutes: strictest(({ rtoMinutes }) => rtoMinutes), rpoMinutes: strictest(({ rpoMinutes }) => rpoMinutes) };
}
