import { Button, makeStyles } from '@fluentui/react-components';
import { useRouteError } from 'react-router';
import { useText } from '../language/use-text';
import { PrimaryButton } from '../ui/actions/buttons';
import { ProblemBar } from '../ui/feedback/problem-bar';
import { messages } from './messages';

const useStyles = makeStyles({
  signIn: { maxWidth: '480px', margin: '15vh auto 0', padding: '0 20px' },
  failure: { maxWidth: '560px', margin: '10vh auto 0', padding: '0 20px' },
});

/** Entra's number where there is one: by it an administrator finds the reason. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const [number] = /AADSTS\d{1,9}/.exec(error.message) ?? [];
  return number ?? ('errorCode' in error ? String(error.errorCode) : 'unknown');
}

/** In place of everything, where nobody could sign in. */
export function SignInFailure({ error }: { error: unknown }) {
  const styles = useStyles();
  const text = useText();
  return (
    <main className={styles.signIn}>
      <h1>{text(messages.signInFailed)}</h1>
      <p>{text(messages.signInFailedBody)}</p>
      <p>{text(messages.code, { code: codeOf(error) })}</p>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {text(messages.tryAgain)}
      </Button>
    </main>
  );
}

/** Where the blades would stand, when not even their frame can be shown. */
export function BladesFailure() {
  return <Failure error={useRouteError()} />;
}

/** The last resort, in place of everything. */
export function PageFailure({ error }: { error: unknown }) {
  return (
    <main>
      <Failure error={error} />
    </main>
  );
}

function Failure({ error }: { error: unknown }) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.failure}>
      <h1>{text(messages.product)}</h1>
      <ProblemBar problem={error} />
      <PrimaryButton onClick={() => window.location.reload()}>{text(messages.tryAgain)}</PrimaryButton>
    </div>
  );
}
