import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail, run } from '../scripts/prepare.mjs';

const isInstalled = () => spawnSync('az', ['version', '-o', 'none'], { stdio: 'ignore' }).status === 0;

/** Makes sure that `az` can be run: Debian's package is installed where that is possible. Answers the seconds it took. */
export function ensureAz() {
  const started = performance.now();
  if (isInstalled()) return 0;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    fail('the Azure command line (az) is missing. On Debian: apt-get install --no-install-recommends azure-cli, as root.');
  }
  console.log('Installing the Azure command line …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'azure-cli'], { env });
  if (!isInstalled()) fail('the Azure command line could not be installed.');
  return (performance.now() - started) / 1000;
}
