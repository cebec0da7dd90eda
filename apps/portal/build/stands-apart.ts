import type { Plugin } from 'vite';

/**
 * A group of files takes along whatever its files need. Where something else needs one of those, it fetches and runs the whole group: for a
 * group that is to stand apart such a build fails. `users` are the modules that may have it.
 */
export function standsApart(group: string, users: RegExp): Plugin {
  return {
    name: 'tresor:stands-apart',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const apart = new Set(chunks.filter(({ name }) => name === group).map(({ fileName }) => fileName));
      if (apart.size === 0) this.error(`the build has no group ${group}.`);
      for (const { name, facadeModuleId, imports } of chunks)
        if (imports.some((file) => apart.has(file)) && !users.test(facadeModuleId ?? '')) this.error(`${name} fetches the group ${group}.`);
    },
  };
}
