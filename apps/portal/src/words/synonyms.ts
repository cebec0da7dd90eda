/** What people type or say for a word of ours, as the glossary has it: it is found by, and never written. */
export const SYNONYMS: readonly (readonly [word: string, ...synonyms: string[]])[] = [
  ['Geheimnis', 'Geheimschlüssel', 'geheimer Schlüssel'],
  ['Aufbewahrung', 'Beibehaltungsdauer'],
  ['Speicherreplikation', 'Redundanz'],
  ['Vorläufig', 'Soft Delete'],
  ['Resource Guard', 'Ressourcenschutz', 'Ressourcenwächter', 'MUA', 'Multi-User-Autorisierung'],
];

/** A text, and what people might search it by besides its words. */
export function withSynonyms(text: string): string {
  const searched = text.toLowerCase();
  const others = SYNONYMS.flatMap(([word, ...synonyms]) => (searched.includes(word.toLowerCase()) ? synonyms : []));
  return [text, ...others].join(' ');
}
