import { makeStyles } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { VaultPlaces } from '@tresor/contracts';
import { lazy, Suspense } from 'react';
import { isSubscriptionId, isResourceGroupName } from '../../../api/known-ids';
import { loadPart } from '../../../api/load-code';
import { subscriptionsQuery, vaultPlacesQuery, vaultsQuery } from '../../../api/queries';
import { Blade } from '../../../blades/blade';
import { useCloseBlade } from '../../../blades/use-close-blade';
import { useNewVaultDraft, type NewVaultDraft } from '../../../kept/new-vault-draft';
import { useText } from '../../../language/use-text';
import { map } from '../../../map/map';
import { palette } from '../../../theme/theme';
import { titles } from '../../../map/map';
import { PlainButton } from '../../../ui/actions/buttons';
import { SelectField, TextField } from '../../../ui/fields/fields';
import { CommandOutcomeNotice } from '../../../azure/commands/command-outcome';
import { CommandButton } from '../../../azure/commands/command-button';
import { PoliciesNotice } from '../../../azure/commands/policies-notice';
import { providerQuery } from '../../../azure/providers/provider-query';
import { fullRegionOf, nameFaultOf, whyNotCreate } from './check-vault';
import { GroupFields } from './group-fields';
import { messages, replicationMeanings, replicationNames, softDeleteNames } from '../setup/messages';
import { useCreateVault } from './use-create-vault';
import { useVaultPolicies } from './use-vault-policies';
import { regionName } from '../../../words/regions';
import { isReadOnlySubscription, mayTurnSoftDeleteOff } from '@tresor/support-matrix';
import { useEdition } from '../../../kept/edition';
import { ToggleField } from '../../../ui/fields/toggle-field';
import { replicationsIn } from '../setup/replications';
import { useBarredFrom } from '../../../azure/rights/use-barred';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '14px' },
  tick: { color: palette.tresorTick },
});

const NONE: readonly never[] = [];

interface LocationFieldProps {
  location: string;
  places: VaultPlaces | undefined;
  onChange: (location: string) => void;
}

/** The region of the vault, those with machines to protect first. */
function LocationField({ location, places, onChange }: LocationFieldProps) {
  const text = useText();
  const regions = (places?.regions ?? [])
    .map(({ name, unprotectedMachines }) => ({ name, region: text(regionName(name)), count: unprotectedMachines }))
    .toSorted((a, b) => b.count - a.count || a.region.localeCompare(b.region));
  const chosen = regions.find(({ name }) => name === location);
  return (
    <div>
      <SelectField
        label={text(messages.location)}
        required
        hint={text(messages.locationHint)}
        value={location}
        onChange={(_, { value }) => onChange(value)}
        options={[
          ...(location === '' ? [{ value: '', label: text(messages.choose) }] : []),
          ...regions.map(({ name, region, count }) => ({ value: name, label: text(messages.locationOption, { region, count }) })),
        ]}
      />
      {chosen !== undefined && <p>{text(messages.couldProtect, { count: chosen.count })}</p>}
    </div>
  );
}

/** Days for which Azure keeps what was softly deleted, unless somebody says otherwise. */
const USUAL_DAYS = 14;

interface StorageFieldsProps {
  draft: Pick<NewVaultDraft, 'replication' | 'softDelete'>;
  onChange: (change: Partial<Pick<NewVaultDraft, 'replication' | 'softDelete'>>) => void;
}

/** How the data of a vault is kept. */
function StorageFields({ draft: { replication, softDelete }, onChange }: StorageFieldsProps) {
  const text = useText();
  const edition = useEdition();
  const replications = replicationsIn(edition);
  const staysOn = softDelete === 'Enabled' && !mayTurnSoftDeleteOff(edition);
  const meaning = text(softDelete === 'Enabled' ? messages.softDeleteMeans : messages.softDeleteOff, { days: USUAL_DAYS });
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
        reason={staysOn ? `${meaning} ${text(messages.neverOff)}` : meaning}
        options={(['Enabled', 'Disabled'] as const).map((value) => ({
          value,
          label: text(softDeleteNames[value]),
          disabled: staysOn && value === 'Disabled',
        }))}
      />
    </>
  );
}

