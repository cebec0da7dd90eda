import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { KEY_FILE, makePrivateFile } from './private-files';
import { StateError } from './state-error';

const BYTES = 32;

/** Where the key of a state file lies. */
export const keyFileOf = (stateFile: string): string => join(dirname(stateFile), KEY_FILE);

/** The key that seals the states of a folder; undefined while there is none. @throws StateError when the file holds something else */
export function readInstallationKey(stateFile: string): Buffer | undefined {
  const file = keyFileOf(stateFile);
  const text = existsSync(file) ? readFileSync(file, 'latin1').trim() : '';
  // An empty one was left by a process that died over it: nothing can have been sealed with it.
  if (text === '') return undefined;
  if (/^[0-9a-f]{64}$/.test(text)) return Buffer.from(text, 'hex');
  throw new StateError('key', `The file ${file} holds no key; put back the one with which the state was sealed.`);
}

/** The same, made where there is none. It is on the disk before anything is sealed with it. */
export function installationKey(stateFile: string): Buffer {
  const known = readInstallationKey(stateFile);
  if (known) return known;
  const key = randomBytes(BYTES);
  const file = keyFileOf(stateFile);
  makePrivateFile(file);
  const handle = openSync(file, 'w');
  writeSync(handle, `${key.toString('hex')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  return key;
}
