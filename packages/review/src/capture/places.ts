import type { Box } from './shot';

/** What we need of Chromium's `DOMSnapshot`: node trees and layout as parallel lists, words as indexes into one table. */
interface Snapshot {
  nodes: { backendNodeId?: number[]; parentIndex?: number[] };
  layout: { nodeIndex: number[]; bounds: number[][]; styles: number[][] };
}

/** Where a node is, and what of it can be seen when everything that scrolls or hides has taken its share. */
export interface Place {
  box: Box;
  seen: Box;
}

export const NOWHERE: Place = { box: [0, 0, 0, 0], seen: [0, 0, 0, 0] };
const EVERYWHERE: Box = [-1e6, -1e6, 2e6, 2e6];

export function meet(a: Box, b: Box): Box {
  const [left, top] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  return [left, top, Math.max(0, Math.min(a[0] + a[2], b[0] + b[2]) - left), Math.max(0, Math.min(a[1] + a[3], b[1] + b[3]) - top)];
}

/** Places by backend node id; the styles asked for were `overflow-x` and `overflow-y`. */
export function placesOf({ nodes, layout }: Snapshot, strings: readonly string[]): Map<number, Place> {
  const boxes = new Map<number, Box>();
  const cutting = new Set<number>();
  layout.nodeIndex.forEach((node, position) => {
    const [x = 0, y = 0, width = 0, height = 0] = layout.bounds[position] ?? [];
    boxes.set(node, [x, y, width, height]);
    if (layout.styles[position]?.some((style) => strings[style] !== 'visible')) cutting.add(node);
  });

  const windows = new Map<number, Box>();
  /** What a node's children can be seen through. */
  const windowOf = (node: number): Box => {
    if (node < 0) return EVERYWHERE;
    const known = windows.get(node);
    if (known) return known;
    const outer = windowOf(nodes.parentIndex?.[node] ?? -1);
    const own = boxes.get(node);
    const window = own && cutting.has(node) ? meet(outer, own) : outer;
    windows.set(node, window);
    return window;
  };

  const places = new Map<number, Place>();
  for (const [node, box] of boxes) {
    const id = nodes.backendNodeId?.[node];
    if (id !== undefined) places.set(id, { box, seen: meet(box, windowOf(nodes.parentIndex?.[node] ?? -1)) });
  }
  return places;
}
