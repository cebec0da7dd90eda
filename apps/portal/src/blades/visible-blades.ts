import type { BladeSize } from '../map/map';
import type { BladeHandle } from './blade-handle';

/** Width of a blade that is folded, in pixels. */
export const STRIP_WIDTH = 40;

/** Widths in pixels; a blade alone may be narrower, the newest may grow. */
export const BLADE_WIDTH: Readonly<Record<BladeSize, number>> = { menu: 265, small: 315, medium: 585, large: 855 };

/** How wide each of the blades likes to be beside the others. */
export function sizesOf(
  handles: readonly Pick<BladeHandle, 'size' | 'sizeBehind'>[],
  folded: ReadonlySet<number> = new Set(),
): BladeSize[] {
  const leading = handles.findLastIndex((_, depth) => !folded.has(depth));
  return handles.map(({ size, sizeBehind }, depth) => (depth === leading ? size : sizeBehind));
}

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
