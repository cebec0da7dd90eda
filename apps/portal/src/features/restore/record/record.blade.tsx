import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons';
import type { RestoreRecord as RecordedStepsRestoreRecord } from '@tresor/contracts';
import { restoreRecordQuery } from '../../../api/restore-queries';
import { toProblemError } from '../../../api/problem-error';
import { Blade } from '../../../blades/blade';
import { PrintedPage } from '../../../blades/printed-page';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { titles } from '../../../map/map';
import { CopyButton } from '../../../ui/actions/copy-button';
import { InfoBox } from '../../../ui/feedback/info-box';
import { useRestore } from '../../../azure/restores/use-restore';
import { RecordFacts } from './record-facts';
import { recordMessages as messages } from './messages';
import { RecordedStep } from './recorded-step';

const useStyles = makeStyles({
  heading: { margin: '14px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** The commands of a restore, the oldest first. */
function RecordedSteps({ commands }: Pick<RecordedStepsRestoreRecord, 'commands'>) {
  const styles = useStyles();
  const text = useText();
  const isWhole = commands.some(({ command }) => command === 'restores.start');
  return (
    <section aria-label={text(messages.steps)}>
      <h3 className={styles.heading}>{text(messages.steps)}</h3>
      {commands.length === 0 ? <p>{text(messages.none)}</p> : !isWhole && <p>{text(messages.begunElsewhere)}</p>}
      <ol className={styles.list}>
        {commands.map((command) => (
          <RecordedStep key={`${command.commandId} ${command.at}`} command={command} />
        ))}
      </ol>
    </section>
  );
}

/** Who did what for a restore, on one page, from the commands that were recorded. */
export default function RestoreRecord() {
  const text = useText();
  const format = useFormat();
  const { path, jobId, restore } = useRestore();
  const record = useQuery(restoreRecordQuery(path, jobId));
  const { data } = record;
  const isForgotten = restore.error !== null && toProblemError(restore.error).problem.code === 'job-not-found';
  const refresh = () => void Promise.all([record.refetch(), restore.refetch()]);
  const print = { id: 'print', label: text(messages.print), icon: <Print20Regular />, onClick: () => window.print() };
  const url = window.location.href;
  return (
    <Blade
      title={text(titles.restoreRecord)}
      subtitle={restore.data?.vmName ?? path.vaultName}
      busy={record.isFetching || restore.isPending}
      problem={record.error ?? (isForgotten ? null : restore.error)}
      commands={[print]}
      onRefresh={refresh}
    >
      <PrintedPage>
        <p>{text(messages.intro)}</p>
        <p>
          <CopyButton value={url} label={text(messages.copyLink)} done={text(messages.copied)} />
        </p>
        {isForgotten && <InfoBox>{text(messages.forgotten)}</InfoBox>}
        {restore.data !== undefined && <RecordFacts restore={restore.data} vaultName={path.vaultName} />}
        {data !== undefined && (
          <>
            <RecordedSteps commands={data.commands} />
            <InfoBox>
              <p>{text(messages.log, { since: format.dateTime(data.logSince) })}</p>
              <p>{text(messages.kept, { days: data.keptDays })}</p>
            </InfoBox>
          </>
        )}
        <p className="of-print">{text(messages.printed, { url })}</p>
      </PrintedPage>
    </Blade>
  );
}
