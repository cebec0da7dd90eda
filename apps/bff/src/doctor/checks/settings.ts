import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ask } from '../../network';
import { boundedText } from '../../session/authority-network';
import type { Checks } from '../check';
import { reasonOf } from '../reason';

const PARTS = ['index.html', 'pages.json', join('auth', 'redirect.html')];
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const TIMEOUT_MS = 8_000;

const alive = z.object({ status: z.literal('alive') });

function isAlive(text: string): boolean {
  try {
    return alive.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** What the server was told, and what stands before it. That it can be told at all was found out before. */
export const settings: Checks<'settings' | 'build' | 'caller-address' | 'public-address'> = {
  settings: { after: [], look: () => ({ verdict: 'sound' }) },
  build: {
    after: [],
    look({ config: { portalDir: folder = '' } }) {
      const files = PARTS.filter((name) => !existsSync(join(folder, name)));
      return files.length === 0 ? { verdict: 'sound' } : { verdict: 'incomplete', values: { folder, files: files.join(', ') } };
    },
  },
  'caller-address': {
    after: [],
    cloudOnly: true,
    look: ({ config: { host, trustedProxies } }) =>
      LOOPBACK.has(host) && trustedProxies.length === 0 ? { verdict: 'hidden', values: { host } } : { verdict: 'sound' },
  },
  'public-address': {
    after: ['proxy-name', 'proxy-connection'],
    async look({ config: { publicOrigin: origin } }) {
      try {
        const answer = await ask(`${origin}/api/health`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
        if (answer.status === 200 && isAlive(await boundedText(answer))) return { verdict: 'sound', values: { origin } };
        return { verdict: 'another-host', values: { origin, status: String(answer.status) } };
      } catch (error) {
        return { verdict: 'unanswered', values: { origin, reason: reasonOf(error) } };
      }
    },
  },
};
