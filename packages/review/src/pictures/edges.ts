import { PNG } from 'pngjs';
import { readPng, writePng } from './png';

const STEP = 24;

/** The lines of a picture alone: boxes, separators, rows of text. Letter shapes play no part in it. */
export function edgesOf(picture: Buffer): { picture: Buffer; width: number; height: number } {
  const { data, width, height } = readPng(picture);
  const brightness = (x: number, y: number) => {
    const at = (Math.min(y, height - 1) * width + Math.min(x, width - 1)) * 4;
    return 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
  };
  const lines = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const here = brightness(x, y);
      const step = Math.max(Math.abs(here - brightness(x + 1, y)), Math.abs(here - brightness(x, y + 1)));
      if (step < STEP) continue;
      lines.data.set([200, 30, 110, Math.min(255, 90 + step * 2)], (y * width + x) * 4);
    }
  }
  return { picture: writePng(lines), width, height };
}
