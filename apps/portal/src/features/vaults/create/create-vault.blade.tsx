import { makeStyles } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { isSubscriptionId } from '../../../api/known-ids';
import { subscriptionsQuery, vaultPlacesQuery, vaultsQuery } from '../../../api/queries';
import { Blade } from '../../../blades/blade';
import { useCloseBlade } from '../../../blades/use-close-blade';
import { useNewVaultDraft } from '../../../kept/new-vault-draft';
import { useText } from '../../../language/use-text';
import { palette } from '../../../theme/theme';
import { titles } from '../../../map/map';
import { PlainButton } from '../../../ui/actions/buttons';
import { SelectField, TextField } from '../../../ui/fields/fields';
import { CommandOutcomeNotice } from '../../../azure/commands/command-outcome';
import { CommandButton } from '../../../azure/commands/command-button';
import { nameFaultOf, whyNotCreate } from './check-vault';
import { GroupFields } from './group-fields';
import { LocationField } from './location-field';
import { messages } from '../setup/messages';
import { StorageFields } from './storage-fields';
import { useCreateVault } from './use-create-vault';
import { useMayCreate } from './use-may-create';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '14px' },
  tick: { color: palette.tresorTick },
});

const NONE: readonly never[] = [];

/** Makes a Recovery Services vault: name, place, and how it keeps its data, which can hardly be changed later. */
export default function CreateVault() {
  const styles = useStyles();
  const text = useText();
  const close = useCloseBlade();
  const handle = useNewVaultDraft();
  const { draft, change, discard } = handle;
  const subscriptions = useQuery(subscriptionsQuery());
  const vaults = useQuery(vaultsQuery());
  const { subscriptionId } = draft;
  const places = useQuery(vaultPlacesQuery(isSubscriptionId(subscriptionId) ? subscriptionId : undefined));
  const create = useCreateVault(handle);
  const barred = useMayCreate(draft);

  const fault = nameFaultOf(draft, vaults.data ?? NONE);
  const missing = whyNotCreate(draft, vaults.data ?? NONE, places.data);
  const reason = create.isPending ? text(messages.creating) : missing === undefined ? barred : text(missing);
  const giveUp = () => {
    discard();
    close();
  };

  return (
    <Blade
      title={text(titles.newVault)}
      subtitle="Microsoft"
      size="medium"
      busy={subscriptions.isPending || create.isPending || places.isFetching}
      problem={create.error ?? subscriptions.error ?? places.error}
      dirty={handle.dirty}
      onDiscard={discard}
      footer={
        <>
          <CommandButton reason={reason} onClick={create.run}>
            {text(messages.create)}
          </CommandButton>
          <PlainButton onClick={giveUp}>{text(messages.discard)}</PlainButton>
        </>
      }
    >
      <CommandOutcomeNotice outcome={create.outcome} ask={create.run} />
      <div className={styles.fields}>
        <TextField
          label={text(messages.name)}
          required
          hint={text(messages.nameHint)}
          error={fault && text(fault)}
          value={draft.name}
          onChange={(_, { value }) => change({ name: value })}
          maxLength={60}
          autoComplete="off"
          contentAfter={
            draft.name !== '' && fault === undefined ? (
              <CheckmarkCircle16Filled className={styles.tick} aria-label={text(messages.nameFits)} />
            ) : null
          }
        />
        <SelectField
          label={text(messages.subscription)}
          required
          value={subscriptionId}
          onChange={(_, { value }) => change({ subscriptionId: value, group: '', location: '' })}
          options={[
            ...(subscriptionId === '' ? [{ value: '', label: text(messages.choose) }] : []),
            ...(subscriptions.data ?? NONE).map(({ subscriptionId, name }) => ({ value: subscriptionId, label: name })),
          ]}
        />
        <GroupFields draft={draft} places={places.data} onChange={change} />
        <LocationField location={draft.location} places={places.data} onChange={(location) => change({ location })} />
        <StorageFields draft={draft} onChange={change} />
      </div>
    </Blade>
  );
}
