import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readBounded, readPieces } from './read-bounded';

const BOUNDS = { most: 8, tooLong: () => new Error('too long') };
const pieces = (...texts: string[]) => texts.map((text) => Buffer.from(text));
const wiped = (length: number) => Buffer.alloc(length);

it.each([[['abc']], [['abc', 'def']], [[]]])('answers all bytes of %j', async (texts) => {
  expect((await readBounded(Readable.from(pieces(...texts)), BOUNDS)).toString()).toBe(texts.join(''));
});

it.each([
  ['one piece', pieces('123456789')],
  ['several', pieces('12345', '6789')],
])('leaves nothing at all where %s is too long', async (_, read) => {
  await expect(readPieces(Readable.from(read), { ...BOUNDS, once: true })).rejects.toThrow('too long');
  expect(read).toEqual(read.map(({ length }) => wiped(length)));
});
