import { makeStyles } from '@fluentui/react-components';
import type { RecoveryMachineView, RecoveryOutlook, RecoveryPlan } from '@tresor/contracts';
import { useMemo } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { ProgressLine } from '../../../ui/feedback/progress-line';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { ResourceTable } from '../../../ui/table/resource-table';
import type { TableColumn } from '../../../ui/table/table-types';
import { useStepOutlookWords } from '../../../azure/restores/use-step-outlook-words';
import { inOrder, keyOfItem } from '../item-key';
import { useWhyNotEdit } from '../use-why-not-edit';
import { ScheduleInShort, ScheduleSection } from '../schedule/schedule-section';
import { Capacity } from './capacity';
import { messages } from './messages';
import { chanceOf, isAnySubnet, keysWords, networkWords, sizeWords, threatWords, verdictOf, wayWords } from './outlook-words';
import { NeverBackedUp } from './never-backed-up';
import { useNeverBackedUp } from './use-never-backed-up';
import { useOutlooks } from './use-outlooks';
import { useWaveDrag, WaveHandle, WaveTargets, type WaveDrag } from './wave-drag';
import { useWaves, WaveField, wavesIn } from './wave-field';

const useStyles = makeStyles({ table: { minHeight: '300px', marginTop: '10px' } });

interface Row extends RecoveryMachineView {
  isNever: boolean;
  outlook: RecoveryOutlook | 'failed' | undefined;
}

/** Of the handle and the field. */
const WAVE_WIDTH = '86px';

interface Waves {
  highest: number;
  change: (machine: Pick<RecoveryMachineView, 'item' | 'wave'>) => void;
  drag: WaveDrag;
}

function useColumns(waves: Waves | null): TableColumn<Row>[] {
  const text = useText();
  const format = useFormat();
  const why = useStepOutlookWords();
  return useMemo(() => {
    const known = (read: (outlook: RecoveryOutlook) => string, never?: string) => (row: Row) => {
      if (never !== undefined && row.isNever) return never;
      if (row.outlook === undefined) return '…';
      return row.outlook === 'failed' ? text(messages.notLooked) : read(row.outlook);
    };
    const column = (id: string, header: string, read: (row: Row) => string, width = 1): TableColumn<Row> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const verdict = known((outlook) => text(verdictOf(outlook)?.word ?? messages.noVerdict));
    const way = known((outlook) => wayWords(outlook, text, format, why).join(' ') || text(messages.clear), text(messages.neverWay));
    return [
      column('machine', text(messages.machine), ({ item }) => item.vmName, 1.2),
      {
        ...column('wave', text(messages.wave), ({ wave }) => String(wave), 0.8),
        least: WAVE_WIDTH,
        order: ({ wave }) => wave,
        cell: (row) =>
          waves === null ? (
            row.wave
          ) : (
            <WaveField machine={row} highest={waves.highest} onChange={(wave) => waves.change({ item: row.item, wave })}>
              <WaveHandle machine={row} drag={waves.drag} />
            </WaveField>
          ),
      },
      column(
        'point',
        text(messages.point),
        known((outlook) => {
          const { point, verdict } = outlook;
          if (point !== null) return [format.dateTime(point.time), threatWords(outlook, text)].filter(Boolean).join('. ');
          return text(verdict === null ? messages.noPoint : messages.noneUsable);
        }, text(messages.never)),
        1.1,
      ),
      {
        ...column('verdict', text(messages.verdict), verdict, 1.2),
        cell: (row) => {
          const said = typeof row.outlook === 'object' ? verdictOf(row.outlook) : null;
          return said === null ? verdict(row) : <StatusBadge status={said.status}>{verdict(row)}</StatusBadge>;
        },
      },
      column(
        'keys',
        text(messages.keys),
        known((outlook) => keysWords(outlook, text)),
        1.6,
      ),
      column(
        'target',
        text(messages.target),
        known((outlook) => {
          const { name, group } = outlook.target;
          const size = sizeWords(outlook.target, text);
          const place = name === outlook.item.vmName ? group : text(messages.renamed, { name, group });
          return [`${[place, size].filter(Boolean).join(', ')}.`, ...networkWords(outlook, text)].join(' ');
        }),
        2.2,
      ),
      column('way', text(messages.inTheWay), way, 1.8),
    ];
  }, [text, format, why, waves]);
}

/** What each machine of a plan is up against, before anything of it is done. */
export default function OutlookTable({ plan }: { plan: RecoveryPlan }) {
  const styles = useStyles();
  const text = useText();
  const { mutate, error: notChanged, data: moved } = useWaves(plan);
  const { drag, dragged, over } = useWaveDrag(mutate);
  const highest = Math.max(1, ...plan.machines.map(({ wave }) => wave));
  const format = useFormat();
  // Who does not see all of it does not know which waves there are.
  const mayOrder = useWhyNotEdit({ data: plan, error: null }) === undefined && plan.unseen === 0;
  const waves = useMemo(() => (mayOrder ? { highest, change: mutate, drag } : null), [mayOrder, highest, mutate, drag]);
  const columns = useColumns(waves);
  const never = useNeverBackedUp(plan);
  const { known, failed, error } = useOutlooks(plan);
  const rows = inOrder(plan.machines).map((machine): Row => {
    const key = keyOfItem(machine.item);
    return { ...machine, isNever: never.includes(machine), outlook: known.get(key) ?? (failed.has(key) ? 'failed' : undefined) };
  });
  const chances = [...known.values()].map(chanceOf);
  const count = (wanted: ReturnType<typeof chanceOf>) => chances.filter((chance) => chance === wanted).length;
  const [seen, total] = [known.size + failed.size, plan.machines.length];
  return (
    <>
      {(error ?? notChanged) !== null && <ProblemBar problem={error ?? notChanged} />}
      {seen < total && <ProgressLine label={text(messages.lookingAt)} value={seen / total} />}
      {/* Said aloud once, with the last machine, and not with every few of hundreds. */}
      <output aria-live={seen < total ? 'off' : 'polite'}>
        <p>
          {text(messages.looked, { seen, total })}{' '}
          {text(messages.counts, { clear: count('clear'), keys: count('keys'), barred: count('barred') })}
          {count('unseen') > 0 && ` ${text(messages.notAllSeen, { count: count('unseen') })}`}
        </p>
        {[...known.values()].some(({ unseen }) => unseen.includes('policies')) && <p>{text(messages.policiesUnseen)}</p>}
      </output>
      <NeverBackedUp machines={never} />
      {mayOrder && plan.approvals.length > 0 && (
        <p>{text(messages.waveVoids, { names: format.list(plan.approvals.map(({ by }) => by.name)) })}</p>
      )}
      {seen === total && (
        <>
          <ScheduleInShort plan={plan} outlooks={known} />
          <Capacity plan={plan} outlooks={[...known.values()]} />
          {[...known.values()].some(isAnySubnet) && <p>{text(messages.fallback)}</p>}
        </>
      )}
      <output className="visually-hidden">
        {moved !== undefined && text(messages.moved, { name: moved.item.vmName, wave: moved.wave })}
      </output>
      {dragged !== null && <WaveTargets dragged={dragged} over={over} counts={wavesIn(plan.machines, highest)} />}
      <div className={styles.table}>
        <ResourceTable
          label={text(messages.label)}
          filterLabel={text(messages.filter)}
          rows={rows}
          columns={columns}
          rowKey={({ item }) => keyOfItem(item)}
          rowName={({ item }) => item.vmName}
          empty={false}
        />
      </div>
      {seen === total && <ScheduleSection plan={plan} outlooks={known} />}
    </>
  );
}
