import type { ProtectionResult, VaultPath } from '@tresor/contracts';
import { useMemo } from 'react';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import type { TableColumn } from '../../ui/table/table-types';
import { TextLink } from '../../ui/actions/text-link';
import { AgentCell } from '../../azure/machines/agent-cell';
import type { FirstBackupFailures } from '../../azure/first-backup/first-backup-failures';
import { agentIn, type AgentReports } from '../../azure/machines/agent-reports';
import { ResultCell, useStanding } from './result-cell';
import { resultMessages as messages } from './result-messages';

export function useResultColumns(
  path: VaultPath,
  reports: AgentReports,
  failures: FirstBackupFailures,
  finished: boolean,
): readonly TableColumn<ProtectionResult>[] {
  const text = useText();
  const standing = useStanding();
  return useMemo(
    () => [
      { id: 'name', header: text(messages.name), cell: ({ vmName }) => vmName, text: ({ vmName }) => vmName, width: 1.6 },
      {
        id: 'result',
        header: text(messages.result),
        cell: (result) => <ResultCell result={result} failure={failures.get(result.vmId.toLowerCase())} />,
        text: (result) => standing(result, failures.get(result.vmId.toLowerCase()))[1],
        width: 2.5,
      },
      {
        id: 'agent',
        header: text(messages.agent),
        cell: ({ vmId }) => <AgentCell id={vmId} agent={agentIn(reports, vmId)} wanted={finished} />,
        text: ({ vmId }) => agentIn(reports, vmId)?.version ?? '',
        width: 1.2,
      },
      {
        id: 'job',
        header: text(messages.job),
        cell: ({ jobId }) =>
          jobId === null ? text(messages.noJob) : <TextLink to={paths.job({ ...path, jobId })}>{text(messages.openJob)}</TextLink>,
        text: ({ jobId }) => jobId ?? '',
      },
    ],
    [failures, finished, path, reports, standing, text],
  );
}
