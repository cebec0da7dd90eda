import type { Plugin } from 'vite';

/** The page asks for these files at once, beside those that ask for them later. */
export function preload(...names: readonly string[]): Plugin {
  return {
    name: 'tresor:preload',
    apply: 'build',
    transformIndexHtml: (_, { bundle = {} }) =>
      Object.values(bundle)
        .filter((file) => file.type === 'chunk' && names.includes(file.name))
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head',
        })),
  };
}
