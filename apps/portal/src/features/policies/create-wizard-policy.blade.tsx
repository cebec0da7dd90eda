import { useBackupDraft } from '../../drafts/use-backup-draft';
import { useVaultPath } from '../../paths';
import { NewPolicy } from './form/new-policy';

/** Inside the wizard a new policy is chosen at once. */
export default function CreateWizardPolicy() {
  const { choose } = useBackupDraft(useVaultPath());
  return <NewPolicy onCreated={({ name }) => choose({ policyName: name })} />;
}