/** Why the signed-in person may not make the vault of a form; undefined while nothing is known to be missing. */
function useMayCreate({ subscriptionId, isNewGroup, group }: NewVaultDraft): string | undefined {
  const groups = !isNewGroup && isResourceGroupName(group) ? [group] : [];
  const barred = useBarredFrom(
    isSubscriptionId(subscriptionId) ? { subscriptionId, vault: null, groups, wholeSubscription: groups.length === 0 } : undefined,
  );
  return (isNewGroup ? barred('create-group') : undefined) ?? barred(map.newVault.step);
}

const RegisterProvider = lazy(() => loadPart(() => import('../../../azure/providers/register-provider')));

/** The resource provider of vaults, which serves no subscription that is new. */
const PROVIDER = 'Microsoft.RecoveryServices';

function useIsMissing(subscriptionId: string): boolean {
  const { data } = useQuery(providerQuery(isSubscriptionId(subscriptionId) ? subscriptionId : undefined, PROVIDER));
  return data !== undefined && data.state !== 'registered';
}

/** Makes a Recovery Services vault: name, place, and how it keeps its data, which can hardly be changed later. */
export default function CreateVault() {
  const styles = useStyles();
  const text = useText();
  const close = useCloseBlade();
  const handle = useNewVaultDraft();
  const { draft, change, discard } = handle;
  const edition = useEdition();
  const subscriptions = useQuery(subscriptionsQuery());
  const vaults = useQuery(vaultsQuery());
  const { subscriptionId } = draft;
  const places = useQuery(vaultPlacesQuery(isSubscriptionId(subscriptionId) ? subscriptionId : undefined));
  const create = useCreateVault(handle);
  const barred = useMayCreate(draft);
  const policies = useVaultPolicies(draft);
  const isMissing = useIsMissing(subscriptionId);

  const fault = nameFaultOf(draft, vaults.data ?? NONE);
  const missing = whyNotCreate(draft, vaults.data ?? NONE, places);
  const limit = fullRegionOf(draft, vaults.data ?? NONE, edition);
  const regionFull = limit === undefined ? undefined : text(messages.regionFull, { limit });
  const unregistered = isMissing ? text(messages.unregistered) : undefined;
  const reason = create.isPending
    ? text(messages.creating)
    : missing === undefined
      ? (regionFull ?? unregistered ?? barred)
      : text(missing);
  const refresh = () => {
    void subscriptions.refetch();
    void vaults.refetch();
    if (isSubscriptionId(subscriptionId)) void places.refetch();
  };
  const giveUp = () => {
    discard();
    close();
  };

  return (
    <Blade
      title={text(titles.newVault)}
      subtitle="Microsoft"
      busy={subscriptions.isPending || create.isPending || places.isFetching}
      problem={create.error ?? subscriptions.error ?? places.error}
      onRefresh={refresh}
      dirty={handle.dirty}
      onDiscard={discard}
      footer={
        <CommandButton
          isBarred={barred !== undefined}
          reason={reason}
          failed={create.error}
          entries={{ ...draft, intentId: null }}
          onClick={create.run}
          beside={<PlainButton onClick={giveUp}>{text(messages.discard)}</PlainButton>}
        >
          {text(messages.create)}
        </CommandButton>
      }
    >
      <CommandOutcomeNotice outcome={create.outcome} ask={create.ask} />
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
            ...(subscriptions.data ?? NONE).map(({ subscriptionId, name, state }) => ({
              value: subscriptionId,
              label: name,
              ...(isReadOnlySubscription(state) && { reason: text(messages.readOnly) }),
            })),
          ]}
        />
        {isMissing && create.error === null && isSubscriptionId(subscriptionId) && (
          <Suspense>
            <RegisterProvider subscriptionId={subscriptionId} provider={PROVIDER} />
          </Suspense>
        )}
        <GroupFields draft={draft} places={places.data} onChange={change} />
        <div>
          <LocationField location={draft.location} places={places.data} onChange={(location) => change({ location })} />
          <PoliciesNotice found={policies} />
        </div>
        <StorageFields draft={draft} onChange={change} />
      </div>
    </Blade>
  );
}
