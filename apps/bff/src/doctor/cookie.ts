/** What a cookie has not that `__Host-` before its name would promise (RFC 6265bis, 4.1.3.2), and where else it is sent to. */
export interface Flaw {
  name: string;
  lacks: string[];
  domain: string;
}

const SAME_SITE = new Set(['lax', 'strict']);

/** What is wrong with a `Set-Cookie`: it may travel without TLS, with requests of other sites, or to other hosts. Undefined where nothing is. */
export function flawOf(setCookie: string): Flaw | undefined {
  const [pair = '', ...rest] = setCookie.split(';').map((part) => part.trim());
  const attributes = new Map(
    rest.map((part) => part.split('=', 2)).map(([name = '', value = '']) => [name.toLowerCase(), value.toLowerCase()]),
  );
  const lacks = [
    ...(attributes.has('secure') ? [] : ['Secure']),
    ...(SAME_SITE.has(attributes.get('samesite') ?? '') ? [] : ['SameSite=Lax']),
  ];
  const domain = attributes.get('domain') ?? '';
  if (lacks.length === 0 && domain === '') return undefined;
  return { name: /^[^=\s]{1,60}/.exec(pair)?.[0] ?? '', lacks, domain };
}
