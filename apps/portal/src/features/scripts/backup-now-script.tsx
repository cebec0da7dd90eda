import { useParams } from 'react-router';
import { useItemPath } from '../../paths';
import { ScriptBlade } from './script-blade';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export default function BackupNowScript() {
  const path = useItemPath();
  const { until = '' } = useParams();
  return (
    <ScriptBlade
      subtitle={path.vmName}
      fileName={`${path.vmName}-backup-now`}
      wanted={DAY.test(until) ? { of: 'backup-now', values: { ...path, retainUntil: until } } : 'unfit'}
      notes={[]}
    />
  );
}
