import * as z from 'zod';
import { ask } from '../../network';
import { boundedText } from '../../session/authority-network';
import type { Checks, Visit } from '../check';
import { flawOf } from '../cookie';
import { oncePer } from '../once';
import { reasonOf } from '../reason';

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
