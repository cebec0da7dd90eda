import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { makePrivateFile } from '../world/state/private-files';

/** A path beside the state file, named after it: `local-azure.sqlite` and `ca.pem` give `local-azure-ca.pem`. */
export function besideState(stateFile: string, name: string): string {
  return join(dirname(stateFile), `${parse(stateFile).name}-${name}`);
}

/** Writes a file of this account's alone, as a whole or not at all. */
export function keep(file: string, content: string): void {
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  makePrivateFile(draft);
  writeFileSync(draft, content);
  renameSync(draft, file);
}
