import type { AddedTag } from '../../kept/item-drafts';

/** Tags as they are shown, one after the other. */
export const tagWords = (tags: readonly AddedTag[]): string =>
  tags.map(({ name, value }) => (value === '' ? name : `${name}: ${value}`)).join(', ');
