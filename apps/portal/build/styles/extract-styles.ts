import { runInNewContext } from 'node:vm';
import type { CSSRulesByBucket } from '@griffel/core';
import { MagicString } from 'magic-string';
import type { ESTree, Plugin } from 'vite';
import { evaluateStyles, MAKERS, type OwnStyles } from './evaluate.ts';
import { extracted, type Given } from './extracted.ts';
import { styleSheetOf } from './style-sheet.ts';
import { callsOf, parse } from './syntax.ts';

const NAME = 'styles.css';
const BUILT = ['__styles', '__resetStyles'] as const;

/** What the build of a library has written as arguments are literals. */
function literals(code: string, given: readonly ESTree.Argument[]): Given[(typeof BUILT)[number]] {
  return runInNewContext(`[${given.map(({ start, end }) => code.slice(start, end)).join(', ')}]`);
}

/**
 * What the portal and Fluent write with Griffel becomes one style sheet and names of classes while building. In the browser no rule is
 * made or inserted, and no script carries one.
 */
export function extractStyles(source: string): Plugin {
  let own: OwnStyles;
  const rules = new Map<string, CSSRulesByBucket[]>();
  return {
    name: 'tresor:extract-styles',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      own = await evaluateStyles(source);
    },
    transform: {
      filter: { code: new RegExp(`\\b(?:${[...MAKERS, ...BUILT].join('|')})\\(`) },
      handler(code, id) {
        const evaluated = own.get(id)?.values();
        const calls = callsOf<keyof Given>(parse(id, code), evaluated ? MAKERS : BUILT);
        if (calls.length === 0) return undefined;
        const text = new MagicString(code);
        const found = calls.map(({ name, arguments: given, start, end }) => {
          const { replacement, byBucket } = extracted(name, evaluated?.next().value ?? literals(code, given));
          text.overwrite(start, end, `/*#__PURE__*/${replacement}`);
          return byBucket;
        });
        rules.set(id, found);
        text.prepend("import { __css, __resetCSS, __staticCSS } from '@griffel/react';\n");
        return { code: text.toString(), map: text.generateMap({ hires: true }) };
      },
    },
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
        this.emitFile({ type: 'asset', name: NAME, source: styleSheetOf(modules.flatMap((id) => rules.get(id) ?? [])) });
      },
    },
    transformIndexHtml: (_, { bundle = {} }) =>
      Object.values(bundle)
        .filter((file) => file.type === 'asset' && file.names.includes(NAME))
        .map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'stylesheet', href: `/${fileName}` }, injectTo: 'head-prepend' })),
  };
}
