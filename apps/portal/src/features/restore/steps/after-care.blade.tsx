import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../../../language/use-text';
import { afterCareMessages as messages } from '../progress/journey-messages';
import { viewOf } from '../progress/journey-steps';
import { ExpiringKeys } from '../keys/expiring-keys';
import { Leftovers } from '../after-care/leftovers';
import { MachineSettings } from '../after-care/machine-settings';
import { StepBlade, useStep } from '../progress/step-blade';

const useStyles = makeStyles({
  heading: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: '2px 0' },
});

export default function AfterCareStep() {
  const styles = useStyles();
  const text = useText();
  const step = useStep('after-care');
  const { path, jobId, data, view } = step;
  const isMade = data !== undefined && viewOf(data.steps, 'machine')?.state === 'done';
  return (
    <StepBlade of={step}>
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
        </>
      )}
    </StepBlade>
  );
}
