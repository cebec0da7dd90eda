import { makeStyles } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { PairedRegion, RecoveryPoint } from '@tresor/contracts';
import { bestPoint } from '@tresor/support-matrix';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { azureNow } from '../../../api/azure-time';
import { pairedRegionQuery, recoveryPointsQuery } from '../../../api/restore-queries';
import { Blade } from '../../../blades/blade';
import { whyNotRead } from '../../../blades/why-not-read';
import { useEdition } from '../../../kept/edition';
import { useRestoreDraft } from '../../../kept/use-item-drafts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths, useItemPath } from '../../../map/paths';
import { titles } from '../../../map/map';
import { FooterButton } from '../../../ui/actions/buttons';
import { SelectField } from '../../../ui/fields/fields';
import { oneRow } from '../../../ui/table/one-row';
import { Filling, Rest } from '../../../ui/layout/filling';
import { ResourceTable } from '../../../ui/table/resource-table';
import { ConsistencyLegend, CONSISTENCIES, ConsistencyWord } from './consistency';
import { consistencyMessages, messages as common, pointMessages as messages } from '../messages';
import { pairedMessages } from './paired-messages';
import { PointExplanation } from './point-explanation';
import { Threats } from './threats';
import { SilentRegion } from './silent-region';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { TableColumn } from '../../../ui/table/table-types';
import { regionName } from '../../../words/regions';
import { verdictWord } from '../../../words/verdict-words';

const NONE: readonly RecoveryPoint[] = [];
const ALL = '';
const EVERYTHING = 3650;
const RANGES = [7, 30, 90, 365, EVERYTHING];

const useStyles = makeStyles({
  filtered: { margin: '4px 0' },
});

const isBlocked = ({ verdict }: RecoveryPoint) => verdict.state === 'blocked';
function LeftOut({ disks }: { disks: readonly string[] }) {
  const text = useText();
  const format = useFormat();
  return <p>{text(messages.leftOut, { disks: format.list(disks) })}</p>;
}

const toldOf = (hasOther: boolean, newestClean: string | null | undefined) => ({
  disabledReason: (point: RecoveryPoint) => (isBlocked(point) ? <PointExplanation point={point} hasOther={hasOther} /> : null),
  note: (point: RecoveryPoint) =>
    point.verdict.reasons.length === 0 && point.threat !== 'suspicious' && point.excludedDisks.length === 0 ? null : (
      <>
        {point.excludedDisks.length > 0 && <LeftOut disks={point.excludedDisks} />}
        {point.threat === 'suspicious' && <Threats threats={point.threats} newestClean={newestClean} />}
        {point.verdict.reasons.length > 0 && <PointExplanation point={point} hasOther={hasOther} />}
      </>
    ),
});

function usePointColumns(pair: PairedRegion | undefined): TableColumn<RecoveryPoint>[] {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const time = ({ time }: RecoveryPoint) => format.dateTime(time);
    const place = ({ tiers }: RecoveryPoint) => format.list(tiers.map((tier) => text(messages[tier])));
    const isThere = new Set(pair?.points.map(({ id }) => id));
    const there = ({ id }: RecoveryPoint) => text(isThere.has(id) ? pairedMessages.there : pairedMessages.notThere);
    const inPair = (region: string) => ({
      id: 'pair',
      header: text(pairedMessages.column, { region: text(regionName(region)) }),
      cell: there,
      text: there,
    });
    const verdict = ({ verdict: { state } }: RecoveryPoint) => text(verdictWord(state).word);
    return [
      { id: 'time', header: text(messages.time), cell: time, text: time, order: (point) => Date.parse(point.time), width: 1.3 },
      {
        id: 'consistency',
        header: text(messages.consistency),
        cell: ({ consistency }) => <ConsistencyWord consistency={consistency} />,
        text: ({ consistency }) => text(consistencyMessages[consistency]),
        width: 1.3,
      },
      {
        id: 'verdict',
        header: text(messages.verdict),
        cell: (point) => <StatusBadge status={verdictWord(point.verdict.state).status}>{verdict(point)}</StatusBadge>,
        text: verdict,
      },
      { id: 'place', header: text(messages.place), cell: place, text: place, width: 1.3 },
      ...(pair?.paired == null || (pair.state !== 'open' && pair.state !== 'no-point-yet') ? [] : [inPair(pair.paired)]),
    ];
  }, [text, format, pair]);
}

