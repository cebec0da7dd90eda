// Makes the package of Local Azure that anybody can install: what was built, without a dependency, and the pages that belong to it.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readArguments } from './arguments.mjs';
import { readBack } from './read-back.mjs';
import { bin, ensureInstalled, ensureNode, fail, root, run } from './prepare.mjs';

await ensureNode();
const { out } = readArguments({ out: { type: 'string', default: root } });
ensureInstalled();

const source = join(root, 'packages/local-azure');
const folder = mkdtempSync(join(tmpdir(), 'local-azure-package-'));
/** @type {{ version: string, license: string, engines: object }} */
const { version, license, engines } = readBack(readFileSync(join(root, 'package.json'), 'utf8'));
/** @type {{ name: string }} */
const { name } = readBack(readFileSync(join(source, 'package.json'), 'utf8'));

try {
  if (!run(bin('vite'), ['build', source, '--outDir', join(folder, 'dist'), '--logLevel', 'error'])) fail('the build failed.');
  copyFileSync(join(source, 'README.md'), join(folder, 'README.md'));
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  const differences = readFileSync(join(root, 'docs/local-azure-differences.md'), 'utf8');
  writeFileSync(join(folder, 'DIFFERENCES.md'), differences.replace('\n', `\n\nOf version ${version}.\n`));
  const manifest = {
    name,
    version,
    description: 'A stand-in for Azure with the whole life of a backup, for the official SDKs and the command line',
    license,
    type: 'module',
    engines,
    bin: { 'local-azure': 'dist/cli.js' },
    files: ['dist', 'README.md', 'LICENSE', 'DIFFERENCES.md'],
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  mkdirSync(resolve(out), { recursive: true });
  if (!run('npm', ['pack', folder, '--pack-destination', resolve(out), '--silent'], { show: true })) fail('npm pack failed.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
