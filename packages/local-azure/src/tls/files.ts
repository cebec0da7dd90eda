import { renameSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';

/** A path beside the state file, named after it: `local-azure.sqlite` and `ca.pem` give `local-azure-ca.pem`. */
export function besideState(stateFile: string, name: string): string {
  return join(dirname(stateFile), `${parse(stateFile).name}-${name}`);
}

/** Writes a file as a whole or not at all. */
export function keep(file: string, content: string, mode: number): void {
  writeFileSync(`${file}.new`, content, { mode });
  renameSync(`${file}.new`, file);
}
