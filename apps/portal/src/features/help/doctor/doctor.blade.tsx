import { ArrowClockwise20Regular, Print20Regular } from '@fluentui/react-icons';
import { useQuery, queryOptions } from '@tanstack/react-query';
import { inOrder, report, type CheckResult } from '@tresor/contracts/doctor';
import { Blade } from '../../../blades/blade';
import { useLanguage } from '../../../language/language';
import { useText } from '../../../language/use-text';
import { titles } from '../../../map/map';
import { CopyButton } from '../../../ui/actions/copy-button';
import { InfoBox } from '../../../ui/feedback/info-box';
import { ProgressLine } from '../../../ui/feedback/progress-line';
import { messages } from './messages';
import { Results } from './results';
import type { Examined } from '@tresor/contracts';
import { api } from '../../../api/api';
import { growing } from '../../../api/growing';
import { pagesToEnd } from '../../../api/pages-to-end';
import { ProblemError } from '../../../api/problem-error';

interface Examination {
  /** How many results there will be; 0 as long as none has come. */
  all: number;
  results: readonly CheckResult[];
  complete: boolean;
}

const nothing: Examination = { all: 0, results: [], complete: false };

/** Looked at once, and again only when somebody asks: each examination keeps the server busy for a moment. */
const doctorQuery = queryOptions({
  queryKey: ['doctor'],
  ...growing<Examined | 'end', Examination>(Infinity, {
    streamFn: ({ signal }) => pagesToEnd(() => api.doctor.examine(undefined, { signal })),
    refetchMode: 'reset',
    initialValue: nothing,
    reducer: (known, page) =>
      page === 'end' ? { ...known, complete: true } : { all: page.all, results: [...known.results, page.result], complete: false },
  }),
  retry: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
});

const isForbidden = (error: unknown) => error instanceof ProblemError && error.problem.code === 'forbidden';

/** What has to be in order around the server, looked at for who manages it. */
export default function Doctor() {
  const text = useText();
  const language = useLanguage();
  const { data, error, isFetching, refetch } = useQuery(doctorQuery);
  const { all = 0, results = [], complete = false } = data ?? {};
  const isRunning = isFetching && error === null;
  const unfinished = complete ? undefined : text(messages.running);
  return (
    <Blade
      title={text(titles.doctor)}
      busy={isRunning}
      problem={isForbidden(error) ? null : error}
      commands={[
        {
          id: 'again',
          label: text(messages.again),
          icon: <ArrowClockwise20Regular />,
          onClick: () => void refetch(),
          reason: isRunning ? text(messages.running) : undefined,
        },
        { id: 'print', label: text(messages.print), icon: <Print20Regular />, onClick: () => window.print(), reason: unfinished },
      ]}
    >
      <p>{text(messages.intro)}</p>
      {isForbidden(error) && <InfoBox>{text(messages.forWhom)}</InfoBox>}
      {isRunning && all > 0 && <ProgressLine label={text(messages.progress, { done: results.length, all })} value={results.length / all} />}
      {complete && <CopyButton value={report(results, language)} label={text(messages.copy)} done={text(messages.copied)} />}
      <Results results={inOrder(results)} complete={complete} />
    </Blade>
  );
}
