/** Looks in which every scene is photographed. */
export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** x, y, width, height in pixels of the picture. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** Something with a role and a name, as assistive technology finds it. */
export interface Part {
  role: string;
  name: string;
  value?: string;
  /** Such as `checked`, `disabled`, `expanded`. */
  states: readonly string[];
  box: Box;
  /** In the picture, not scrolled away or outside of what was cropped. */
  shown: boolean;
}

export interface TextFault {
  kind: 'clipped' | 'shortened' | 'broken' | 'overlapping';
  text: string;
  /** The other text, where two overlap. */
  other?: string;
  box: Box;
}

export interface ContrastFault {
  text: string;
  ratio: number;
  wanted: number;
  foreground: string;
  background: string;
  box: Box;
}

/** What the camera brought home of one scene in one language. */
export interface Shot {
  width: number;
  height: number;
  /** PNG by theme; those that were asked for. */
  pictures: Partial<Record<Theme, Buffer>>;
  parts: readonly Part[];
  texts: readonly TextFault[];
  contrast: Partial<Record<Theme, readonly ContrastFault[]>>;
  /** Value of the page's `lang`. */
  pageLanguage: string;
}

/** A scene that could not be played: what was tried, and what the screen showed then. */
interface Failure {
  action: string;
  reason: string;
  picture: Buffer | undefined;
}

export type Take = { ok: true; shot: Shot } | { ok: false; failure: Failure };
