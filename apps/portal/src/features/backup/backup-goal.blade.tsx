import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Blade } from '../../blades/blade';
import { useBackupDraft } from '../../kept/use-backup-draft';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { titles } from '../../map/map';
import { FooterButton } from '../../ui/actions/buttons';
import { SelectField } from '../../ui/fields/fields';
import { messages } from './messages';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '14px' } });

export default function BackupGoal() {
  const styles = useStyles();
  const text = useText();
  const navigate = useNavigate();
  const path = useVaultPath();
  const { choose } = useBackupDraft(path);
  const [where, setWhere] = useState('azure');
  const [what, setWhat] = useState('virtual-machine');

  const otherWorkload = text(messages.otherWorkloadReason);
  const places = [
    { value: 'azure', label: text(messages.azure) },
    { value: 'on-premises', label: text(messages.onPremises), reason: text(messages.onPremisesReason) },
  ];
  const workloads = [
    { value: 'virtual-machine', label: text(messages.virtualMachine) },
    { value: 'file-share', label: text(messages.fileShare), reason: otherWorkload },
    { value: 'sql-server', label: text(messages.sqlServer), reason: otherWorkload },
  ];

  const confirm = () => {
    choose({ goalChosen: true });
    void navigate(paths.backupPolicy(path));
  };

  return (
    <Blade title={text(titles.backupGoal)} footer={<FooterButton onClick={confirm}>{text(messages.ok)}</FooterButton>}>
      <div className={styles.fields}>
        <SelectField label={text(messages.where)} options={places} value={where} onChange={(_, { value }) => setWhere(value)} />
        <SelectField
          label={text(messages.what)}
          options={workloads}
          value={what}
          onChange={(_, { value }) => setWhat(value)}
          hint={text(messages.goalHint)}
        />
      </div>
    </Blade>
  );
}
