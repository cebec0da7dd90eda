// The life of an encrypted machine's backup, driven by Azure's own command line against a Local Azure that was pointed out to it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aroundSteps } from './steps/around.mjs';
import { backupSteps } from './steps/backup.mjs';
import { endSteps } from './steps/end.mjs';
import { keysSteps } from './steps/keys.mjs';
import { restoreSteps } from './steps/restore.mjs';
import { vaultSteps } from './steps/vault.mjs';

/** The restored configuration is written in UTF-16, the other files in UTF-8. */
function readJson(file) {
  const bytes = readFileSync(file);
  const text = bytes[1] === 0 || bytes[0] === 0xff ? bytes.toString('utf16le') : bytes.toString('utf8');
  return JSON.parse(text.replace(/^\uFEFF/, '').replace(/\0+$/, ''));
}

/**
 * Each step (a name, what is done, and whether it is `long`) in its order; what one finds out (`known`), the later ones use.
 * @param {{ folder: string, az: any, azure: any, advance: (minutes: number) => Promise<void>, signIn: () => Promise<void> }} given
 */
export function steps({ folder, ...given }) {
  const file = (name) => join(folder, name);
  const writeJson = (name, value) => writeFileSync(file(name), JSON.stringify(value));
  const context = { ...given, known: {}, file, readJson, writeJson };
  return [vaultSteps, backupSteps, restoreSteps, keysSteps, aroundSteps, endSteps].flatMap((chapter) => chapter(context));
}
