export type BladeSize = 'menu' | 'small' | 'medium' | 'large';

/** Width of a blade that is folded, in pixels. */
export const STRIP_WIDTH = 40;

/** Widths in pixels; a blade alone may be narrower, the newest may grow. */
export const BLADE_WIDTH: Readonly<Record<BladeSize, number>> = { menu: 265, small: 315, medium: 585, large: 855 };

/** Index of the oldest blade that still fits beside the newer ones. The newest that is not folded is always visible. */
export function firstVisible(sizes: readonly BladeSize[], width: number, folded: ReadonlySet<number> = new Set()): number {
  let used = 0;
  let standing = false;
  for (let depth = sizes.length - 1; depth >= 0; depth -= 1) {
    const size = folded.has(depth) ? undefined : sizes[depth];
    used += size === undefined ? STRIP_WIDTH : BLADE_WIDTH[size];
    if (used > width && standing) return depth + 1;
    if (size !== undefined) standing = true;
  }
  return 0;
}
