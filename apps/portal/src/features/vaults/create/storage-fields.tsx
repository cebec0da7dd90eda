import type { NewVaultDraft } from '../../../kept/new-vault-draft';
import { useText } from '../../../language/use-text';
import { useEdition } from '../../../kept/edition';
import { ToggleField } from '../../../ui/fields/toggle-field';
import { messages, replicationMeanings, replicationNames, softDeleteNames } from '../setup/messages';
import { replicationsIn } from '../setup/replications';

/** Days for which Azure keeps what was softly deleted, unless somebody says otherwise. */
const USUAL_DAYS = 14;

interface StorageFieldsProps {
  draft: Pick<NewVaultDraft, 'replication' | 'softDelete'>;
  onChange: (change: Partial<Pick<NewVaultDraft, 'replication' | 'softDelete'>>) => void;
}

/** How the data of a vault is kept. */
export function StorageFields({ draft: { replication, softDelete }, onChange }: StorageFieldsProps) {
  const text = useText();
  const replications = replicationsIn(useEdition());
  return (
    <>
      <ToggleField
        label={text(messages.replication)}
        value={replication}
        onChange={(next) => onChange({ replication: next })}
        reason={`${text(replicationMeanings[replication])} ${text(messages.replicationHint)}`}
        options={replications.map((value) => ({ value, label: text(replicationNames[value]) }))}
      />
      <ToggleField
        label={text(messages.softDelete)}
        value={softDelete}
        onChange={(next) => onChange({ softDelete: next })}
        reason={text(softDelete === 'Enabled' ? messages.softDeleteMeans : messages.softDeleteOff, { days: USUAL_DAYS })}
        options={(['Enabled', 'Disabled'] as const).map((value) => ({ value, label: text(softDeleteNames[value]) }))}
      />
    </>
  );
}
