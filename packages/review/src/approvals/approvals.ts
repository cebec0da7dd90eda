import * as z from 'zod/mini';
import { THEMES } from '../capture/shot';
import { LANGUAGES } from '../words';

const theme = z.enum(THEMES);
const screen = { scene: z.string(), language: z.enum(LANGUAGES) };
/** `when`: ISO moment. */
const authorship = { who: z.string(), when: z.string() };

const decision = z.object({
  ...screen,
  verdict: z.enum(['approved', 'rejected']),
  ...authorship,
  reason: z.string(),
  /** SHA-256 of the pictures that were looked at, by theme. */
  images: z.partialRecord(theme, z.string()),
  /** Hash of the outline without its positions: the same on every machine. */
  structure: z.string(),
  /** Where the pictures were taken; only there the same picture has the same bytes. */
  environment: z.string(),
  /** The parts, one a line, with their positions. */
  outline: z.readonly(z.array(z.string())),
});

const comment = z.object({
  id: z.string(),
  ...screen,
  theme,
  ...authorship,
  text: z.string(),
  /** In parts of the picture's width and height. */
  region: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  image: z.string(),
});

/** What the repository remembers of reviews. */
export const approvals = z.object({
  version: z.literal(1),
  decisions: z.readonly(z.array(decision)),
  comments: z.readonly(z.array(comment)),
});

/** A reviewer's word on one screen in one language. */
export type Decision = z.infer<typeof decision>;

/** A remark pinned to a region of a picture. */
export type Comment = z.infer<typeof comment>;

export type Approvals = z.infer<typeof approvals>;

export const NO_APPROVALS: Approvals = { version: 1, decisions: [], comments: [] };

const order = (a: { scene: string; language: string }, b: { scene: string; language: string }) =>
  a.scene.localeCompare(b.scene, 'en') || a.language.localeCompare(b.language, 'en');

/** The text of the file: always in the same order, one value a line, so that changes are read in a diff. */
export function approvalsText({ decisions, comments }: Approvals): string {
  const sorted = { version: 1, decisions: decisions.toSorted(order), comments: comments.toSorted(order) };
  return `${JSON.stringify(sorted, null, 2)}\n`;
}
