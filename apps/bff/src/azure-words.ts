const QUERY_OF_URL = /(https?:\/\/[^\s?'"]+)\?[^\s'"]*/g;
const TOKEN = /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g;
const SIGNATURE = /\b(sig|sv|se|sp|code|token|secret|password)=[^\s&'"]+/gi;

/** Azure's words without what could open a door: no queries of URLs, no signatures, no tokens. */
export function sanitise(message: string | undefined): string | undefined {
  return message?.replace(QUERY_OF_URL, '$1').replace(TOKEN, '…').replace(SIGNATURE, '$1=…').slice(0, 2_000);
}

const CODE = /^[\w.:-]{1,128}$/;

/** A code of Azure's, which is one short word; what is none is not passed on, and neither is a token in its place. */
export function codeWord(code: string | null | undefined): string | undefined {
  return code != null && CODE.test(code) && sanitise(code) === code ? code : undefined;
}
