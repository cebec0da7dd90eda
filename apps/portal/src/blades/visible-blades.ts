export type BladeSize = 'menu' | 'small' | 'medium' | 'large';

/** Widths in pixels; a blade alone may be narrower, the newest may grow. */
export const BLADE_WIDTH: Readonly<Record<BladeSize, number>> = { menu: 265, small: 315, medium: 585, large: 855 };

/** Index of the oldest blade that still fits beside the newer ones. The newest is always visible. */
export function firstVisible(sizes: readonly BladeSize[], width: number): number {
  let first = sizes.length;
  let used = 0;
  for (const size of sizes.toReversed()) {
    used += BLADE_WIDTH[size];
    if (used > width && first < sizes.length) break;
    first -= 1;
  }
  return first;
}
