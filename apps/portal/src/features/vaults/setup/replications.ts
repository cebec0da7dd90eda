import type { StorageReplication } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';

/** In the order of the article's toggle; zone redundancy came later. */
const REPLICATIONS: Record<Edition, readonly StorageReplication[]> = {
  '2017-01': ['LocallyRedundant', 'GeoRedundant'],
  current: ['LocallyRedundant', 'ZoneRedundant', 'GeoRedundant'],
};

export const replicationsIn = (edition: Edition): readonly StorageReplication[] => REPLICATIONS[edition];

export const isReplication = (word: string | null): word is StorageReplication =>
  REPLICATIONS.current.some((replication) => replication === word);
