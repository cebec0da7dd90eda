import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { apt } from '../scripts/debian.mjs';
import { fail } from '../scripts/prepare.mjs';

const isInstalled = () => spawnSync('az', ['version', '-o', 'none'], { stdio: 'ignore' }).status === 0;

/** Makes sure that `az` can be run: Debian's package is installed where that is possible. Answers the seconds it took. */
export function ensureAz() {
  const started = performance.now();
  if (isInstalled()) return 0;
  if (!existsSync('/etc/debian_version')) fail('the Azure command line (az) is missing.');
  console.log('Installing the Azure command line …');
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'azure-cli');
  if (!isInstalled()) fail('az could not be installed; install Debian’s package azure-cli as root and try again.');
  return (performance.now() - started) / 1000;
}
