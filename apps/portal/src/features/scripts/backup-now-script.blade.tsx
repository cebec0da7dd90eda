import { useParams } from 'react-router';
import { useItemPath } from '../../map/paths';
import { useText } from '../../language/use-text';
import { titles } from '../../map/map';
import { ScriptBlade } from './script-blade';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export default function BackupNowScript() {
  const text = useText();
  const path = useItemPath();
  const { until = '' } = useParams();
  return (
    <ScriptBlade
      purpose={text(titles.backupNow)}
      subtitle={path.vmName}
      fileName={`${path.vmName}-backup-now`}
      wanted={DAY.test(until) ? { of: 'backup-now', values: { ...path, retainUntil: until } } : 'unfit'}
      notes={[]}
    />
  );
}
