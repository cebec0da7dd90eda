import type { Verdict } from '@tresor/contracts/doctor';
import { Problem } from '../../problem';
import { lookAtDatabase as look, type StoreSettings } from '../../store/open-stores';
import { reasonOf } from '../reason';

/** Whether the servers' common database answers, takes what is written, and is the one that this server knows. */
export async function lookAtDatabase({ config }: { config: StoreSettings }): Promise<Verdict<'store-shared'>> {
  const { databaseUrl: url, dataDir: folder } = config;
  if (url === undefined) return { verdict: 'none' };
  const { host } = new URL(url);
  try {
    return (await look(config, url)) ? { verdict: 'sound' } : { verdict: 'standby', values: { host } };
  } catch (error) {
    const { code, cause = error } = error instanceof Problem ? { code: error.code, ...error.details } : {};
    if (code === 'store-replaced') return { verdict: 'replaced', values: { host, folder } };
    if (code === 'store-other-version') return { verdict: 'newer', values: { host } };
    return { verdict: 'silent', values: { host, reason: reasonOf(cause) } };
  }
}
