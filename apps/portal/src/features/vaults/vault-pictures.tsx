import type { Vault } from '@tresor/contracts';
import { BackupDays } from '../../azure/pictures/backup-days';
import { StorageOverTime } from '../../azure/pictures/storage-over-time';
import { ProtectionByKind } from '../../azure/pictures/protection-by-kind';
import { MissingMachines } from './overview/missing-machines';

/** A vault as pictures: its backups day by day, what is stored in it over time, and what of its place it could protect. */
export default function VaultPictures({ vault: { subscriptionId, resourceGroup, name: vaultName, location } }: { vault: Vault }) {
  const path = { subscriptionId, resourceGroup, vaultName };
  return (
    <>
      <MissingMachines vault={path} />
      <BackupDays vault={path} />
      <StorageOverTime vault={path} />
      <ProtectionByKind reach={{ subscriptionId, location }} />
    </>
  );
}
