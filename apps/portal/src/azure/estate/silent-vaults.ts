import type { VaultAlerts } from '@tresor/contracts';

/** Whether alerts of a vault reach nobody, for certain. */
export const isSilent = ({ state }: Pick<VaultAlerts, 'state'>): boolean => state === 'nobody' || state === 'suppressed' || state === 'off';

/** Whether it cannot be told whom they reach. */
export const isUncertain = ({ state }: Pick<VaultAlerts, 'state'>): boolean => state === 'unsure' || state === 'unseen';
