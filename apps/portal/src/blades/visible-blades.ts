export type BladeSize = 'menu' | 'small' | 'medium' | 'large';

/** Width of a blade that is folded, in pixels. */
export const STRIP_WIDTH = 40;

/** Widths in pixels; a blade alone may be narrower, the newest may grow. */
export const BLADE_WIDTH: Readonly<Record<BladeSize, number>> = { menu: 265, small: 315, medium: 585, large: 855 };

/** Index of the oldest blade that still fits beside the newer ones. The newest is always visible, and so is the one before a folded one. */
export function firstVisible(sizes: readonly BladeSize[], width: number, folded = false): number {
  const unfolded = folded ? sizes.slice(0, -1) : sizes;
  let first = unfolded.length;
  let used = folded ? STRIP_WIDTH : 0;
  for (const size of unfolded.toReversed()) {
    used += BLADE_WIDTH[size];
    if (used > width && first < unfolded.length) break;
    first -= 1;
  }
  return first;
}
