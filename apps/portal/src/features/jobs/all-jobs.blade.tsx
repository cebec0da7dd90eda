import { useQuery } from '@tanstack/react-query';
import type { JobInVault } from '@tresor/contracts';
import { useMemo } from 'react';
import { allJobsQuery } from '../../api/queries';
import { EstateNotes } from '../../azure/estate/estate-notes';
import { ListNote } from '../../azure/estate/list-note';
import { PairedNote } from '../../azure/estate/paired-note';
import { GROUP, saidOf, useEstateScope } from '../../azure/estate/use-estate-scope';
import { useFormat } from '../../language/use-format';
import { useSubscriptionName } from '../../azure/estate/use-subscription-name';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { useChoices } from '../../map/use-choices';
import { PlainButton } from '../../ui/actions/buttons';
import { InfoBox } from '../../ui/feedback/info-box';
import type { TableColumn } from '../../ui/table/table-types';
import { isRunning } from '../../words/job-words';
import { ALL, ESTATE_RANGES, filterIn, searchOf, type JobFilter } from './job-filter';
import { JobTable } from './job-table';
import { messages } from './messages';

/** Five queries are five of the fifteen that Resource Graph allows a person in five seconds. */
const LOOK_AGAIN_MS = 30_000;

function useVaultColumns(): readonly TableColumn<JobInVault>[] {
  const text = useText();
  const subscriptionName = useSubscriptionName();
  return useMemo(() => {
    const column = (id: string, header: string, read: (job: JobInVault) => string): TableColumn<JobInVault> => ({
      id,
      header,
      cell: read,
      text: read,
      width: 1.2,
    });
    return [
      column('vault', text(messages.vault), ({ vault }) => vault.vaultName),
      column('subscription', text(messages.subscription), ({ vault: { subscriptionId: id } }) => subscriptionName(id)),
    ];
  }, [text, subscriptionName]);
}

function onlyWords({ machine, day }: JobFilter) {
  if (day === ALL) return messages.onlyMachine;
  return machine === ALL ? messages.onlyDay : messages.onlyMachineDay;
}

/** The jobs of all vaults of all subscriptions: what failed last night, wherever it ran. */
export default function AllJobs() {
  const text = useText();
  const format = useFormat();
  const [chosen, choose] = useChoices();
  const setFilter = (changed: JobFilter) =>
    choose(new URLSearchParams({ ...searchOf(changed), ...(scope.managementGroup && { [GROUP]: scope.managementGroup }) }));
  const filter = useMemo(() => filterIn(chosen, ESTATE_RANGES), [chosen]);
  const scope = useEstateScope();
  const found = allJobsQuery(filter.days, scope.managementGroup);
  const jobs = useQuery({
    ...found,
    select: ({ jobs }) => jobs,
    refetchInterval: ({ state }) => (state.data?.jobs.some(isRunning) === true ? LOOK_AGAIN_MS : false),
  });
  const total = useQuery({ ...found, select: ({ total }) => total }).data;
  return (
    <JobTable
      id="allJobs"
      query={jobs}
      ranges={ESTATE_RANGES}
      filter={filter}
      onFilter={setFilter}
      more={useVaultColumns()}
      href={({ vault, id, operation }) => (operation === 'Restore' ? paths.restore(vault, id) : paths.job({ ...vault, jobId: id }))}
      fileName={text(messages.fileName)}
      empty={text(saidOf(scope, messages.emptyAnywhere, messages.emptyInGroup))}
    >
      <EstateNotes scope={scope} />
      {(filter.machine !== ALL || filter.day !== ALL) && (
        <InfoBox>
          <p>
            {text(onlyWords(filter), {
              machine: filter.machine,
              day: filter.day === ALL ? '' : format.date(new Date(`${filter.day}T12:00:00`)),
            })}
          </p>
          <PlainButton onClick={() => setFilter({ ...filter, machine: ALL, day: ALL })}>{text(messages.showAll)}</PlainButton>
        </InfoBox>
      )}
      <ListNote
        heeded={
          jobs.data !== undefined &&
          total !== undefined &&
          total > jobs.data.length && <p>{text(messages.newestOnly, { shown: jobs.data.length, total })}</p>
        }
      >
        <p>{text(messages.whatIsShown)}</p>
        <PairedNote toList={paths.jobs} />
      </ListNote>
    </JobTable>
  );
}
