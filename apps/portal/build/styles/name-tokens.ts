import { MagicString } from 'magic-string';
import type { Plugin } from 'vite';

const IMPORTED = /import\s*\{[^}]*\btokens\b[^}]*\}\s*from\s*['"]@fluentui\//;
const USED = /(?<![\w./])tokens\.(?!zIndex)(\w+)/g;

export function withNamedTokens(code: string): MagicString {
  const text = new MagicString(code);
  for (const { 0: used, 1: name, index } of code.matchAll(USED)) text.overwrite(index, index + used.length, `'var(--${name})'`);
  return text;
}

/**
 * Fluent's tokens are the variables of CSS that hold the values of its theme, each called as its token; those for the order of layers hold a
 * value besides. What of them is left when the styles are extracted, hardly anything, is written out: the first that is looked up brings
 * the table of all along, 29 kB.
 */
export function nameTokens(): Plugin {
  return {
    name: 'tresor:name-tokens',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { code: IMPORTED },
      handler(code) {
        const text = withNamedTokens(code);
        return { code: text.toString(), map: text.generateMap({ hires: true }) };
      },
    },
  };
}
