import { comment, powerShellLiteral, shellLiteral } from './literal';

/** Text of a script that may be run: made by the templates below only, from our own words and written literals. */
export class Code {
  readonly text: string;
  /** `made` keeps strings from passing for code. */
  constructor(text: string, made: symbol) {
    if (made !== MADE) throw new TypeError('Code is written with sh or ps.');
    this.text = text;
  }
}

const MADE = Symbol('made');

/** What may stand in a gap of a template: code as it is, a number in digits, any other text as a literal. */
export type Gap = Code | string | number;

/** What is open at the end of a text: a quote, a comment (#) or nothing. */
function openAtEnd(text: string, escaped: RegExp): string {
  let open = '';
  let before = ' ';
  for (const character of text.replaceAll(escaped, '_')) {
    if (open === '') open = /['"]/.test(character) || (character === '#' && /\s/.test(before)) ? character : '';
    else if (character === open || (open === '#' && character === '\n')) open = '';
    before = character;
  }
  return open;
}

function written(gap: Gap, literal: (value: string) => string): string {
  if (gap instanceof Code) return gap.text;
  if (typeof gap === 'string') return literal(gap);
  if (!Number.isSafeInteger(gap)) throw new TypeError('Only whole numbers are written into scripts.');
  return String(gap);
}

/**
 * A template whose gaps are literals. A gap between quotes or in a comment would be read again by the shell: it is refused. Backslashes
 * stand for themselves, but for the one in `\${`, which writes the shell's own `${`.
 */
function template(literal: (value: string) => string, escaped: RegExp) {
  return (words: TemplateStringsArray, ...gaps: Gap[]): Code => {
    let ours = '';
    const parts = words.raw.map((raw, index) => {
      const word = raw.replaceAll('\\${', '${');
      const gap = gaps[index];
      ours += word;
      const open = openAtEnd(ours, escaped);
      if (gap === undefined ? /['"]/.test(open) : open !== '') throw new TypeError(`Something stands between quotes: ${ours}`);
      ours += gap === undefined ? '' : '_';
      return gap === undefined ? word : word + written(gap, literal);
    });
    return new Code(parts.join(''), MADE);
  };
}

/** Code of a POSIX shell: sh`az group show --name ${name}`. Throws UnwritableValueError. */
export const sh = template(shellLiteral, /\\[^]/g);

/** Code of PowerShell: ps`Get-AzResourceGroup -Name ${name}`. Throws UnwritableValueError. */
export const ps = template(powerShellLiteral, /`[^]/g);

/** A comment on a line of its own, in shells and PowerShell alike. Throws UnwritableValueError. */
export const remark = (value: string): Code => new Code(comment(value), MADE);

/** Pieces of code, one after the other: on lines of their own, or on lines that a backslash continues. */
export function join(pieces: readonly Code[], separator: '\n' | ' ' | ', ' | ' \\\n  '): Code {
  return new Code(pieces.map(({ text }) => text).join(separator), MADE);
}
