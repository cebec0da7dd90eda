import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { readPng, writePng } from './png';

export interface Difference {
  /** Pixels that differ, as a part of all. */
  ratio: number;
  /** Both pictures as one: what is the same pale, what differs red. */
  picture: Buffer;
}

/** Compares two pictures of ours; where they differ in size, what only one of them has counts as different. */
export function compare(before: Buffer, after: Buffer): Difference {
  const [old, now] = [readPng(before), readPng(after)];
  const width = Math.max(old.width, now.width);
  const height = Math.max(old.height, now.height);
  const result = new PNG({ width, height });
  const differing = pixelmatch(onto(old, width, height), onto(now, width, height), result.data, width, height, { threshold: 0.05 });
  return { ratio: differing / (width * height), picture: writePng(result) };
}

function onto(png: PNG, width: number, height: number): Buffer {
  if (png.width === width && png.height === height) return png.data;
  const canvas = new PNG({ width, height });
  PNG.bitblt(png, canvas, 0, 0, png.width, png.height, 0, 0);
  return canvas.data;
}
