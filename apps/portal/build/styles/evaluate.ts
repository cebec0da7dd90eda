import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import '../icons-in-node.ts';
import type { Given } from './extracted.ts';
import { sliceOf } from './slice.ts';

/** Griffel's functions that the portal calls. */
export const MAKERS = ['makeStyles', 'makeStaticStyles'] as const;

/** By the path of a module: what its calls of them are given, in the order of its text. */
export type OwnStyles = ReadonlyMap<string, Given[(typeof MAKERS)[number]][]>;

const ALL = 'virtual:all-styles';
const SLICE = '?styles';

async function sourcesBelow(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).filter((path) => /(?<!\.test)\.tsx?$/.test(path));
  const sources = await Promise.all(paths.map(async (path): Promise<[string, string]> => [path, await readFile(path, 'utf8')]));
  return new Map(sources.filter(([, code]) => MAKERS.some((maker) => code.includes(`${maker}(`))));
}

/** Makes a module of all slices, and each slice when it is asked for. */
const slices = (sources: ReadonlyMap<string, string>): Plugin => ({
  name: 'tresor:style-slices',
  enforce: 'pre',
  resolveId: (id) => (id === ALL || id.endsWith(SLICE) ? id : undefined),
  load(id) {
    const imports = [...sources.keys()].map((path, n) => `import s${n} from ${JSON.stringify(path + SLICE)};`);
    if (id === ALL) return [...imports, `export default [${imports.map((_, n) => `s${n}`).join(', ')}];`].join('\n');
    const path = id.replace(SLICE, '');
    const code = id.endsWith(SLICE) ? sources.get(path) : undefined;
    return code === undefined ? undefined : sliceOf(path, code, MAKERS);
  },
});

/** Runs of every module below the folder only what its styles are made of. */
export async function evaluateStyles(folder: string): Promise<OwnStyles> {
  const sources = await sourcesBelow(folder);
  const { module } = await runnerImport<{ default: Given[(typeof MAKERS)[number]][][] }>(ALL, {
    configFile: false,
    root: folder,
    plugins: [slices(sources)],
  });
  return new Map([...sources.keys()].map((path, n) => [path, module.default[n] ?? []]));
}
