/** Words without the marks that let them break in a narrow place: those are for the screen, not for what is searched or saved. */
export const withoutSoftHyphens = (words: string): string => words.replaceAll('\u00AD', '');
