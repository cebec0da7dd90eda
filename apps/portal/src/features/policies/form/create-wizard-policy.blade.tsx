import { useBackupDraft } from '../../../kept/use-backup-draft';
import { useVaultPath } from '../../../map/paths';
import { NewPolicy } from './new-policy';

/** Inside the wizard a new policy is chosen at once. */
export default function CreateWizardPolicy() {
  const { choose } = useBackupDraft(useVaultPath());
  return <NewPolicy onCreated={({ name }) => choose({ policyName: name })} />;
}
