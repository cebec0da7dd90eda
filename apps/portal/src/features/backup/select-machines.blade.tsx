import { Select } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { Blade } from '../../blades/blade';
import { useBackupDraft } from '../../kept/use-backup-draft';
import { namedFew } from '../../language/named-few';
import { useFormat } from '../../language/use-format';
import { AllNames } from '../../ui/layout/all-names';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { FooterButton } from '../../ui/actions/buttons';
import { InfoBox } from '../../ui/feedback/info-box';
import { Filling, Rest } from '../../ui/layout/filling';
import { ListUnread, Narrowing } from '../../ui/table/narrowing';
import { ResourceTable } from '../../ui/table/resource-table';
import { agentIn } from '../../azure/machines/agent-reports';
import { useMachineColumns } from './machine-columns';
import { machineMessages as messages } from './machine-messages';
import { Notes, RefusalReason } from './row-explanation';
import { chosenAmong, type JudgedMachine, type MachineFilter, matches, refusedAmong, roomIn, toChosen, MACHINE_FILTERS } from './selection';
import { SelectionSummary } from './selection-summary';
import { AgentReaderProvider, useAgents } from '../../azure/machines/use-agents';
import { titles } from '../../map/map';
import { useMachineRows } from './use-machine-rows';

/** The contract takes no more machines in one batch. */
const PER_BATCH = 1000;

const disabledReason = (row: JudgedMachine) => (row.verdict.allowed ? null : <RefusalReason row={row} />);
const note = (row: JudgedMachine) => (row.verdict.allowed && row.verdict.notes.length > 0 ? <Notes row={row} /> : null);

const NAMES = {
  all: messages.all,
  choosable: messages.onlyChoosable,
  encrypted: messages.onlyEncrypted,
  selected: messages.onlySelected,
} as const;

interface FilterChoiceProps {
  value: MachineFilter;
  onChange: (next: MachineFilter) => void;
}

/** Which of the machines are listed. */
function FilterChoice({ value, onChange }: FilterChoiceProps) {
  const text = useText();
  const change = (name: string) => onChange(MACHINE_FILTERS.find((filter) => filter === name) ?? 'all');
  return (
    <Select aria-label={text(messages.filterHeading)} value={value} onChange={(_, data) => change(data.value)}>
      {MACHINE_FILTERS.map((filter) => (
        <option key={filter} value={filter}>
          {text(NAMES[filter])}
        </option>
      ))}
    </Select>
  );
}

export default function SelectMachines() {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const path = useVaultPath();
  const { draft, choose, tick } = useBackupDraft(path);
  const agents = useAgents(path.subscriptionId);
  const { rows, total, complete, ordered, error, context, counted, judge, refresh } = useMachineRows(path, draft.policyName, agents);
  const columns = useMachineColumns(path);
  const [filter, setFilter] = useState<MachineFilter>('all');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [checking, setChecking] = useState(false);
  const [takenOut, setTakenOut] = useState<readonly string[]>([]);

  const ticked = useMemo(() => {
    const kept = new Set(draft.ticked ?? draft.machines.map(({ id }) => id));
    // What was ticked on an earlier day may be gone by now.
    return complete && judge !== undefined ? new Set(chosenAmong(rows, kept).map(({ id }) => id)) : kept;
  }, [draft.ticked, draft.machines, complete, judge, rows]);
  const shown = useMemo(() => (filter === 'all' ? rows : rows.filter((row) => matches(row, filter, picked))), [rows, filter, picked]);
  const room = context === undefined ? 0 : roomIn(context);

  const list = (next: MachineFilter) => {
    setFilter(next);
    // A machine unticked among the selected ones stays in sight.
    setPicked(ticked);
  };

  const whyNotOk = () => {
    if (!complete || context === undefined) return text(error === null ? messages.stillLoading : messages.notLoaded);
    if (ticked.size === 0) return text(messages.nothingSelected);
    if (ticked.size > room) return text(messages.overLimit, { room });
    return ticked.size > PER_BATCH ? text(messages.overBatch, { limit: PER_BATCH }) : undefined;
  };

  const confirm = async () => {
    if (judge === undefined) return;
    setChecking(true);
    const chosen = chosenAmong(rows, ticked);
    const reports = await agents.reader.read(chosen.map(({ id }) => id));
    const judged = chosen.map(({ machine }) => judge(machine, agentIn(reports, machine.id)));
    const refused = refusedAmong(judged);
    setChecking(false);
    setTakenOut(refused.map(({ machine }) => machine.name));
    if (refused.length > 0) {
      tick(judged.filter(({ verdict }) => verdict.allowed).map(({ id }) => id));
    } else {
      choose({ machines: judged.map(({ machine }) => toChosen(machine)), ticked: null });
      void navigate(paths.backup(path));
    }
  };

  const refreshAll = () => {
    agents.reader.forget();
    refresh();
  };

  return (
    <Blade
      title={text(titles.selectMachines)}
      onRefresh={refreshAll}
      busy={checking || (!(complete && ordered) && error === null)}
      problem={error}
      footer={
        <FooterButton onClick={confirm} reason={checking ? text(messages.validating) : whyNotOk()}>
          {text(messages.ok)}
        </FooterButton>
      }
    >
      <AgentReaderProvider value={agents.reader}>
        <Filling>
          {takenOut.length > 0 && (
            <InfoBox>
              <p role="alert">{text(messages.refusedAfterAll, { count: takenOut.length, names: namedFew(takenOut, format, text) })}</p>
              <AllNames names={takenOut} />
            </InfoBox>
          )}
          <Rest>
            <ListUnread value={error !== null && rows.length === 0}>
              <ResourceTable
                label={text(messages.label)}
                filterLabel={text(messages.filter)}
                rows={shown}
                columns={columns}
                rowKey={({ id }) => id}
                rowName={({ machine }) => machine.name}
                selection={{ selected: ticked, onChange: (next) => tick([...next]), disabledReason, note }}
                loading={(!complete || context === undefined) && error === null}
                {...(!complete && { total })}
                empty={error === null && text(filter === 'all' ? messages.empty : messages.emptyFilter)}
                tools={
                  <Narrowing>
                    <FilterChoice value={filter} onChange={list} />
                  </Narrowing>
                }
              />
            </ListUnread>
          </Rest>
          <SelectionSummary
            selected={ticked.size}
            context={context}
            counted={counted}
            alone={filter === 'selected'}
            onAlone={(alone) => list(alone ? 'selected' : 'all')}
          />
        </Filling>
      </AgentReaderProvider>
    </Blade>
  );
}
