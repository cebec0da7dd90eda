import { hasTagCharacters, isGivableTag, LONGEST_TAG_NAME, LONGEST_TAG_VALUE, sameName } from '@tresor/support-matrix';
import type { AddedTag } from '../../kept/item-drafts';
import type { Message } from '../../language/messages';
import { tagMessages as messages } from './messages';

/** A row in which nothing is typed says nothing. */
const isBlank = ({ name, value }: AddedTag): boolean => name === '' && value === '';

/** What is filled in. */
export const filledIn = (rows: readonly AddedTag[]): AddedTag[] => rows.filter((row) => !isBlank(row));

/** What is wrong with the tag of a row; undefined where Azure would take it. */
export function tagFault(rows: readonly AddedTag[], row: AddedTag): Message | undefined {
  if (isBlank(row)) return undefined;
  const { name, value } = row;
  if (name === '') return messages.tagNameMissing;
  if (!hasTagCharacters(name)) return messages.tagCharacters;
  if (!isGivableTag(name)) return messages.tagReserved;
  if (name.length > LONGEST_TAG_NAME || value.length > LONGEST_TAG_VALUE) return messages.tagTooLong;
  return rows.some((other) => other !== row && sameName(other.name, name)) ? messages.tagTwice : undefined;
}

/** The first fault in any row. */
export const addedTagFault = (rows: readonly AddedTag[]): Message | undefined =>
  rows.map((row) => tagFault(rows, row)).find((fault) => fault !== undefined);
