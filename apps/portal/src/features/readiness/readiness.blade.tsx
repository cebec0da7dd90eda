import { HeartPulse20Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { classifyEncryption, type Readiness } from '@tresor/support-matrix';
import { Blade } from '../../blades/blade';
import { whyNotRead } from '../../blades/why-not-read';
import { useSaveCommands } from '../../blades/use-save-commands';
import { useText } from '../../language/use-text';
import { AgentReaderProvider, useAgents } from '../../azure/machines/use-agents';
import { paths, useSubscriptionId } from '../../map/paths';
import { useEdition } from '../../kept/edition';
import { titles } from '../../map/map';
import { messages as provenMessages } from '../../azure/recovery/messages';
import { useProvenWords } from '../../azure/recovery/use-proven-words';
import { CountBars } from '../../ui/chart/count-bars';
import type { Tone } from '../../ui/chart/tones';
import { useAddressChoice, useLinkWithChoices } from '../../ui/fields/use-address-choice';
import { Filling, Rest } from '../../ui/layout/filling';
import { ListUnread } from '../../ui/table/narrowing';
import { ResourceTable } from '../../ui/table/resource-table';
import { messages, REFUSED } from './messages';
import { ReadinessTools } from './readiness-tools';
import {
  countReadiness,
  countRefusals,
  isEncrypted,
  isReadinessFilter,
  isToEnable,
  matches,
  READINESS_STATES,
  unreadAgents,
  type ReadyMachine,
} from './ready-machine';
import { Refusals } from './refusals';
import { Retirement } from './retirement';
import { useReadyMachines } from './use-ready-machines';
import { encryptionNames } from '../../words/encryption';
import { regionName } from '../../words/regions';
import { AgentCell } from '../../azure/machines/agent-cell';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { TableColumn } from '../../ui/table/table-types';
import { statusOf, useReadinessWords } from './use-readiness-words';

const TONES: Readonly<Record<Readiness['state'], Tone>> = {
  protected: 'main',
  ready: 'long',
  steps: 'long',
  stopped: 'after',
  deleted: 'after',
  refused: 'key',
};

function useReadinessColumns(): readonly TableColumn<ReadyMachine>[] {
  const text = useText();
  const provenOf = useProvenWords();
  const words = useReadinessWords();
  return useMemo(() => {
    const plain = (id: string, header: string, read: (row: ReadyMachine) => string, width = 1): TableColumn<ReadyMachine> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const inShort = (row: ReadyMachine) => {
      const reason = row.readiness.state === 'refused' ? REFUSED[row.readiness.ruleId] : undefined;
      return reason === undefined ? words(row) : text(messages.refusedFor, { reason: text(reason) });
    };
    const stateCell = (row: ReadyMachine) => <StatusBadge status={statusOf(row.readiness)}>{inShort(row)}</StatusBadge>;
    const agentCell = (row: ReadyMachine) => <AgentCell id={row.id} agent={row.agent} wanted={isToEnable(row)} />;
    return [
      plain('name', text(messages.name), ({ machine }) => machine.name, 2),
      plain('encryption', text(messages.encryption), ({ machine }) => text(encryptionNames[classifyEncryption(machine).kind]), 1.1),
      { ...plain('state', text(messages.state), words, 3.2), cell: stateCell },
      { ...plain('agent', text(messages.agent), ({ agent }) => agent?.version ?? agent?.state ?? '', 1.9), cell: agentCell },
      plain('proven', text(provenMessages.title), ({ id }) => provenOf(id), 1.8),
      plain('system', text(messages.system), ({ machine }) => machine.osType, 0.9),
      plain('group', text(messages.group), ({ machine }) => machine.resourceGroup, 1.3),
      plain('region', text(messages.region), ({ machine }) => text(regionName(machine.location)), 1.2),
    ];
  }, [text, words, provenOf]);
}

/** Which encrypted machines of a subscription are protected, could be, cannot be and why. */
export default function ReadinessList() {
  const text = useText();
  const edition = useEdition();
  const subscriptionId = useSubscriptionId();
  const agents = useAgents(subscriptionId);
  const { rows, total, complete, error, refresh } = useReadyMachines(subscriptionId, agents.reports);
  const withChoices = useLinkWithChoices();
  const columns = useReadinessColumns();
  const [asked, show] = useAddressChoice('show');
  const filter = isReadinessFilter(asked) ? asked : 'encrypted';
  const [reading, setReading] = useState(false);
  const shown = useMemo(() => rows.filter((row) => matches(row, filter)), [rows, filter]);
  const counts = useMemo(() => countReadiness(rows), [rows]);
  const refusals = useMemo(() => countRefusals(rows), [rows]);
  const saving = useSaveCommands({
    fileName: `${text(messages.fileName)}-${edition}`,
    columns,
    rows: shown,
    complete,
    error,
    asJson: (saved) => ({ edition, machines: saved.map(({ machine, agent = null, readiness }) => ({ ...machine, agent, readiness })) }),
  });
  const unread = complete ? undefined : whyNotRead({ error });
  const unfinished = unread && text(unread);

  const readAgents = async () => {
    setReading(true);
    await agents.reader.read(unreadAgents(rows).map(({ id }) => id));
    setReading(false);
  };
  const whyNoReading = () => {
    if (unfinished !== undefined || reading) return unfinished ?? text(messages.readingAgents);
    return counts.agentsUnread === 0 ? text(messages.allAgentsRead) : undefined;
  };
  const refreshAll = () => {
    agents.reader.forget();
    refresh();
  };

  return (
    <Blade
      title={text(titles.readiness)}
      subtitle={text(messages.intro)}
      busy={!complete && error === null}
      problem={error}
      onRefresh={refreshAll}
      commands={[
        {
          id: 'agents',
          label: text(messages.readAgents),
          icon: <HeartPulse20Regular />,
          onClick: () => void readAgents(),
          reason: whyNoReading(),
        },
        ...saving.commands,
      ]}
    >
      <AgentReaderProvider value={agents.reader}>
        <Filling>
          {(complete || error === null) && (
            <CountBars
              label={text(messages.byState)}
              head={text(messages.state)}
              counts={READINESS_STATES.map((state) => ({
                key: state,
                label: text(messages[state]),
                count: complete ? counts[state] : null,
                tone: TONES[state],
              }))}
              to={(state) => withChoices(paths.readiness(subscriptionId), { show: state })}
            >
              <output>{complete && text(messages.counts, { total: counts.total })}</output>
              {complete && counts.agentsUnread > 0 && <div>{text(messages.agentsUnread, { count: counts.agentsUnread })}</div>}
              {complete && <Refusals refusals={refusals} />}
              {edition === 'current' && complete && counts.total > 0 && <Retirement count={counts.total} />}
            </CountBars>
          )}
          <Rest afterPictures>
            <ListUnread value={error !== null && rows.length === 0}>
              <ResourceTable
                label={text(messages.label)}
                filterLabel={text(messages.filter)}
                rows={shown}
                columns={columns}
                onShown={saving.onShown}
                rowKey={({ id }) => id}
                rowName={({ machine }) => machine.name}
                href={({ machine }) =>
                  paths.encryptionInReadiness({ subscriptionId, vmGroup: machine.resourceGroup, vmName: machine.name })
                }
                loading={!complete && error === null}
                {...(rows.length < total && { total })}
                empty={error === null && text(rows.length === 0 || filter === 'all' ? messages.empty : messages.emptyFilter)}
                tools={
                  <ReadinessTools
                    subscriptionId={subscriptionId}
                    filter={filter}
                    onFilter={show}
                    needsVault={rows.some(
                      (row) => isEncrypted(row) && row.readiness.state === 'steps' && row.readiness.steps.includes('vault'),
                    )}
                  />
                }
              />
            </ListUnread>
          </Rest>
        </Filling>
      </AgentReaderProvider>
    </Blade>
  );
}
