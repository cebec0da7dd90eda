import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listGap } from '../../api/poll-gap';
import { jobsQuery } from '../../api/queries';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { isRunning } from '../../words/job-words';
import { FIRST_FILTER, VAULT_RANGES } from './job-filter';
import { JobTable } from './job-table';
import { messages } from './messages';

/** The jobs of a vault. */
export default function JobList() {
  const text = useText();
  const path = useVaultPath();
  const [filter, setFilter] = useState(FIRST_FILTER);
  const query = useQuery({
    ...jobsQuery(path, filter.days),
    refetchInterval: (query) =>
      listGap(
        query,
        (query.state.data ?? []).filter(isRunning).map(({ id, status }) => `${id} ${status}`),
      ),
  });
  return (
    <JobTable
      id="jobs"
      subtitle={path.vaultName}
      query={query}
      ranges={VAULT_RANGES}
      filter={filter}
      onFilter={setFilter}
      href={({ id }) => paths.job({ ...path, jobId: id })}
      fileName={`${text(messages.fileName)}-${path.vaultName}`}
      empty={text(messages.empty)}
    />
  );
}
