/** A part of PowerShell as its tokenizer would cut it: strings with what they hold, words, signs, line ends. */
export interface Token {
  kind: 'string' | 'word' | 'sign' | 'line' | 'comment';
  text: string;
}

const isSingleQuote = (character = '') => /['\u2018-\u201B]/.test(character);
const isDoubleQuote = (character = '') => /["\u201C-\u201E]/.test(character);

/** Cuts PowerShell as its tokenizer.cs does, for what our scripts use: verbatim and expandable strings, comments, words and signs. */
export function powerShellTokens(script: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (kind: Token['kind'], pattern: RegExp) => {
    pattern.lastIndex = at;
    const text = pattern.exec(script)?.[0] ?? '';
    at += text.length;
    tokens.push({ kind, text });
  };
  const takeString = (isQuote: (character?: string) => boolean, escape: string) => {
    let text = '';
    for (at += 1; ; at += 1) {
      if (at >= script.length) throw new SyntaxError('The string has no end.');
      if (script[at] === escape) at += 1;
      else if (isQuote(script[at])) {
        if (!isQuote(script[at + 1])) break;
        at += 1;
      }
      text += script[at] ?? '';
    }
    at += 1;
    tokens.push({ kind: 'string', text });
  };
  while (at < script.length) {
    const character = script[at] ?? '';
    if (isSingleQuote(character)) takeString(isSingleQuote, '');
    else if (isDoubleQuote(character)) takeString(isDoubleQuote, '`');
    else if (/[\r\n]/.test(character)) take('line', /\r?\n|\r/y);
    else if (/\s/.test(character)) at += 1;
    else if (character === '#') take('comment', /[^\r\n]*/y);
    else if (/[()[\]{},;|&=@]/.test(character)) take('sign', /./y);
    else take('word', /[^\s()[\]{},;|&='"\u2018-\u201E]+/y);
  }
  return tokens;
}
