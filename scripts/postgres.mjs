// The PostgreSQL of tests: found, or installed from Debian.
import { existsSync, readdirSync } from 'node:fs';
import { apt, onPath } from './debian.mjs';

const FOLDER = '/usr/lib/postgresql';
const OLDEST = 15;

const hasPostgres = () =>
  existsSync(FOLDER) && readdirSync(FOLDER).some((version) => Number(version) >= OLDEST && existsSync(`${FOLDER}/${version}/bin/initdb`));

/** Whether there is one now; what is missing is installed where that can be. */
export function ensurePostgres() {
  if (hasPostgres()) return true;
  if (!onPath(['apt-get'])) return false;
  console.log('Installing PostgreSQL …');
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'postgresql');
  return hasPostgres();
}
