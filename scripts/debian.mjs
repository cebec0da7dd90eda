// Programs of Debian's that a test needs: found, or installed.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail, run } from './prepare.mjs';

/** Where a program may lie although the path of an account that is not root does not name it; the last is of the helpers of buildah. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/sbin', '/usr/lib/podman'];

/** Path of the first of these programs that there is. */
export function onPath(names) {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), ...SYSTEM_FOLDERS])
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  return undefined;
}

/** One at a time: two suites that install something at once would refuse each other. */
export function apt(...args) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [program, ...before] = [...asRoot, 'flock', '/var/lib/apt', 'apt-get'];
  return run(program, [...before, ...args], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
}

/** Paths of programs, by name; `packages` says in which package each comes. What is missing is installed at once. */
export function ensurePrograms(packages) {
  const missing = Object.entries(packages).filter(([name]) => !onPath([name]));
  if (missing.length > 0) {
    console.log(`Installing ${missing.map(([, name]) => name).join(', ')} …`);
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...missing.map(([, name]) => name));
  }
  return Object.fromEntries(
    Object.entries(packages).map(([name, from]) => [
      name,
      onPath([name]) ?? fail(`${name} was not found and could not be installed; install Debian’s package ${from} and try again.`),
    ]),
  );
}
