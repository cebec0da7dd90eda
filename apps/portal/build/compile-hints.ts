import type { Plugin } from 'vite';

/**
 * Has the browser compile all of the named files while they come, beside the page, and keep it. Else it compiles each function when it first
 * runs, again at every load: it keeps what has run by the time a file has been evaluated, which of the portal is hardly anything.
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
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
          if (file.map) file.map.mappings = `;${file.map.mappings}`;
        }
      },
    },
  };
}
