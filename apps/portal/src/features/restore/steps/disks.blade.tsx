import { makeStyles, tokens } from '@fluentui/react-components';
import { inSight } from '../../../api/facts';
import { Blade } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { isItemPath, paths } from '../../../map/paths';
import { TextLink } from '../../../ui/actions/text-link';
import { stepTitles } from '../../../words/restore-steps';
import { useScriptCommand } from '../../../azure/commands/use-script-command';
import { disksMessages as messages, journeyMessages } from '../progress/journey-messages';
import { viewOf } from '../progress/journey-steps';
import { DisksProgress } from '../progress/disks-progress';
import { RestoreAgain } from './restore-again';
import { StepFooter } from '../progress/step-footer';
import { StepState } from '../progress/step-state';
import { TriedNotice } from '../progress/tried-notice';
import { useRestore } from '../progress/use-restore';

const useStyles = makeStyles({
  heading: { margin: '16px 0 6px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
});

export default function DisksStep() {
  const styles = useStyles();
  const text = useText();
  const { path, jobId, restore } = useRestore();
  const script = useScriptCommand(paths.restoreScript(path, jobId, 'disks'));
  const { data } = restore;
  const view = data && viewOf(data.steps, 'disks');
  const item = { ...path, vmGroup: data?.vmGroup ?? '', vmName: data?.vmName ?? '' };
  const wasHere = view?.reason === 'disks-gone' || view?.reason === 'disks-incomplete';
  const disks = inSight(data?.disks) ?? [];
  return (
    <Blade
      title={text(stepTitles.disks)}
      subtitle={data?.vmName}
      size="medium"
      commands={[script]}
      busy={restore.isPending}
      problem={restore.error}
      {...(data !== undefined && { footer: <StepFooter restore={data} step="disks" /> })}
    >
      {view !== undefined && <StepState view={view} />}
      {data !== undefined && view?.state === 'running' && (
        <>
          <p>{text(messages.running)}</p>
          <DisksProgress path={path} jobId={jobId} restore={data} />
        </>
      )}
      {data !== undefined && view?.state === 'failed' && (
        <>
          <p>{text(wasHere ? messages.gone : messages.failed)}</p>
          <TriedNotice restore={data} step="disks" />
          {isItemPath(item) && <RestoreAgain item={item} restore={data} />}
        </>
      )}
      {data !== undefined && disks.length > 0 && (
        <>
          <h3 className={styles.heading}>{text(data.targetGroup === null ? messages.vhds : messages.managed)}</h3>
          <ul className={styles.list}>
            {disks.map((disk) => (
              <li key={disk}>{disk}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <TextLink to={paths.job({ ...path, jobId })}>{text(journeyMessages.job)}</TextLink>
      </p>
    </Blade>
  );
}
