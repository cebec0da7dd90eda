import { useQuery } from '@tanstack/react-query';
import type { ProtectionBatch, VaultPath, VirtualMachine } from '@tresor/contracts';
import { isKeyVaultId } from '../../api/known-ids';
import { keyVaultAccessQuery } from '../../api/queries';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { keyVaultIdsOf } from '../../kept/backup-draft';
import { useText } from '../../language/use-text';
import { KeyVaultAccessEntry } from '../../azure/key-vault-access/key-vault-access-entry';
import { paths } from '../../map/paths';
import { useEdition } from '../../kept/edition';
import { InfoBox } from '../../ui/feedback/info-box';
import { resultMessages as messages } from './result-messages';

const NONE: readonly VirtualMachine[] = [];

/** Enabling does not look at keys; the first backup does. Says before it where Azure Backup would fail. */
export function KeyVaultWarning({ path, batch }: { path: VaultPath; batch: ProtectionBatch }) {
  const text = useText();
  const edition = useEdition();
  const { data: list } = useQuery(virtualMachinesQuery(path.subscriptionId));
  const ids = new Set(batch.results.map(({ vmId }) => vmId.toLowerCase()));
  const machines = (list?.rows ?? NONE).filter(({ id }) => ids.has(id.toLowerCase()));
  const needsKeys = machines.some(({ encryption }) => encryption.kind === 'bek-kek');
  const { data: access } = useQuery(keyVaultAccessQuery({ edition, keyVaultIds: keyVaultIdsOf(machines).filter(isKeyVaultId), needsKeys }));
  const lacking = access?.filter(({ state }) => state === 'lacking') ?? [];
  if (lacking.length === 0) return null;
  return (
    <InfoBox>
      <p>{text(messages.keyVaultsLack)}</p>
      <ul>
        {lacking.map((each) => (
          <KeyVaultAccessEntry key={each.id} access={each} href={paths.backupKeyVault(path, each.id)} />
        ))}
      </ul>
    </InfoBox>
  );
}
