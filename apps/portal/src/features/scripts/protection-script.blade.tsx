import { isComplete } from '../../kept/backup-draft';
import { useBackupDraft } from '../../kept/use-backup-draft';
import { useText } from '../../language/use-text';
import { useVaultPath } from '../../map/paths';
import { titles } from '../../map/map';
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
