import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const isCode = (file: string): boolean => /\.(?:ts|tsx|mjs)$/.test(file) && !/(?:\.test|\.fixture|testing)\.ts$/.test(file);

const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

/** Every name and word of the code below some folders, comments and tests aside. */
export function wordsOfCode(...folders: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isCode)) {
      for (const [word] of withoutComments(readFileSync(join(folder, file), 'utf8')).matchAll(/[A-Za-z_$][\w.$-]*/g)) {
        words.add(word);
        for (const part of word.split('.')) words.add(part);
      }
    }
  }
  return words;
}
