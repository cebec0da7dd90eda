import type { SoftDeleteChoice, StorageReplication, VaultConfiguration } from '@tresor/contracts';

export interface ConfigurationChange {
  storageReplication?: StorageReplication;
  softDelete?: SoftDeleteChoice;
}

/** Only what differs from what Azure has. */
export function realChange({ storageReplication, softDelete }: ConfigurationChange, present: VaultConfiguration): ConfigurationChange {
  return {
    ...(storageReplication && storageReplication !== present.storageReplication && { storageReplication }),
    ...(softDelete && softDelete !== present.softDelete && { softDelete }),
  };
}
