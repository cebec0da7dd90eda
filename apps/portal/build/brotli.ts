import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(brotliCompress);

async function pack(file: string): Promise<void> {
  const text = await readFile(file);
  await writeFile(`${file}.br`, await compress(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }));
}

/**
 * Writes `x.js.br` beside every script, style sheet and picture, so that the server sends them without compressing. Two builds share the
 * folder: the second packs what it adds.
 */
export function brotli(): Plugin {
  return {
    name: 'tresor:brotli',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      const entries = await readdir(dir, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
      const packed = new Set(files);
      const waiting = files.filter((file) => /\.(?:js|css|svg)$/.test(file) && !packed.has(`${file}.br`));
      await Promise.all(waiting.map(pack));
    },
  };
}
