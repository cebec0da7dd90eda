import { useQuery } from '@tanstack/react-query';
import type { KeySurvival } from '@tresor/contracts';
import { useMemo } from 'react';
import { keySurvivalQuery } from '../../api/key-survival-query';
import { KeyExpiry } from '../../azure/pictures/key-expiry';
import { Blade } from '../../blades/blade';
import { useSaveCommands } from '../../blades/use-save-commands';
import { SERVICE_EDITION } from '../../api/service-edition';
import { useText } from '../../language/use-text';
import { titles } from '../../map/map';
import { paths } from '../../map/paths';
import { CountBars } from '../../ui/chart/count-bars';
import type { Tone } from '../../ui/chart/tones';
import { useAddressChoice, useLinkWithChoices } from '../../ui/fields/use-address-choice';
import { Filling, Rest } from '../../ui/layout/filling';
import { ListUnread, NarrowingField } from '../../ui/table/narrowing';
import { ResourceTable } from '../../ui/table/resource-table';
import { messages, stateWords } from './messages';
import { useSurvivalColumns } from './survival-columns';
import { countStates, isSurvivalFilter, matches, SURVIVAL_FILTERS, worstFirst, type SurvivalFilter } from './survival-rows';

const NONE: readonly KeySurvival[] = [];
const keyOf = ({ item }: KeySurvival): string => Object.values(item).join('/');

const TONES: Readonly<Record<KeySurvival['state'], Tone>> = {
  lost: 'key',
  gone: 'key',
  recoverable: 'long',
  unusable: 'long',
  unknown: 'after',
  'without-point': 'after',
  'at-risk': 'long',
  sound: 'main',
  plain: 'main',
};

/** Which machines are to be shown, as the address says: it can be sent on and kept. */
function useFilter(): [SurvivalFilter, (filter: string) => void] {
  const [asked, show] = useAddressChoice('show');
  return [isSurvivalFilter(asked) ? asked : 'trouble', show];
}

/** Of every protected machine whether the keys of its newest recovery point outlive what happens to them, worst first. */
export default function KeySurvivalList() {
  const text = useText();
  const { data, error, isFetching, refetch } = useQuery(keySurvivalQuery());
  const [filter, setFilter] = useFilter();
  const withChoices = useLinkWithChoices();
  const columns = useSurvivalColumns();
  const rows = useMemo(() => worstFirst(data?.rows ?? NONE), [data]);
  const shown = useMemo(() => rows.filter((row) => matches(row, filter)), [rows, filter]);
  const trouble = rows.filter((row) => matches(row, 'trouble')).length;
  const complete = data?.complete === true;
  const isUnread = data === undefined && error !== null;
  const saving = useSaveCommands({
    fileName: text(messages.fileName),
    columns,
    rows: shown,
    complete,
    error,
    asJson: (machines) => ({ edition: SERVICE_EDITION, machines }),
  });
  const filterName = (one: SurvivalFilter) => text(one === 'trouble' || one === 'all' ? messages[one] : stateWords[one]);
  return (
    <Blade
      title={text(titles.keySurvival)}
      subtitle={text(messages.intro)}
      busy={isFetching}
      problem={error}
      onRefresh={() => void refetch()}
      commands={saving.commands}
    >
      <Filling>
        {!isUnread && (
          <CountBars
            label={text(messages.byState)}
            head={text(messages.state)}
            counts={countStates(rows).map(({ state, count }) => ({
              key: state,
              label: text(stateWords[state]),
              count: data === undefined ? null : count,
              tone: TONES[state],
            }))}
            to={(state) => withChoices(paths.keySurvival(), { show: state })}
          >
            <output>{complete && text(messages.counts, { total: rows.length, trouble })}</output>
            {data !== undefined && data.total > 0 && !complete && (
              <div>{text(messages.looked, { seen: rows.length, total: data.total })}</div>
            )}
            <div>{text(messages.calls)}</div>
          </CountBars>
        )}
        <Rest afterPictures>
          <ListUnread value={isUnread}>
            <ResourceTable
              label={text(titles.keySurvival)}
              filterLabel={text(messages.filter)}
              rows={shown}
              columns={columns}
              onShown={saving.onShown}
              rowKey={keyOf}
              rowName={({ item }) => item.vmName}
              href={({ item }) => paths.keySurvivalOfItem(item)}
              loading={!complete && error === null}
              {...(filter === 'all' && data !== undefined && rows.length < data.total && { total: data.total })}
              empty={complete && text(rows.length === 0 ? messages.empty : messages.emptyFilter)}
              tools={
                <NarrowingField
                  label={text(messages.show)}
                  value={filter}
                  onChange={(_, { value }) => setFilter(value)}
                  options={SURVIVAL_FILTERS.map((value) => ({ value, label: filterName(value) }))}
                />
              }
            />
          </ListUnread>
        </Rest>
        {complete && <KeyExpiry rows={rows} />}
      </Filling>
    </Blade>
  );
}
