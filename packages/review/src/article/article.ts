import type { Language } from '../words';

/** A picture the article shows. */
export interface Figure {
  /** File name without folder and ending; the same in every language. */
  image: string;
  /** The picture as the article links it. */
  link: string;
  /** Where the picture is, when the documents bring it. */
  file: string | undefined;
  alt: string;
}

/** Words the reader is told to look for on a screen. */
export interface Label {
  text: string;
  /** `bold` is a label; `quoted` a label in quotation marks; `wording` a message that a table of errors prints. */
  kind: 'bold' | 'quoted' | 'wording';
}

/** A piece of a sentence. */
export interface Run {
  text: string;
  bold: boolean;
}

/** What a scene can be bound to: a numbered step, a row of a table, or other text with labels or figures. */
export interface Unit {
  kind: 'step' | 'row' | 'text';
  /** Name of the anchor of the section, or its title as an anchor would be written. */
  section: string;
  heading: string;
  number: number;
  paragraphs: readonly (readonly Run[])[];
  labels: readonly Label[];
  figures: readonly Figure[];
}

export interface Article {
  /** File name without folder and ending. */
  name: string;
  file: string;
  title: string;
  /** What it calls itself, as anchors: its title, its first heading, and the anchor of that. */
  titles: readonly string[];
  /** `ms.assetid`: the same in every language and edition. */
  assetId: string | undefined;
  text: string;
  language: Language;
  units: readonly Unit[];
}

/** `configure-backup/3`: how reports and messages call a unit. */
export const unitKey = ({ kind, section, number }: Pick<Unit, 'kind' | 'section' | 'number'>): string =>
  `${section}/${kind === 'step' ? '' : `${kind}-`}${number}`;
