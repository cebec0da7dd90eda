import type { Box, Theme } from '../capture/shot';
import type { Language } from '../words';

export type FindingCode =
  | 'label-missing'
  | 'label-spelled'
  | 'blades-differ'
  | 'cards-differ'
  | 'columns-differ'
  | 'buttons-differ'
  | 'fields-differ'
  | 'links-differ'
  | 'texts-differ'
  | 'text-clipped'
  | 'text-shortened'
  | 'word-broken'
  | 'text-overlaps'
  | 'contrast-low'
  | 'untranslated'
  | 'placeholder'
  | 'page-language'
  | 'word-avoided'
  | 'spelling-varies'
  | 'not-played'
  | 'parts-changed'
  | 'layout-moved'
  | 'picture-changed';

/** `wrong` must be put right; `look` needs a person's eye. */
export type Weight = 'wrong' | 'look';

export interface Finding {
  code: FindingCode;
  weight: Weight;
  scene: string;
  language: Language;
  theme?: Theme;
  /** What the sentence about it is filled with; evidence, never a sentence of its own. */
  details: Readonly<Record<string, string>>;
  /** Where in the picture. */
  box?: Box;
}
