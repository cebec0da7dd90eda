import { ArrowClockwise20Regular, Print20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { inOrder, report } from '@tresor/contracts/doctor';
import { Blade } from '../../../blades/blade';
import { useLanguage } from '../../../language/language';
import { useText } from '../../../language/use-text';
import { titles } from '../../../map/map';
import { CopyButton } from '../../../ui/actions/copy-button';
import { InfoBox } from '../../../ui/feedback/info-box';
import { ProgressLine } from '../../../ui/feedback/progress-line';
import { doctorQuery } from './doctor-query';
import { messages } from './messages';
import { Results } from './results';

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
      problem={error}
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
      {error !== null && <InfoBox>{text(messages.forWhom)}</InfoBox>}
      {isRunning && all > 0 && <ProgressLine label={text(messages.progress, { done: results.length, all })} value={results.length / all} />}
      {complete && <CopyButton value={report(results, language)} label={text(messages.copy)} done={text(messages.copied)} />}
      <Results results={inOrder(results)} complete={complete} />
    </Blade>
  );
}
