import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Checks } from '../check';

const PARTS = ['index.html', 'pages.json', join('auth', 'redirect.html')];
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** What the server was told. That it can be told at all was found out before. */
export const settings: Checks<'settings' | 'build' | 'caller-address'> = {
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
};
