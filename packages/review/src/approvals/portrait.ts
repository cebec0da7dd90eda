import type { Shot, Theme } from '../capture/shot';
import { hashOf } from '../pictures/png';
import type { Scene } from '../scene/scene';
import type { Language } from '../words';
import { outlineOf, pageOf, structureOf } from './outline';

/** A screen as it is compared with what was approved. */
export interface Portrait {
  scene: string;
  language: Language;
  structure: string;
  outline: readonly string[];
  /** All parts of the page without their positions. */
  page: readonly string[];
  images: Partial<Record<Theme, string>>;
  environment: string;
}

export function portraitOf({ id }: Pick<Scene, 'id'>, language: Language, shot: Shot, environment: string): Portrait {
  const outline = outlineOf(shot);
  const images = Object.fromEntries(Object.entries(shot.pictures).map(([theme, picture]) => [theme, hashOf(picture)]));
  return { scene: id, language, structure: structureOf(outline), outline, page: pageOf(shot), images, environment };
}
