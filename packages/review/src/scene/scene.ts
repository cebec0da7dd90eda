import type { Words } from '../words';

/** How a person would name a thing on the screen: what it is, and what it is called. */
export interface Target {
  role:
    | 'button'
    | 'link'
    | 'textbox'
    | 'searchbox'
    | 'combobox'
    | 'checkbox'
    | 'radio'
    | 'heading'
    | 'region'
    | 'dialog'
    | 'navigation'
    | 'row'
    | 'text'
    | 'banner'
    | 'complementary'
    | 'status'
    | 'menu'
    | 'menuitem'
    | 'list'
    | 'group'
    | 'alert'
    | 'tab'
    | 'switch'
    | 'main'
    | 'img';
  /** Left out where there is only one of its kind. */
  name?: Words;
  /** `starts`: the name begins so; `has`: it holds these words. */
  match?: 'exact' | 'starts' | 'has';
  inside?: Target;
}

/** What a person does, or waits for. */
export type Action =
  | { do: 'open'; path: string }
  | { do: 'click'; target: Target }
  | { do: 'type'; target: Target; text: Words }
  | { do: 'choose'; target: Target; option: Words }
  | { do: 'tick'; target: Target }
  | { do: 'see'; target: Target }
  | { do: 'point'; target: Target }
  /** World time passes. */
  | { do: 'pass'; minutes: number };

/** What of the documents a scene shows. */
export type Binding =
  | { to: 'figure'; image: string }
  | { to: 'unit'; kind: 'step' | 'row' | 'text'; number: number; sections: readonly string[] };

/** Where a label is in the article's own picture, in pixels of that picture. */
interface Place {
  label: Words;
  at: readonly [x: number, y: number, width: number, height: number];
}

/** The written description of a figure: what must be there, in this order. */
export interface Description {
  /** Titles of the blades, left to right. */
  blades?: readonly Words[];
  /** Titles of the numbered cards, top to bottom. */
  cards?: readonly Words[];
  columns?: readonly Words[];
  buttons?: readonly Words[];
  fields?: readonly Words[];
  /** Entries of menus and lists of links, top to bottom. */
  links?: readonly Words[];
  /** Other words that must be readable. */
  texts?: readonly Words[];
}

export interface Scene {
  id: string;
  title: Words;
  binds: readonly Binding[];
  /** The scene begins in a world of its own; without it, where the one before has ended. */
  fresh?: boolean;
  actions: readonly Action[];
  /** The picture is taken when this is seen. */
  ready: Target;
  /** What the picture shows: everything between these parts; the whole window without. */
  crop?: readonly Target[];
  /** Parts that differ from run to run. */
  mask?: readonly Target[];
  describes: Description;
  places?: readonly Place[];
  /** Labels of the article whose words are not on the screen, and why that is meant. */
  explains?: Readonly<Record<string, Words>>;
  /** The screen differs from the article's picture on purpose. */
  changed?: Words;
}

/** A walk through the product, as an article tells it. */
export interface Journey {
  id: string;
  title: Words;
  /** Names of the articles whose steps it plays; the first is the one it is told by. */
  articles: readonly string[];
  seed: string;
  person: string;
  viewport?: { width: number; height: number };
  scenes: readonly Scene[];
}

/** What an article says of itself, by which it is known under any file name. */
export interface KnownArticle {
  /** Name of its file, the same in every language; scenes call it so. */
  name: string;
  /** Its `ms.assetid`, where it has one. */
  assetId?: string;
  /** Its titles and first headings, in the languages and editions at hand. */
  titles: readonly string[];
}

/** What of the documents no scene shows on purpose: a whole article, or some of its sections. */
export interface Aside {
  article: string;
  sections?: readonly string[];
  because: Words;
}
