import { tagValue, type Tags } from '@tresor/support-matrix';
import { ISOLATION_MARK } from '../network/isolated-network';
import { RESTORE_MARK } from '../network/restore-network';

/** Azure takes no more of a resource. Source: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources */
const MOST = 50;

/** Names that begin so Azure keeps for itself, and refuses of everybody else. */
const RESERVED = /^(?:microsoft|azure|windows)/i;

const MARKS = [RESTORE_MARK, ISOLATION_MARK];

/** What of the tags of an old machine a new one can be given: not what Azure itself wrote, nor what says of which restore something is. */
export const givenOn = (tags: Tags): Tags =>
  Object.fromEntries(Object.entries(tags).filter(([name]) => !RESERVED.test(name) && !MARKS.includes(name.toLowerCase())));

/** The same with what says of which restore something is, for which there has to be room. */
export function marked(tags: Tags, marks: Tags): Record<string, string> {
  const others = Object.entries(tags).filter(([name]) => tagValue(marks, name) === null);
  return { ...marks, ...Object.fromEntries(others.slice(0, MOST - Object.keys(marks).length)) };
}
