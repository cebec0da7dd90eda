export const LANGUAGES = ['de', 'en'] as const;

/** A language of the screens, and of the articles. */
export type Language = (typeof LANGUAGES)[number];

/** The same words in both languages. */
export type Words = Readonly<Record<Language, string>>;

export const t = (de: string, en: string): Words => ({ de, en });

/** Names that are not translated: machines, vaults, people. */
export const name = (text: string): Words => ({ de: text, en: text });

/** White space as a reader sees it: none at the ends, one blank between words. */
export const plain = (text: string): string =>
  text
    .replace(/\u00ad/g, '')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim();
