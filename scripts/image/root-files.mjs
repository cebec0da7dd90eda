// What the image holds, as folders: what Node needs of a system, taken from Debian's packages of this computer, and the product as it was built.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, copyFileSync, existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { fail, root } from '../prepare.mjs';

/** The package of Debian's that a file belongs to; Debian knows files of /usr/lib by the name that they had in /lib, too. */
function packageOf(file) {
  const path = realpathSync(file);
  const { stdout } = spawnSync('dpkg-query', ['--search', path, path.replace(/^\/usr/, '')], { encoding: 'utf8' });
  const line = stdout.split('\n').find((line) => line !== '' && !line.startsWith('diversion '));
  return line?.split(/[:,]/)[0] ?? fail(`${file} belongs to no package of Debian; the image is made of such alone.`);
}

const versionOf = (name) => execFileSync('dpkg-query', ['--show', '--showformat=${Version}', name], { encoding: 'utf8' });

/** The libraries that a program is linked with, by the paths under which the loader looks for them. */
const librariesOf = (program) =>
  [...execFileSync('ldd', [program], { encoding: 'utf8' }).matchAll(/(\/\S+) \(0x/g)].map(([, path]) => path);

function copyTo(folder, from, path) {
  const to = join(folder, path);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, path.startsWith('/usr/share/') ? 0o644 : 0o755);
}

/**
 * Lays out the system; answers the packages that it comes from, with their versions.
 * @param {string} folder
 * @param {string} strip program that takes the symbols out of Node, a third of its size
 */
export function layOutSystem(folder, strip) {
  for (const name of ['usr/bin', 'usr/lib', 'usr/lib64', 'etc', 'dev', 'proc', 'sys', 'tmp'])
    mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['lib', 'lib64']) symlinkSync(`usr/${name}`, join(folder, name));
  chmodSync(join(folder, 'tmp'), 0o1777);
  const libraries = librariesOf(process.execPath);
  for (const path of libraries) copyTo(folder, realpathSync(path), path.startsWith('/usr/') ? path : `/usr${path}`);
  copyTo(folder, process.execPath, '/usr/bin/node');
  execFileSync(strip, [join(folder, 'usr/bin/node')]);
  writeFileSync(join(folder, 'etc/passwd'), 'tresor:x:65532:65532::/data:/nonexistent\n');
  writeFileSync(join(folder, 'etc/group'), 'tresor:x:65532:\n');
  writeFileSync(join(folder, 'etc/nsswitch.conf'), 'hosts: files dns\n');
  writeFileSync(join(folder, 'etc/hosts'), '127.0.0.1 localhost\n::1 localhost\n');
  const packages = [...new Set(libraries.map((path) => packageOf(path)))].toSorted();
  for (const name of packages) copyTo(folder, realpathSync(`/usr/share/doc/${name}/copyright`), `/usr/share/doc/${name}/copyright`);
  // Beside a Node of npm's lies its license.
  const license = join(dirname(dirname(process.execPath)), 'LICENSE');
  if (existsSync(license)) copyTo(folder, license, '/usr/share/doc/node/copyright');
  return packages.map((name) => ({ name, version: versionOf(name) }));
}

/** A build has the modes that its account gives to files. */
function openToAll(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
}

const isForDevelopment = (name) => /\.map(?:\.br)?$/.test(name);

/** Lays out the product; source maps are for development. */
export async function layOutProduct(folder) {
  for (const dist of ['apps/bff/dist', 'apps/portal/dist', 'packages/local-azure/dist'])
    cpSync(join(root, dist), join(folder, dist), { recursive: true, filter: (from) => !isForDevelopment(from) });
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const name of ['enter', 'health'])
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(root, `scripts/image/${name}.mjs`),
        outDir: join(folder, 'scripts'),
        emptyOutDir: false,
        target: 'node24',
        rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
      },
    });
  openToAll(folder);
}
