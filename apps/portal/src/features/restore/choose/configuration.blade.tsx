import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { TargetRegion } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { vaultOf } from '../../../api/queries';
import { resourceGroupsQuery, storageAccountsQuery } from '../../../api/restore-queries';
import { Blade } from '../../../blades/blade';
import { useRestoreDraft } from '../../../kept/use-item-drafts';
import { useText } from '../../../language/use-text';
import { paths, useItemPath } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { titles } from '../../../map/map';
import { FooterButton } from '../../../ui/actions/buttons';
import { SelectField } from '../../../ui/fields/fields';
import { InfoBox } from '../../../ui/feedback/info-box';
import { AccountTable } from './account-table';
import { configurationMessages as messages } from './configuration-messages';
import { hasPoint, isOwnSilent, RegionField, usePairedRegion } from './region-field';
import { pairedMessages } from './paired-messages';
import { regionName } from '../../../words/regions';
import { messages as common } from '../messages';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '14px' } });

/** The choice that leaves the disks in the storage account. */
const AS_VHD = '';
/** What no resource group is called. */
const NOT_CHOSEN = '?';

export default function RestoreConfiguration() {
  const styles = useStyles();
  const text = useText();
  const navigate = useNavigate();
  const path = useItemPath();
  const edition = useEdition();
  const { draft, choose } = useRestoreDraft(path);
  const { point, configuration } = draft;
  const offersGroup = edition === 'current' && point !== null;
  const [region, setRegion] = useState<TargetRegion | null>(null);
  const pair = usePairedRegion(path);
  const isSilent = isOwnSilent(point);
  const wantsPair = isSilent || (region ?? configuration?.region) === 'paired';
  const isPaired = wantsPair && offersGroup && point.managedDisks && pair.data?.state === 'open' && hasPoint(pair.data, point);
  const accounts = useQuery(storageAccountsQuery(vaultOf(path), edition, isPaired ? 'paired' : 'own'));
  const groups = useQuery({ ...resourceGroupsQuery(vaultOf(path)), enabled: offersGroup });
  const [picked, setPicked] = useState<string | null>(null);
  const [group, setGroup] = useState<string | null>(null);

  const usable = accounts.data?.filter(({ reason }) => reason === null) ?? [];
  const onlyOne = usable.length === 1 ? usable[0]?.id : undefined;
  const wanted = picked ?? configuration?.storageAccountId ?? onlyOne;
  const account = usable.find(({ id }) => id === wanted);
  const names = groups.data?.map(({ name }) => name) ?? [];
  // Of VHDs no machine comes any more: they are nothing to begin with, and in the paired region there are none.
  const asked = group ?? (configuration === null ? path.vmGroup : (configuration.targetGroup ?? AS_VHD));
  const wantedGroup = isPaired && asked === AS_VHD ? path.vmGroup : asked;
  const known = wantedGroup === AS_VHD ? AS_VHD : names.find((name) => sameName(name, wantedGroup));
  const proposed = names.length === 0 && !isPaired ? AS_VHD : names.length === 1 ? names[0] : undefined;
  // Among several others only a person knows where the disks belong.
  const chosenGroup = known ?? proposed;

  const confirm = () => {
    if (account === undefined || chosenGroup === undefined) return;
    const targetGroup = chosenGroup === AS_VHD ? null : chosenGroup;
    const next = {
      storageAccountId: account.id,
      storageAccountName: account.name,
      targetGroup,
      region: isPaired ? ('paired' as const) : ('own' as const),
    };
    if (JSON.stringify(next) !== JSON.stringify(configuration)) choose({ configuration: next });
    void navigate(paths.restoreItem(path));
  };

  const whyNotOk = () => {
    if (point === null) return text(common.pointFirst);
    if (accounts.isPending || (offersGroup && groups.isPending) || (wantsPair && pair.isPending)) return text(common.loading);
    if (isSilent && !isPaired) return text(pairedMessages.neither);
    if (offersGroup && groups.data === undefined) return text(messages.groupsUnread);
    if (isPaired && names.length === 0) return text(messages.noGroups);
    if (chosenGroup === undefined) return text(messages.chooseGroup);
    return account === undefined ? text(messages.chooseAccount) : undefined;
  };
  const refresh = () => {
    for (const read of [accounts, pair, ...(offersGroup ? [groups] : [])]) void read.refetch();
  };
  const whyDisks = () => {
    if (point?.encrypted === false) return text(messages.plain);
    return text(edition === 'current' ? messages.encryptedToday : messages.encrypted2017);
  };

  return (
    <Blade
      title={text(titles.restoreConfiguration)}
      subtitle={path.vmName}
      busy={accounts.isFetching}
      problem={accounts.error ?? groups.error}
      onRefresh={refresh}
      footer={
        <FooterButton onClick={confirm} reason={whyNotOk()}>
          {text(common.ok)}
        </FooterButton>
      }
    >
      <div className={styles.fields}>
        <SelectField
          label={text(messages.type)}
          required
          defaultValue="disks"
          options={[
            { value: 'disks', label: text(messages.disks) },
            { value: 'machine', label: text(messages.machine), reason: text(messages.notHere) },
          ]}
        />
        <InfoBox>{whyDisks()}</InfoBox>
        <RegionField path={path} point={point} chosen={isPaired ? 'paired' : 'own'} onChoose={setRegion} />
        <AccountTable
          accounts={accounts.data}
          loading={accounts.isPending}
          chosen={account?.id ?? null}
          onChoose={setPicked}
          paired={isPaired ? (pair.data?.paired ?? null) : null}
        />
        {offersGroup && (
          <SelectField
            label={text(messages.targetGroup)}
            hint={text(point.managedDisks ? messages.targetGroupHint : messages.becomeManaged)}
            value={chosenGroup ?? NOT_CHOSEN}
            onChange={(_, { value }) => setGroup(value)}
            options={[
              ...(chosenGroup === undefined ? [{ value: NOT_CHOSEN, label: text(messages.chooseGroup) }] : []),
              ...(groups.data ?? []).map(({ name, location }) => ({ value: name, label: `${name} (${text(regionName(location))})` })),
              ...(isPaired || groups.data === undefined ? [] : [{ value: AS_VHD, label: text(messages.asVhd) }]),
            ]}
          />
        )}
        {offersGroup && groups.data !== undefined && chosenGroup === AS_VHD && !isPaired && (
          <InfoBox>{text(messages.vhdsStartNothing)}</InfoBox>
        )}
      </div>
    </Blade>
  );
}
