import type { VaultPlaces } from '@tresor/contracts';
import type { NewVaultDraft } from '../../../kept/new-vault-draft';
import { useText } from '../../../language/use-text';
import { SelectField, TextField } from '../../../ui/fields/fields';
import { ToggleField } from '../../../ui/fields/toggle-field';
import { groupFaultOf } from './check-vault';
import { messages } from '../setup/messages';

interface GroupFieldsProps {
  draft: NewVaultDraft;
  places: VaultPlaces | undefined;
  onChange: (change: Partial<Omit<NewVaultDraft, 'intentId'>>) => void;
}

/** A resource group that is there, or a new one. */
export function GroupFields({ draft, places, onChange }: GroupFieldsProps) {
  const text = useText();
  const fault = groupFaultOf(draft, places);
  const groups = places?.resourceGroups ?? [];
  return (
    <>
      <ToggleField
        label={text(messages.group)}
        value={draft.isNewGroup ? 'new' : 'existing'}
        onChange={(chosen) => onChange({ isNewGroup: chosen === 'new' })}
        options={[
          { value: 'existing', label: text(messages.existing) },
          { value: 'new', label: text(messages.newGroup) },
        ]}
      />
      {draft.isNewGroup ? (
        <TextField
          label={text(messages.groupName)}
          required
          error={fault && text(fault)}
          value={draft.newGroup}
          onChange={(_, { value }) => onChange({ newGroup: value })}
          maxLength={90}
          autoComplete="off"
        />
      ) : (
        <SelectField
          label={text(messages.group)}
          required
          value={draft.group}
          onChange={(_, { value }) => onChange({ group: value })}
          options={[
            ...(draft.group === '' ? [{ value: '', label: text(messages.choose) }] : []),
            ...groups.map(({ name }) => ({ value: name, label: name })),
          ]}
        />
      )}
    </>
  );
}
