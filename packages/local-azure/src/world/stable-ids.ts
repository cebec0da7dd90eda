import { createHash } from 'node:crypto';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Thirty-two hex digits that are the same for the same text in every fresh world. */
export const hexOf = (text: string): string => digest(text).slice(0, 32);

/** A GUID that is the same for the same text in every fresh world. */
export function guidOf(text: string): string {
  const hex = digest(text);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
