import { useQuery } from '@tanstack/react-query';
import type { Activity } from '@tresor/contracts';
import { useMemo, useState } from 'react';
import { activityQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { useText } from '../../i18n/use-text';
import { useVaultPath } from '../../paths';
import { useBarred } from '../../rights/use-barred';
import { titles } from '../../map';
import { SelectField } from '../../ui/fields';
import { InfoBox } from '../../ui/info-box';
import { ResourceTable } from '../../ui/resource-table';
import { useWord } from '../../vocabulary/use-word';
import { useActivityColumns } from './activity-columns';
import { actionWord, statusWord } from './activity-words';
import { messages } from './messages';

/** How far back the log is shown, in days. */
const RANGES = [1, 7, 30, 90] as const;
const ALL = '';
const NONE: readonly Activity[] = [];

/** Who changed what on a vault, as Azure's activity log has it. */
export default function ActivityLog() {
  const text = useText();
  const word = useWord();
  const path = useVaultPath();
  const [range, setRange] = useState<number>(7);
  const [status, setStatus] = useState(ALL);
  const { data, error, isPending, isFetching, refetch } = useQuery(activityQuery(path, range));
  const barred = useBarred(path)('read-activity');
  const lacking = error === null ? undefined : barred;
  const columns = useActivityColumns();
  const events = data ?? NONE;
  const rows = useMemo(() => events.filter((event) => status === ALL || event.status === status), [events, status]);
  const statuses = [...new Set([...(status === ALL ? [] : [status]), ...events.map((event) => event.status)])];
  return (
    <Blade
      title={text(titles.activity)}
      subtitle={path.vaultName}
      size="large"
      busy={isFetching}
      problem={lacking === undefined ? error : undefined}
      onRefresh={() => void refetch()}
    >
      <p>{text(messages.intro)}</p>
      {lacking !== undefined ? (
        <InfoBox>
          <p>{lacking}</p>
          <p>{text(messages.needed)}</p>
        </InfoBox>
      ) : (
        <ResourceTable
          label={text(titles.activity)}
          filterLabel={text(messages.filter)}
          tools={
            <>
              <SelectField
                orientation="horizontal"
                label={text(messages.period)}
                value={String(range)}
                onChange={(_, { value }) => setRange(Number(value))}
                options={RANGES.map((days) => ({ value: String(days), label: text(messages.lastDays, { days }) }))}
              />
              <SelectField
                orientation="horizontal"
                label={text(messages.status)}
                value={status}
                onChange={(_, { value }) => setStatus(value)}
                options={[
                  { value: ALL, label: text(messages.all) },
                  ...statuses.map((one) => ({ value: one, label: word(statusWord(one)) })),
                ]}
              />
            </>
          }
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          rowName={({ action }) => word(actionWord(action))}
          empty={error === null && text(events.length === 0 ? messages.empty : messages.noMatch)}
          loading={isPending}
        />
      )}
    </Blade>
  );
}
