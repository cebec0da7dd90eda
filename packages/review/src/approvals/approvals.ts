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

/** What one window decided; comments that it took back by their id. */
export const change = z.object({
  decisions: z.readonly(z.array(decision)),
  comments: z.readonly(z.array(comment)),
  withdrawn: z.readonly(z.array(z.string())),
});

export type Change = z.infer<typeof change>;

const isSame = (a: Decision, b: Decision) => a.scene === b.scene && a.language === b.language;

/** What makes one of the other. */
export function changeOf(before: Approvals, after: Approvals): Change {
  const ids = ({ comments }: Approvals) => new Set(comments.map(({ id }) => id));
  const [known, left] = [ids(before), ids(after)];
  return {
    decisions: after.decisions.filter((made) => !before.decisions.some((old) => isSame(old, made) && old.when === made.when)),
    comments: after.comments.filter(({ id }) => !known.has(id)),
    withdrawn: before.comments.flatMap(({ id }) => (left.has(id) ? [] : [id])),
  };
}

/** Done to what may have been decided elsewhere meanwhile, all of which stays. */
export function withChange(
  { version, decisions, comments }: Approvals,
  { decisions: made, comments: added, withdrawn }: Change,
): Approvals {
  const others = decisions.filter((old) => !made.some((one) => isSame(old, one)));
  const gone = new Set([...withdrawn, ...added.map(({ id }) => id)]);
  return { version, decisions: [...others, ...made], comments: [...comments.filter(({ id }) => !gone.has(id)), ...added] };
}

export const countOf = ({ decisions, comments, withdrawn }: Change): number => decisions.length + comments.length + withdrawn.length;

/** Scenes that were judged and that no journey has any more: nothing would ever play them again. */
export function orphansOf({ decisions }: Approvals, journeys: readonly { scenes: readonly { id: string }[] }[]): string[] {
  const there = new Set(journeys.flatMap(({ scenes }) => scenes.map(({ id }) => id)));
  return [...new Set(decisions.map(({ scene }) => scene))].filter((scene) => !there.has(scene));
}

export const NO_APPROVALS: Approvals = { version: 1, decisions: [], comments: [] };

const order = (a: { scene: string; language: string }, b: { scene: string; language: string }) =>
  a.scene.localeCompare(b.scene, 'en') || a.language.localeCompare(b.language, 'en');

/** The text of the file: always in the same order, one value a line, so that changes are read in a diff. */
export function approvalsText({ decisions, comments }: Approvals): string {
  const sorted = { version: 1, decisions: decisions.toSorted(order), comments: comments.toSorted(order) };
  return `${JSON.stringify(sorted, null, 2)}\n`;
}
