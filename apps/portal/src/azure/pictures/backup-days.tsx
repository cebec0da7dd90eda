import { useQuery } from '@tanstack/react-query';
import type { Item, Job, VaultPath } from '@tresor/contracts';
import { lazy, Suspense, useMemo } from 'react';
import { allItemsQuery, allJobsQuery, itemsQuery, jobsQuery } from '../../api/queries';
import { loadPart } from '../../api/load-code';
import { useNow } from '../../language/use-now';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { isBackedUp } from '@tresor/support-matrix';
import { lastDays, machineDays, type MachineDays } from './day-map-rows';
import { messages } from './messages';
import { Picture } from './picture';

const DayMap = lazy(() => loadPart(() => import('./day-map')));

const DAYS = 14;
/** Machines that are shown; the list of jobs has the others. */
const SHOWN = 15;

type NamedJob = Job & { vaultName: string };
type NamedItem = Pick<Item, 'name' | 'protectionState' | 'deletedAt'> & { vaultName: string };

interface Known {
  jobs: readonly NamedJob[] | undefined;
  items: readonly NamedItem[] | undefined;
  /** How many jobs there are, where not all were read. */
  total: number | undefined;
  isFailed: boolean;
}

const inVault = <T extends { vault: VaultPath }>(all: readonly T[] | undefined) =>
  all?.map((one) => ({ ...one, vaultName: one.vault.vaultName }));

/** How the backups of each machine went, day by day: of one vault, or of all. */
export function BackupDays({ vault }: { vault?: VaultPath }) {
  const text = useText();
  return (
    <Picture title={text(messages.backups)} level={3}>
      {() => (vault === undefined ? <OfEstate /> : <OfVault vault={vault} />)}
    </Picture>
  );
}

function OfEstate() {
  const jobs = useQuery(allJobsQuery(DAYS));
  const items = useQuery(allItemsQuery());
  return (
    <Days
      jobs={inVault(jobs.data?.jobs)}
      items={inVault(items.data)}
      total={jobs.data?.total}
      isFailed={jobs.error !== null || items.error !== null}
    />
  );
}

function OfVault({ vault }: { vault: VaultPath }) {
  const jobs = useQuery(jobsQuery(vault, DAYS));
  const items = useQuery(itemsQuery(vault));
  const { vaultName } = vault;
  return (
    <Days
      jobs={jobs.data?.map((job) => ({ ...job, vaultName }))}
      items={items.data?.map((item) => ({ ...item, vaultName }))}
      total={undefined}
      isFailed={jobs.error !== null || items.error !== null}
    />
  );
}

function linkTo({ machine }: MachineDays, day?: string): string {
  const search = new URLSearchParams({ days: String(DAYS), machine, ...(day !== undefined && { day }) });
  return `${paths.allJobs()}?${search.toString()}`;
}

function Days({ jobs, items, total, isFailed }: Known) {
  const text = useText();
  const now = useNow();
  const days = useMemo(() => lastDays(now, DAYS), [now]);
  const rows = useMemo(
    () =>
      machineDays(
        jobs ?? [],
        (items ?? []).filter(isBackedUp).map(({ name, vaultName }) => ({ machine: name, vaultName })),
        days,
      ),
    [jobs, items, days],
  );
  if (isFailed) return <p>{text(messages.notRead)}</p>;
  if (jobs === undefined || items === undefined) return <p>{text(messages.loading)}</p>;
  if (rows.length === 0) return <p>{text(messages.nothing)}</p>;
  return (
    <>
      <Suspense fallback={<p>{text(messages.loading)}</p>}>
        <DayMap label={text(messages.backups)} days={days} rows={rows.slice(0, SHOWN)} to={linkTo} />
      </Suspense>
      {total !== undefined && total > jobs.length && <p>{text(messages.newestOnly, { shown: jobs.length, total })}</p>}
      {rows.length > SHOWN && (
        <p>
          <TextLink to={`${paths.allJobs()}?days=${String(DAYS)}`}>{text(messages.more, { count: rows.length - SHOWN })}</TextLink>
        </p>
      )}
    </>
  );
}
