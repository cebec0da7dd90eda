import { createHash } from 'node:crypto';
import type { Part, Shot } from '../capture/shot';

const POSITION = / @(-?\d+),(-?\d+),(-?\d+),(-?\d+)$/;

/** A screen as text: every part that is shown, with its position in thousandths of the picture. */
export function outlineOf({ parts, width, height }: Pick<Shot, 'parts' | 'width' | 'height'>): string[] {
  return parts.filter(({ shown }) => shown).map((part) => line(part, width, height));
}

/** Everything on the page as the outline would call it, also what is scrolled away or was not photographed. */
export const pageOf = ({ parts, width, height }: Pick<Shot, 'parts' | 'width' | 'height'>): string[] =>
  parts.map((part) => withoutPosition(line(part, width, height)));

function line({ role, name, value, states, box: [x, y, w, h] }: Part, width: number, height: number): string {
  const words = [role, JSON.stringify(name), value !== undefined && `= ${JSON.stringify(value)}`, ...states].filter(Boolean).join(' ');
  // What goes on below the picture's edge is not measured: lists guess the height of rows nobody has seen.
  const [left, top, wide, high] = [x / width, y / height, Math.min(w, width - x) / width, Math.min(h, height - y) / height].map((part) =>
    Math.round(part * 1000),
  );
  return `${words} @${left},${top},${wide},${high}`;
}

export const withoutPosition = (line: string): string => line.replace(POSITION, '');

export function structureOf(outline: readonly string[]): string {
  return createHash('sha256').update(outline.map(withoutPosition).join('\n')).digest('hex').slice(0, 16);
}

/** Lines that came and went between two outlines. */
export function changesOf(before: readonly string[], after: readonly string[]): { gone: string[]; come: string[] } {
  const [old, now] = [before.map(withoutPosition), after.map(withoutPosition)];
  return { gone: minus(old, now), come: minus(now, old) };
}

/** What of some lines is not among others. */
export function minus(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Parts that are the same but stand elsewhere, in outlines of the same structure. */
export function movesOf(before: readonly string[], after: readonly string[], tolerance: number): { part: string; by: number }[] {
  return before.flatMap((old, index) => {
    const now = after[index];
    const [was, is] = [old, now ?? ''].map((line) => POSITION.exec(line)?.slice(1).map(Number) ?? []);
    const by = Math.max(0, ...(was ?? []).map((value, axis) => Math.abs(value - (is?.[axis] ?? value))));
    return now !== undefined && by > tolerance ? [{ part: withoutPosition(now), by }] : [];
  });
}
