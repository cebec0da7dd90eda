import { existsSync, readFileSync } from 'node:fs';
import type { Theme } from '../capture/shot';
import type { Language } from '../words';

/** A reviewer's word on one screen in one language. */
export interface Decision {
  scene: string;
  language: Language;
  verdict: 'approved' | 'rejected';
  who: string;
  /** ISO moment. */
  when: string;
  reason: string;
  /** SHA-256 of the pictures that were looked at, by theme. */
  images: Partial<Record<Theme, string>>;
  /** Hash of the outline without its positions: the same on every machine. */
  structure: string;
  /** Where the pictures were taken; only there the same picture has the same bytes. */
  environment: string;
  /** The parts, one a line, with their positions. */
  outline: readonly string[];
}

/** A remark pinned to a region of a picture; the region in parts of its width and height. */
export interface Comment {
  id: string;
  scene: string;
  language: Language;
  theme: Theme;
  who: string;
  when: string;
  text: string;
  region: { x: number; y: number; width: number; height: number };
  image: string;
}

/** What the repository remembers of reviews. */
export interface Approvals {
  version: 1;
  decisions: readonly Decision[];
  comments: readonly Comment[];
}

export const NO_APPROVALS: Approvals = { version: 1, decisions: [], comments: [] };

export function readApprovals(file: string): Approvals {
  if (!existsSync(file)) return NO_APPROVALS;
  const read: Approvals = JSON.parse(readFileSync(file, 'utf8'));
  if (read.version !== 1) throw new Error(`${file} was written by a newer review.`);
  return read;
}
