// A program as ASCII: V8 keeps the text of what it has loaded, with two bytes for every character where a single one is beyond Latin-1.

/** What would not be the same text with an escape in it. */
const UNWRITABLE = [/(?<!\\)(?:\\\\)*\\[^\0-\x7F]/, /\bString\.raw`[^`]*[^\0-\x7F`]/];

const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * The same code, every other character escaped; throws where that would change what the code says.
 * @param {string} code
 */
export function toAscii(code) {
  for (const pattern of UNWRITABLE) {
    const [found] = pattern.exec(code) ?? [];
    if (found !== undefined) throw new Error(`an escape would change what ${JSON.stringify(found)} says`);
  }
  return code.replaceAll(/[^\0-\x7F]/g, escaped);
}

/** Writes the programs Vite builds in ASCII. Lines stay as they are, so the source maps still name them; columns behind an escape are a little off. */
export const inAscii = () => ({
  name: 'in-ascii',
  generateBundle: {
    /** @type {'post'} */
    order: 'post',
    handler(_options, bundle) {
      for (const part of Object.values(bundle)) if (part.type === 'chunk') part.code = toAscii(part.code);
    },
  },
});
