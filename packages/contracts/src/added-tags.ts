import { hasTagCharacters, isGivableTag, LONGEST_TAG_NAME, LONGEST_TAG_VALUE } from '@tresor/support-matrix';
import * as z from 'zod';
import { MOST_ADDED_TAGS } from './limits';

const addedTag = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(LONGEST_TAG_NAME)
    .refine((name) => isGivableTag(name) && hasTagCharacters(name)),
  value: z.string().max(LONGEST_TAG_VALUE),
});

/** Tags that somebody gives by hand to what is made, each once. */
export const addedTags = z
  .array(addedTag)
  .max(MOST_ADDED_TAGS)
  .refine((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length);

export type AddedTags = z.infer<typeof addedTags>;
