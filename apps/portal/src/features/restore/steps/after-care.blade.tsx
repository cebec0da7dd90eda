import { makeStyles, tokens } from '@fluentui/react-components';
import { Blade } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { stepTitles } from '../../../words/restore-steps';
import { useScriptCommand } from '../../../azure/commands/use-script-command';
import { ReasonField } from '../../../azure/commands/reason-field';
import { afterCareMessages as messages } from '../progress/journey-messages';
import { viewOf } from '../progress/journey-steps';
import { ExpiringKeys } from '../keys/expiring-keys';
import { Leftovers } from '../after-care/leftovers';
import { MachineSettings } from '../after-care/machine-settings';
import { StepFooter } from '../progress/step-footer';
import { StepState } from '../progress/step-state';
import { useRestore } from '../progress/use-restore';

const useStyles = makeStyles({
  heading: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: '2px 0' },
});

export default function AfterCareStep() {
  const styles = useStyles();
  const text = useText();
  const { path, jobId, restore } = useRestore();
  const script = useScriptCommand(paths.restoreScript(path, jobId, 'after-care'));
  const { data } = restore;
  const view = data && viewOf(data.steps, 'after-care');
  const isMade = data !== undefined && viewOf(data.steps, 'machine')?.state === 'done';
  return (
    <Blade
      title={text(stepTitles['after-care'])}
      subtitle={data?.vmName}
      commands={[script]}
      busy={restore.isPending}
      problem={restore.error}
      {...(data !== undefined && { footer: <StepFooter restore={data} step="after-care" /> })}
    >
      {view !== undefined && <StepState view={view} />}
      {view?.reason === 'needs-earlier-step' && <p>{text(messages.locked)}</p>}
      {data !== undefined && (
        <>
          <ExpiringKeys restore={data} />
          <h3 className={styles.heading}>{text(messages.leftovers)}</h3>
          <Leftovers restore={data} />
          {data.osType !== 'Windows' && (
            <>
              <h3 className={styles.heading}>{text(messages.password)}</h3>
              <p className={styles.line}>{text(messages.passwordText)}</p>
            </>
          )}
          {isMade && <MachineSettings path={path} jobId={jobId} />}
          {isMade && <ReasonField />}
        </>
      )}
    </Blade>
  );
}