export default function SelectPoint() {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const path = useItemPath();
  const { draft, choose } = useRestoreDraft(path);
  const [days, setDays] = useState(30);
  const [consistency, setConsistency] = useState(ALL);
  const [filtering, setFiltering] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const { data, error, isFetching, refetch } = useQuery(recoveryPointsQuery(path, days));
  const isToday = useEdition() === 'current';
  const { data: pair } = useQuery({ ...pairedRegionQuery(path, days), enabled: isToday });
  const columns = usePointColumns(isToday ? pair : undefined);
  const newestThere = isToday ? pair?.points[0] : undefined;
  const points = data ?? NONE;
  const rows = useMemo(() => points.filter((point) => consistency === ALL || point.consistency === consistency), [points, consistency]);
  const best = bestPoint(points)?.id ?? null;
  const selected = picked ?? draft.point?.id ?? best;
  const chosen = points.find((point) => point.id === selected && !isBlocked(point));

  const isAll = days === EVERYTHING;
  const hasOther = !isAll || best !== null;
  const clean = bestPoint(points.filter(({ threat }) => threat !== 'suspicious'))?.time ?? (isAll ? null : undefined);
  const told = useMemo(() => toldOf(hasOther, clean), [hasOther, clean]);
  const empty = isAll ? messages.none : messages.empty;
  const whyNotChosen = () => {
    if (data === undefined || best !== null) return messages.choose;
    if (points.length === 0) return empty;
    return isAll ? messages.noneUsable : messages.noneUsableYet;
  };

  const confirm = () => {
    if (chosen === undefined) return;
    const { id, time, encrypted, managedDisks, pairedRegion } = chosen;
    if (draft.point?.id !== id || (draft.point.pairedRegion ?? null) !== pairedRegion)
      choose({ point: { id, time, encrypted, managedDisks, pairedRegion } });
    void navigate(paths.restoreConfiguration(path));
  };
  const rangeWord = (range: number) => (range === EVERYTHING ? text(messages.everything) : text(messages.lastDays, { days: range }));

  return (
    <Blade
      title={text(titles.restorePoint)}
      subtitle={path.vmName}
      busy={isFetching}
      problem={error}
      onRefresh={() => void refetch()}
      commands={[
        {
          id: 'filter',
          label: text(messages.filterCommand),
          icon: <Filter20Regular />,
          expanded: filtering,
          onClick: () => setFiltering(!filtering),
        },
      ]}
      footer={
        <FooterButton onClick={confirm} reason={chosen === undefined ? text(whyNotRead({ data, error }) ?? whyNotChosen()) : undefined}>
          {text(common.ok)}
        </FooterButton>
      }
    >
      <Filling>
        <SilentRegion path={path} points={points} error={error} pair={pair} />
        {filtering && (
          <SelectField
            orientation="horizontal"
            label={text(messages.range)}
            value={String(days)}
            onChange={(_, { value }) => setDays(Number(value))}
            options={RANGES.map((range) => ({ value: String(range), label: rangeWord(range) }))}
          />
        )}
        {(data !== undefined || error === null) && (
          <>
            <p className={styles.filtered}>
              {isAll ? text(messages.unfiltered) : text(messages.filtered, { days })}
              {best !== null &&
                best === (draft.point?.id ?? best) &&
                ` ${text(points.some(({ threat }) => threat === 'suspicious') ? messages.suggestedClean : messages.suggested)}`}
              {pair?.paired != null && newestThere !== undefined && (
                <>
                  {' '}
                  {text(pairedMessages.newest, {
                    region: text(regionName(pair.paired)),
                    moment: format.dateTime(newestThere.time),
                    age: format.relative(newestThere.time, new Date(azureNow())),
                  })}
                </>
              )}
            </p>
            <ConsistencyLegend />
            <Rest>
              <ResourceTable
                label={text(messages.label)}
                filterLabel={text(messages.filter)}
                tools={
                  <SelectField
                    orientation="horizontal"
                    label={text(messages.consistency)}
                    style={{ width: '270px', maxWidth: '100%' }}
                    value={consistency}
                    onChange={(_, { value }) => setConsistency(value)}
                    options={[
                      { value: ALL, label: text(messages.all) },
                      ...CONSISTENCIES.map((value) => ({ value, label: text(consistencyMessages[value]) })),
                    ]}
                  />
                }
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
                rowName={({ time }) => format.dateTime(time)}
                selection={{ ...oneRow(selected, setPicked), ...told }}
                empty={text(points.length === 0 ? empty : messages.noMatch)}
                loading={data === undefined}
              />
            </Rest>
          </>
        )}
      </Filling>
    </Blade>
  );
}
