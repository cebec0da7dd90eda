import type { Verdict } from '@tresor/contracts/doctor';
import { Problem } from '../../problem';
import { openStores } from '../../store/open-stores';
import type { Visit } from '../check';
import { reasonOf } from '../reason';

/** Whether the servers' common database answers, takes what is written, and is the one that this server knows. */
export async function lookAtDatabase({ config }: Visit): Promise<Verdict<'store-shared'>> {
  if (config.databaseUrl === undefined) return { verdict: 'none' };
  const host = new URL(config.databaseUrl).host;
  let told: unknown;
  const note = (error: unknown) => {
    told = error;
  };
  const stores = await openStores(config, note, () => undefined);
  try {
    return (await stores.isOpen()) ? { verdict: 'sound' } : { verdict: 'standby', values: { host } };
  } catch (error) {
    if (error instanceof Problem && error.code === 'store-replaced')
      return { verdict: 'replaced', values: { host, folder: config.dataDir } };
    const cause = told ?? error;
    return { verdict: 'silent', values: { host, reason: reasonOf(cause instanceof Problem && cause.cause ? cause.cause : cause) } };
  } finally {
    stores.close();
  }
}
