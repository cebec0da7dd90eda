import { makeStyles } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import { Blade } from '../../../blades/blade';
import { useEdition } from '../../../kept/edition';
import type { ChosenPoint } from '../../../kept/item-drafts';
import { useText } from '../../../language/use-text';
import { titles } from '../../../map/map';
import { paths, useItemPath } from '../../../map/paths';
import { FooterButton } from '../../../ui/actions/buttons';
import { InfoBox } from '../../../ui/feedback/info-box';
import { SelectField } from '../../../ui/fields/fields';
import { messages as common } from '../messages';
import { AccountTable } from './account-table';
import { configurationMessages as messages } from './configuration-messages';
import { RegionField } from './region-field';
import { TargetGroupField } from './target-group';
import { useConfiguration } from './use-configuration';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '14px' } });

/** What is restored: of a machine with encryption its disks, never the machine at once. */
function TypeField({ point }: { point: ChosenPoint | null }) {
  const text = useText();
  const edition = useEdition();
  const encrypted = edition === 'current' ? messages.encryptedToday : messages.encrypted2017;
  return (
    <>
      <SelectField
        label={text(messages.type)}
        required
        defaultValue="disks"
        options={[
          { value: 'disks', label: text(messages.disks) },
          { value: 'machine', label: text(messages.machine), reason: text(messages.notHere) },
        ]}
      />
      <InfoBox>{text(point?.encrypted === false ? messages.plain : encrypted)}</InfoBox>
    </>
  );
}

export default function RestoreConfiguration() {
  const styles = useStyles();
  const text = useText();
  const navigate = useNavigate();
  const path = useItemPath();
  const { point, offersGroup, region, account, group, whyNot, keep } = useConfiguration(path);
  const { accounts } = account;
  const refresh = () => {
    for (const read of [accounts, region.pair, ...(offersGroup ? [group.groups] : [])]) void read.refetch();
  };
  const confirm = () => {
    if (keep()) void navigate(paths.restoreItem(path));
  };
  return (
    <Blade
      title={text(titles.restoreConfiguration)}
      subtitle={path.vmName}
      busy={accounts.isFetching}
      problem={accounts.error ?? group.groups.error}
      onRefresh={refresh}
      footer={
        <FooterButton onClick={confirm} reason={whyNot && text(whyNot)}>
          {text(common.ok)}
        </FooterButton>
      }
    >
      <div className={styles.fields}>
        <TypeField point={point} />
        <RegionField path={path} point={point} chosen={region.isPaired ? 'paired' : 'own'} onChoose={region.choose} />
        <AccountTable
          accounts={accounts.data}
          loading={accounts.isPending}
          chosen={account.chosen?.id ?? null}
          onChoose={account.choose}
          paired={region.isPaired ? (region.pair.data?.paired ?? null) : null}
        />
        {offersGroup && point !== null && <TargetGroupField of={group} point={point} />}
      </div>
    </Blade>
  );
}
