import { columnsOf } from './console-font';

const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = 16;
const CELL = { width: 6, height: 12 };
const HEADER = 62;
const STRIDE = WIDTH / 8;

/** Colors as blue, green, red. */
export interface Colors {
  ground: readonly [number, number, number];
  text: readonly [number, number, number];
}

export const CONSOLE: Colors = { ground: [0, 0, 0], text: [0xcc, 0xcc, 0xcc] };
export const BLUE: Colors = { ground: [0xd7, 0x78, 0x00], text: [0xff, 0xff, 0xff] };

/** A picture of lines on a screen: a bitmap of 640 by 400 dots in two colors (Windows BMP with a BITMAPINFOHEADER, rows from the bottom up). */
export function screenOf(lines: readonly string[], { ground, text }: Colors): Buffer {
  const picture = Buffer.alloc(HEADER + STRIDE * HEIGHT);
  picture.write('BM', 0, 'latin1');
  picture.writeUInt32LE(picture.length, 2);
  picture.writeUInt32LE(HEADER, 10);
  picture.writeUInt32LE(40, 14);
  picture.writeInt32LE(WIDTH, 18);
  picture.writeInt32LE(HEIGHT, 22);
  picture.writeUInt16LE(1, 26);
  picture.writeUInt16LE(1, 28);
  picture.writeUInt32LE(STRIDE * HEIGHT, 34);
  picture.writeUInt32LE(2, 46);
  Buffer.from([...ground, 0, ...text, 0]).copy(picture, 54);
  for (const [row, line] of lines.entries())
    for (const [column, character] of Array.from(line).entries()) draw(picture, row, column, character);
  return picture;
}

function draw(picture: Buffer, row: number, column: number, character: string): void {
  const [left, top] = [MARGIN + column * CELL.width, MARGIN + row * CELL.height];
  if (left + CELL.width > WIDTH || top + CELL.height > HEIGHT) return;
  for (const [x, bits] of columnsOf(character).entries()) {
    for (let y = 0; y < 7; y += 1) if (bits & (1 << y)) dot(picture, left + x, top + y);
  }
}

function dot(picture: Buffer, x: number, y: number): void {
  const at = HEADER + (HEIGHT - 1 - y) * STRIDE + Math.floor(x / 8);
  picture.writeUInt8(picture.readUInt8(at) | (0x80 >> (x % 8)), at);
}
