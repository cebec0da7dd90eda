import { UpstreamFailure } from './upstream-failure';

/** The version of the SDK. */
export const BACKUP_VERSION = '2023-06-01';

/** The first version that tells of threats. No SDK for JavaScript has it. */
export const VERSION_WITH_THREATS = '2026-07-01';

/** The newest version that the paired region of a vault answers. No SDK for JavaScript has it. */
export const PAIRED_VERSION = '2023-01-15';

const ADDRESS = /\/providers\/microsoft\.recoveryservices\/(?:vaults\/([^/]+)\/backup|locations\/([^/]+)\/)/i;

/**
 * Which Backup service an address asks, of which each region has its own: that of a vault, of the region paired with a vault's, or of a
 * location. Empty where it is none.
 */
export function backupServiceOf({ pathname, searchParams }: URL): string {
  const [, vault, location] = ADDRESS.exec(pathname) ?? [];
  const isPaired = searchParams.get('api-version') === PAIRED_VERSION;
  return (location ?? (vault === undefined ? '' : `${isPaired ? 'pair of ' : ''}${vault}`)).toLowerCase();
}

const NOT_THERE: readonly unknown[] = [502, 503, 504];

/** Whether a service gave no answer of its own, after all tries. Of one that could not prove to be Azure that is not said. */
export function isSilence(error: unknown): boolean {
  if (!(error instanceof UpstreamFailure) || error.isUntrusted) return false;
  const { kind, details } = error;
  return kind === 'refused' ? NOT_THERE.includes(details.status) : kind !== 'unreadable';
}
