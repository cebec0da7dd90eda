import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'oxfmt';
import { root } from './prepare.mjs';
import { readBack } from './read-back.mjs';

/** @type {import('oxfmt').OxfmtConfig} */
const { ignorePatterns: _, ...options } = readBack(readFileSync(join(root, '.oxfmtrc.json'), 'utf8'));

/** The text of a file as the repository keeps it. @throws Error where it cannot be read as what the file's name says */
export async function formatted(file, text) {
  const { code, errors } = await format(file, text, options);
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join('; ')}`);
  return code;
}
