import { isComplete } from '../../drafts/backup-draft';
import { useBackupDraft } from '../../drafts/use-backup-draft';
import { useText } from '../../i18n/use-text';
import { useVaultPath } from '../../paths';
import { titles } from '../../map';
import { messages } from './messages';
import { ScriptBlade } from './script-blade';

export default function ProtectionScript() {
  const text = useText();
  const path = useVaultPath();
  const { draft } = useBackupDraft(path);
  const values = isComplete(draft) ? { ...path, policyName: draft.policyName, vmIds: draft.machines.map(({ id }) => id) } : undefined;
  return (
    <ScriptBlade
      purpose={text(titles.protection)}
      subtitle={path.vaultName}
      fileName={`${path.vaultName}-enable-backup`}
      wanted={values && { of: 'protection', values }}
      nothing={values === undefined ? text(messages.chooseFirst) : undefined}
      notes={[text(messages.agentChecked)]}
    />
  );
}
