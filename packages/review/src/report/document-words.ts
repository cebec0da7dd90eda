import type { Sign } from '../bind/recognize';
import { t, type Language, type Words } from '../words';
import type { DocumentView } from './data';

const BY: Record<Sign, Words> = {
  'asset-id': t('seiner ms.assetid', 'its ms.assetid'),
  title: t('seinem Titel', 'its title'),
  structure: t('seinen Überschriften, Schritten und Abbildungen', 'its headings, steps and figures'),
  'file-name': t('dem Namen der Datei allein', 'the name of the file alone'),
  words: t('den Beschriftungen in seinen Sätzen', 'the labels in its sentences'),
};

const SAYS = {
  bound: t('{file} ist der Artikel „{name}“, erkannt an {by}.', '{file} is the article “{name}”, known by {by}.'),
  instead: t('{file} ist derselbe Artikel wie {instead} und bleibt beiseite.', '{file} is the same article as {instead} and stays aside.'),
  unknown: t('{file} ist kein Artikel, den die Szenen kennen.', '{file} is no article that the scenes know.'),
};

/** What a document was taken for, and by what, as one sentence. */
export function documentSentence({ file, name, by, instead }: DocumentView, language: Language): string {
  const words = instead !== undefined ? SAYS.instead : by ? SAYS.bound : SAYS.unknown;
  const details: Record<string, string | undefined> = { file, name, instead, by: by && BY[by][language] };
  return words[language].replace(/\{(\w+)\}/g, (_all, key: string) => details[key] ?? '');
}
