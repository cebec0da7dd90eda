import { type ChosenMachine, keyVaultIdsOf, keyVaultName } from '../../kept/backup-draft';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { KeyVaultAccessList } from '../../azure/key-vault-access/key-vault-access-list';
import { paths, useVaultPath } from '../../map/paths';
import { InfoBox } from '../../ui/feedback/info-box';
import { messages } from './messages';

interface KeyVaultNoticeProps {
  machines: readonly ChosenMachine[];
}

/** Which key vaults hold the keys of the chosen machines, what the Backup service reads there, and whether it may. */
export function KeyVaultNotice({ machines }: KeyVaultNoticeProps) {
  const text = useText();
  const format = useFormat();
  const path = useVaultPath();
  const keyVaultIds = keyVaultIdsOf(machines);
  if (keyVaultIds.length === 0) return null;
  return (
    <>
      <InfoBox>{text(messages.keyVaultNotice, { keyVaults: format.list(keyVaultIds.map(keyVaultName)) })}</InfoBox>
      <KeyVaultAccessList
        keyVaultIds={keyVaultIds}
        needsKeys={machines.some(({ encryption }) => encryption.kind === 'bek-kek')}
        hrefOf={(id) => paths.backupKeyVault(path, id)}
      />
    </>
  );
}
