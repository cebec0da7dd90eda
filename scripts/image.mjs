// Makes the image of the product, as an archive that Docker, Podman and registries read, with the list of its parts beside it.
// `--check` starts it as an orchestrator would: as an account without rights, with a root file system that nobody can write.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensurePrograms } from './debian.mjs';
import { ensureBuilt, ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { readBack } from './read-back.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

await ensureNode();
const { check, out, twice } = readArguments({
  check: { type: 'boolean', default: false },
  twice: { type: 'boolean', default: false },
  out: { type: 'string', default: join(root, 'test-results/image'), hint: '<folder>' },
});
if (process.platform !== 'linux') fail('an image of Linux is made on Linux.');
// The account in the image reads what is laid out here, whatever this one lets others read.
process.umask(0o022);
ensureInstalled();
const { buildah, strip } = ensurePrograms({
  buildah: 'buildah',
  // It asks for it although nothing runs while building, and its package is content with another.
  netavark: 'netavark',
  strip: 'binutils',
  'dpkg-query': 'dpkg',
  ldd: 'libc-bin',
});
ensureBuilt();
moveIntoTemporaryHome();
const { layOutProduct, layOutSystem } = await import('./image/root-files.mjs');
const { openStorage } = await import('./image/storage.mjs');
const { writeSbom } = await import('./supply-chain/bom.mjs');

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
/** @type {{ version: string }} */
const { version } = readBack(readFileSync(join(root, 'package.json'), 'utf8'));
const source = { version, revision: git('rev-parse', 'HEAD'), created: Number(git('log', '-1', '--format=%ct')) };

async function layOut() {
  const context = mkdtempSync(join(tmpdir(), 'image-'));
  mkdirSync(join(context, 'data'));
  const packages = layOutSystem(join(context, 'system'), strip);
  await layOutProduct(join(context, 'app'));
  return { context, packages };
}

const folder = resolve(out);
mkdirSync(folder, { recursive: true });
const storage = openStorage(buildah);
try {
  const { context, packages } = await layOut();
  const first = storage.build(context, source);
  if (twice) {
    const second = storage.build((await layOut()).context, source);
    if (second !== first) fail(`two builds of the same commit differ:\n${first}\n${second}`);
    console.log('Two builds of this commit have the same layers, byte for byte, and are started in the same way.');
  }
  const archive = join(folder, `tresor-${version}.tar`);
  rmSync(archive, { force: true });
  storage.write(archive, `tresor:${version}`);
  writeSbom(folder, packages.map(asComponent));
  console.log(`${archive}: ${(statSync(archive).size / 1e6).toFixed(0)} MB`);
  if (check) {
    const { checkImage } = await import('./image/check.mjs');
    await checkImage(storage);
  }
} finally {
  storage.close();
}

/** A package of Debian's in the list of parts (CycloneDX). */
function asComponent({ name, version: packaged }) {
  return { type: 'library', name, version: packaged, purl: `pkg:deb/debian/${name}@${encodeURIComponent(packaged)}` };
}
