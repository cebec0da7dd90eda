import type { Edition } from '@tresor/support-matrix';

/** By whose needs access to key vaults is judged, whatever edition is in force: backups are taken by the service as it is today. */
export const SERVICE_EDITION: Edition = 'current';
