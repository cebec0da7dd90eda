import { makeStyles } from '@fluentui/react-components';
import type { VaultConfiguration, VaultPath } from '@tresor/contracts';
import { mayTurnSoftDeleteOff } from '@tresor/support-matrix';
import { useText } from '../../../language/use-text';
import { useEdition } from '../../../kept/edition';
import { InfoBox } from '../../../ui/feedback/info-box';
import { ToggleField } from '../../../ui/fields/toggle-field';
import type { ConfigurationChange } from './configuration-change';
import { ItemsThatHold } from '../delete/items-that-hold';
import { messages, replicationMeanings, replicationNames, softDeleteNames } from '../setup/messages';
import { isReplication, replicationsIn } from '../setup/replications';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '20px' } });

interface ConfigurationFieldsProps {
  path: VaultPath;
  present: VaultConfiguration;
  wanted: ConfigurationChange;
  /** Why the signed-in person may change nothing. */
  barred: string | undefined;
  onChange: (change: ConfigurationChange) => void;
}

/** Replication type and soft delete; what cannot be changed says why. */
export function ConfigurationFields({ path, present, wanted, barred, onChange }: ConfigurationFieldsProps) {
  const styles = useStyles();
  const text = useText();
  const edition = useEdition();
  const offered = replicationsIn(edition);
  const { lockedBy } = present;
  const replication = wanted.storageReplication ?? (isReplication(present.storageReplication) ? present.storageReplication : null);
  const choices = replication === null || offered.includes(replication) ? offered : [...offered, replication];
  const softDelete = wanted.softDelete ?? present.softDelete;
  const isAlwaysOn = present.softDelete === 'AlwaysON';
  const staysOn = !isAlwaysOn && present.softDelete !== 'Disabled' && !mayTurnSoftDeleteOff(edition);
  const meaning =
    replication === null ? text(messages.unknownWord, { word: present.storageReplication ?? '–' }) : text(replicationMeanings[replication]);
  const softDeleteMeaning = isAlwaysOn ? messages.alwaysOn : softDelete === 'Disabled' ? messages.softDeleteOff : messages.softDeleteMeans;

  return (
    <div className={styles.fields}>
      <div>
        <ToggleField
          label={text(messages.replication)}
          value={replication}
          onChange={(storageReplication) => onChange({ storageReplication })}
          reason={barred ?? meaning}
          options={choices.map((value) => ({
            value,
            label: text(replicationNames[value]),
            disabled: lockedBy !== null || barred !== undefined,
          }))}
        />
        {lockedBy !== null && (
          <InfoBox>
            <p>{text(messages.locked, { count: lockedBy.count })}</p>
            <ItemsThatHold path={path} {...lockedBy} />
            <p>{text(messages.lockedRemedy)}</p>
          </InfoBox>
        )}
      </div>
      <ToggleField
        label={text(messages.softDelete)}
        value={softDelete === 'Disabled' ? 'Disabled' : 'Enabled'}
        onChange={(next) => onChange({ softDelete: next })}
        reason={`${text(softDeleteMeaning, { days: present.softDeleteDays ?? 14 })}${staysOn ? ` ${text(messages.neverOff)}` : ''}`}
        options={(['Enabled', 'Disabled'] as const).map((value) => ({
          value,
          label: text(softDeleteNames[value]),
          disabled: isAlwaysOn || barred !== undefined || (staysOn && value === 'Disabled'),
        }))}
      />
    </div>
  );
}
