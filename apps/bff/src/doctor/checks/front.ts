import * as z from 'zod';
import { ask } from '../../network';
import { boundedText } from '../../session/authority-network';
import type { Checks, Visit } from '../check';
import { oncePer } from '../once';
import { reasonOf } from '../reason';

/** What a cookie has not that `__Host-` before its name would promise (RFC 6265bis, 4.1.3.2), and where else it is sent to. */
interface Flaw {
  name: string;
  lacks: string[];
  domain: string;
}

const SAME_SITE = new Set(['lax', 'strict']);

/** What is wrong with a `Set-Cookie`: it may travel without TLS, with requests of other sites, or to other hosts. Undefined where nothing is. */
function flawOf(setCookie: string): Flaw | undefined {
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

const TIMEOUT_MS = 8_000;

const alive = z.object({ status: z.literal('alive') });

function isAlive(text: string): boolean {
  try {
    return alive.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

const askPublicly = ({ config: { publicOrigin } }: Visit, path: string) =>
  ask(`${publicOrigin}${path}`, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(TIMEOUT_MS) });

/** The page as a browser gets it that comes for the first time. */
const page = oncePer(async (visit: Visit) => {
  const answer = await askPublicly(visit, '/');
  await boundedText(answer);
  return answer.headers;
});

/** By what the server protects its page, and how each begins. */
const PROTECTION = [
  ['content-security-policy', "default-src 'none'"],
  ['strict-transport-security', 'max-age='],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
] as const;

/** What stands before the server, as it looks from outside. */
export const front: Checks<'public-address' | 'page-protection' | 'cookies'> = {
  'public-address': {
    after: ['proxy-name', 'proxy-connection'],
    async look(visit) {
      const { publicOrigin: origin } = visit.config;
      try {
        const answer = await askPublicly(visit, '/api/health');
        if (answer.status === 200 && isAlive(await boundedText(answer))) return { verdict: 'sound', values: { origin } };
        return { verdict: 'another-host', values: { origin, status: String(answer.status) } };
      } catch (error) {
        return { verdict: 'unanswered', values: { origin, reason: reasonOf(error) } };
      }
    },
  },
  'page-protection': {
    after: ['public-address'],
    cloudOnly: true,
    async look(visit) {
      const headers = await page(visit);
      const lost = PROTECTION.filter(([name, beginning]) => !headers.get(name)?.startsWith(beginning)).map(([name]) => name);
      return lost.length === 0 ? { verdict: 'sound' } : { verdict: 'lost', values: { headers: lost.join(', ') } };
    },
  },
  cookies: {
    after: ['public-address'],
    cloudOnly: true,
    async look(visit) {
      const cookies = (await page(visit)).getSetCookie();
      if (cookies.length === 0) return { verdict: 'none' };
      const [flaw] = cookies.flatMap((cookie) => flawOf(cookie) ?? []);
      if (!flaw) return { verdict: 'sound', values: { count: String(cookies.length) } };
      const { name: cookie, lacks, domain } = flaw;
      return lacks.length > 0
        ? { verdict: 'unprotected', values: { cookie, lacks: lacks.join(', ') } }
        : { verdict: 'wide', values: { cookie, domain } };
    },
  },
};
