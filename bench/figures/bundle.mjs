// JavaScript a browser downloads, brotli, from the manifest of a production build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import * as z from 'zod';
import { kib, measured } from '../lib/measurement.mjs';
import { own } from '../lib/own.mjs';
import { requestsOfFirstView } from './first-view.mjs';

export const rounds = 1;
export const together = true;

const FIRST_VIEW = 186 * 1024;
const BLADE = 20 * 1024;

const chunk = z.object({
  file: z.string(),
  name: z.string().default(''),
  isDynamicEntry: z.boolean().default(false),
  imports: z.array(z.string()).default([]),
});
const manifests = z.record(z.string(), chunk);

async function buildWithManifest(root, outDir) {
  const child = spawn(
    join(root, 'node_modules/.bin/vite'),
    ['build', '--manifest', 'manifest.json', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: join(root, 'apps/portal'), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = await once(own(child), 'exit');
  if (code !== 0) throw new Error('the portal cannot be built');
  return manifests.parse(JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8')));
}

function chunksOf(manifest, key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports) chunksOf(manifest, next, found);
  return found;
}

/** Names of the scripts a browser loads for the first view of a signed-in person. */
async function scriptsOfFirstView(bench) {
  const requests = await requestsOfFirstView(bench);
  return new Set(requests.map(({ pathname }) => pathname.slice(1)).filter((path) => path.endsWith('.js')));
}

const FEATURE = /[\\/]features[\\/]([\w-]+)/;

/** What each blade adds to the first view. What serves several features and libraries come with the first blade that needs them. */
function bladesOf(manifest, first) {
  const blades = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && FEATURE.test(key) && !first.has(key));
  const features = new Set(blades.map((key) => FEATURE.exec(key)?.[1]));
  const isOwn = (blade, chunk) => chunk === blade || features.has(manifest[chunk].name.split('~')[0]);
  const added = blades.map((key) => ({ key, chunks: [...chunksOf(manifest, key)].filter((chunk) => !first.has(chunk)) }));
  return {
    blades: added.map(({ key, chunks }) => ({ key, chunks: chunks.filter((chunk) => isOwn(key, chunk)) })),
    common: [...new Set(added.flatMap(({ key, chunks }) => chunks.filter((chunk) => !isOwn(key, chunk))))],
  };
}

export async function measure(bench) {
  const outDir = mkdtempSync(join(tmpdir(), 'tresor-bench-build-'));
  try {
    const [manifest, loaded] = await Promise.all([buildWithManifest(bench.version.root, outDir), scriptsOfFirstView(bench)]);
    const size = (key) => brotliCompressSync(readFileSync(join(outDir, manifest[key].file))).length;
    const total = (keys) => [...keys].reduce((sum, key) => sum + size(key), 0);

    const first = new Set(Object.keys(manifest).filter((key) => loaded.has(manifest[key].file)));
    const { blades, common } = bladesOf(manifest, first);
    const [largest] = blades
      .map(({ key, chunks }) => ({ name: manifest[key].name, bytes: total(chunks) }))
      .toSorted((a, b) => b.bytes - a.bytes);
    const shared = common.map((key) => `${manifest[key].name} ${kib(size(key))}`).join(', ');
    return [
      measured('JavaScript of the first signed-in view', total(first), {
        as: kib,
        atMost: FIRST_VIEW,
        exact: true,
        beside: `${first.size} files`,
      }),
      measured('JavaScript of a further blade, the largest', largest.bytes, {
        as: kib,
        atMost: BLADE,
        exact: true,
        beside: `${largest.name}, one of ${blades.length}; once, with the first that needs it: ${shared}`,
      }),
      measured('JavaScript that comes once, the largest file', Math.max(...common.map(size)), { as: kib, atMost: BLADE, exact: true }),
    ];
  } finally {
    rmSync(outDir, { recursive: true });
  }
}
