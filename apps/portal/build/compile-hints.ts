import type { Plugin } from 'vite';

const HINT = '//# allFunctionsCalledOnLoad';

/**
 * Has the browser compile all of the named files while they come, beside the page, and keep it. Else it compiles each function when it first
 * runs, again at every load: it keeps what has run by the time a file has been evaluated, which of the portal is hardly anything. The browser
 * looks for the hint in the first line alone, and Vite has put one of its own before any banner.
 */
export function compileHints(names: readonly string[]): Plugin {
  return {
    name: 'tresor:compile-hints',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk' || !names.includes(file.name)) continue;
          file.code = `${HINT}\n${file.code}`;
          const map = bundle[`${file.fileName}.map`];
          if (map?.type === 'asset') map.source = String(map.source).replace('"mappings":"', '"mappings":";');
        }
      },
    },
  };
}
