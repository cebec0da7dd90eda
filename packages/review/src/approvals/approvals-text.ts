import type { Approvals } from './approvals';

const order = (a: { scene: string; language: string }, b: { scene: string; language: string }) =>
  a.scene.localeCompare(b.scene, 'en') || a.language.localeCompare(b.language, 'en');

/** The text of the file: always in the same order, one value a line, so that changes are read in a diff. */
export function approvalsText({ decisions, comments }: Approvals): string {
  const sorted = { version: 1, decisions: decisions.toSorted(order), comments: comments.toSorted(order) };
  return `${JSON.stringify(sorted, null, 2)}\n`;
}
