import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Verdict } from '@tresor/contracts/doctor';
import { Problem } from '../../problem';
import { lookAtDatabase as lookThere, type StoreSettings } from '../../store/open-stores';
import { inspectStore } from '../../store/sqlite/database';
import { NotSeen, type Checks, type Visit } from '../check';
import { reasonOf } from '../reason';

const MIB = 1024 * 1024;
/** A server that runs for a year writes some tens of MiB; SQLite needs as much again to tidy up. */
const LEAST_MIB = 256;

/** Numbers of file systems in Linux (`man 2 statfs`). */
const MEMORY = new Set([0x01021994, 0x858458f6]);
const NETWORK = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x517b, 'SMB'],
]);

function write(folder: string): string | undefined {
  const file = join(folder, `.doctor-${randomUUID()}`);
  try {
    writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
    return undefined;
  } catch (error) {
    return reasonOf(error);
  } finally {
    rmSync(file, { force: true });
  }
}

/** What is to be said of so many free bytes. */
export function judgeSpace(bytes: number): Verdict<'store-space'> {
  const free = String(Math.floor(bytes / MIB));
  if (Number(free) >= LEAST_MIB) return { verdict: 'sound', values: { free } };
  return { verdict: 'short', values: { free, least: String(LEAST_MIB) } };
}

/** What is to be said of a folder on a file system with this number. */
export function judgeLasting(folder: string, type: number): Verdict<'store-lasting'> {
  if (MEMORY.has(type)) return { verdict: 'memory', values: { folder } };
  const kind = NETWORK.get(type);
  return kind === undefined ? { verdict: 'sound' } : { verdict: 'network', values: { folder, kind } };
}

/** PostgreSQL's code for what an account may not do. */
const NO_PRIVILEGE = '42501';

const isShared = ({ config }: Visit) => config.databaseUrl !== undefined;

/** The folder does not matter where the data are in a database. */
const ownFolder =
  <T>(look: (folder: string, visit: Visit) => T) =>
  (visit: Visit): T => {
    if (isShared(visit)) throw new NotSeen('unused');
    return look(visit.config.dataDir, visit);
  };

/** Whether the servers' common database answers, takes what is written, and is the one that this server knows. */
export async function lookAtDatabase({ config }: { config: StoreSettings }): Promise<Verdict<'store-shared'>> {
  const { databaseUrl: url, dataDir: folder } = config;
  if (url === undefined) return { verdict: 'none' };
  const { host, username } = new URL(url);
  const account = decodeURIComponent(username);
  try {
    const hindrance = await lookThere(config, url);
    if (hindrance === 'no-rights') return { verdict: hindrance, values: { host, account } };
    return hindrance === undefined ? { verdict: 'sound' } : { verdict: hindrance, values: { host } };
  } catch (error) {
    const { code, cause = error } = error instanceof Problem ? { code: error.code, ...error.details } : {};
    if (code === 'store-replaced') return { verdict: 'replaced', values: { host, folder } };
    if (code === 'store-other-version') return { verdict: 'newer', values: { host } };
    const reason = reasonOf(cause);
    return reason === NO_PRIVILEGE ? { verdict: 'no-rights', values: { host, account } } : { verdict: 'silent', values: { host, reason } };
  }
}

/** With a common database the server remembers in its folder which one it is. */
export function lookAtFolder({ config: { databaseUrl, dataDir: folder } }: { config: StoreSettings }): Verdict<'store-folder'> {
  const reason = write(folder);
  if (reason !== undefined) return { verdict: 'refused', values: { folder, reason } };
  return { verdict: databaseUrl === undefined ? 'sound' : 'shared', values: { folder } };
}

/** What survives a restart: in a folder of this computer, or in PostgreSQL. */
export const store: Checks<'store-folder' | 'store-private' | 'store-space' | 'store-lasting' | 'store-file' | 'store-shared'> = {
  'store-folder': {
    after: [],
    look: lookAtFolder,
  },
  'store-private': {
    after: ['store-folder'],
    look: ownFolder((folder) => {
      const mode = statSync(folder).mode & 0o777;
      if (process.platform === 'win32' || (mode & 0o077) === 0) return { verdict: 'sound' };
      return { verdict: 'open', values: { folder, mode: mode.toString(8) } };
    }),
  },
  'store-space': {
    after: ['store-folder'],
    look: ownFolder(async (folder) => {
      const { bavail, bsize } = await statfs(folder);
      return judgeSpace(bavail * bsize);
    }),
  },
  'store-lasting': {
    after: ['store-folder'],
    cloudOnly: true,
    look: ownFolder(async (folder) =>
      process.platform === 'linux' ? judgeLasting(folder, (await statfs(folder)).type) : { verdict: 'sound' },
    ),
  },
  'store-file': {
    after: ['store-folder'],
    look: ownFolder((folder) => {
      const found = inspectStore(folder);
      if (!existsSync(found.file)) return { verdict: 'none' };
      return found.problem === undefined
        ? { verdict: 'sound' }
        : { verdict: 'refused', values: { file: found.file, reason: found.problem } };
    }),
  },
  'store-shared': { after: [], look: lookAtDatabase },
};
