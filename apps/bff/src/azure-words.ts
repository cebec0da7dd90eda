const MOST_LETTERS = 2_000;

/** Each of these always matches on from where it begins, so that a text is gone through once, whatever it holds. */
const URL = /https?:\/\/[^\s'"]*/gi;
const DOTTED = /[\w.-]+/g;
const SIGNATURE = /\b(sig|sv|se|sp|code|token|secret|password)=[^\s&'"]+/gi;

const withoutQuery = (url: string) => url.split('?', 1).join('');

function withoutToken(dotted: string): string {
  const start = dotted.indexOf('eyJ');
  return start >= 0 && dotted.includes('.', start) ? `${dotted.slice(0, start)}…` : dotted;
}

/** Azure's words without what could give access to anything: no queries of URLs, no signatures, no tokens. Cut before it is looked at. */
export function sanitise(message: string | undefined): string | undefined {
  return message?.slice(0, MOST_LETTERS).replace(URL, withoutQuery).replace(DOTTED, withoutToken).replace(SIGNATURE, '$1=…');
}

const LONGEST_CODE = 128;
const CODE = /^[\w.:-]+(?: [\w.:-]+){0,4}$/;

/** A code of Azure's: one word, seldom a few (`Malformed backup blob`); what is none is not passed on, and neither is a token in its place. */
export function codeWord(code: string | null | undefined): string | undefined {
  return code != null && code.length <= LONGEST_CODE && CODE.test(code) && sanitise(code) === code ? code : undefined;
}
