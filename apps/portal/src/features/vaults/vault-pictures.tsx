import type { Vault } from '@tresor/contracts';
import { BackupDays } from '../../azure/pictures/backup-days';
import { ProtectionByKind } from '../../azure/pictures/protection-by-kind';

/** A vault as pictures: its backups day by day, and what of its place it could protect. */
export default function VaultPictures({ vault: { subscriptionId, resourceGroup, name: vaultName, location } }: { vault: Vault }) {
  return (
    <>
      <BackupDays vault={{ subscriptionId, resourceGroup, vaultName }} level={3} />
      <ProtectionByKind reach={{ subscriptionId, location }} level={3} />
    </>
  );
}
