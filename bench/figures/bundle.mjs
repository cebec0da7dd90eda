// JavaScript a browser downloads, brotli, from the manifest of a production build.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from '../../scripts/prepare.mjs';
import { kib, row } from '../lib/table.mjs';
import { openFirstView } from './first-view.mjs';

const FIRST_VIEW = 200 * 1024;
const BLADE = 25 * 1024;

function buildWithManifest(outDir) {
  execFileSync(
    join(root, 'node_modules/.bin/vite'),
    ['build', '--manifest', 'manifest.json', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: join(root, 'apps/portal'), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8'));
}

function chunksOf(manifest, key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) chunksOf(manifest, next, found);
  return found;
}

/** Names of the scripts a browser loads for the first view of a signed-in person. */
async function scriptsOfFirstView(bench) {
  const { page, requests, close } = await openFirstView(bench);
  await page.reload();
  await page.getByRole('row').nth(1).waitFor();
  await page.waitForLoadState('networkidle');
  await close();
  return new Set(requests.map((url) => new URL(url).pathname.slice(1)).filter((path) => path.endsWith('.js')));
}

export async function measure(bench) {
  const outDir = mkdtempSync(join(tmpdir(), 'tresor-bench-build-'));
  try {
    const manifest = buildWithManifest(outDir);
    const size = (key) => brotliCompressSync(readFileSync(join(outDir, manifest[key].file))).length;
    const total = (keys) => [...keys].reduce((sum, key) => sum + size(key), 0);

    const loaded = await scriptsOfFirstView(bench);
    const first = new Set(Object.keys(manifest).filter((key) => loaded.has(manifest[key].file)));

    const blades = Object.keys(manifest)
      .filter((key) => manifest[key].isDynamicEntry && !first.has(key))
      .map((key) => ({ name: manifest[key].name, bytes: total([...chunksOf(manifest, key)].filter((chunk) => !first.has(chunk))) }))
      .toSorted((a, b) => b.bytes - a.bytes);
    const [largest] = blades;
    return [
      row('JavaScript of the first signed-in view', kib(total(first)), '≤ 200 KiB', total(first) <= FIRST_VIEW, `${first.size} files`),
      ...(largest
        ? [
            row(
              'largest further piece, loaded on demand',
              kib(largest.bytes),
              '≤ 25 KiB',
              largest.bytes <= BLADE,
              `${largest.name}; ${blades.length} such pieces`,
            ),
          ]
        : []),
    ];
  } finally {
    rmSync(outDir, { recursive: true });
  }
}
