import { Button, makeStyles } from '@fluentui/react-components';
import { useText } from '../language/use-text';
import { messages } from './messages';

const useStyles = makeStyles({ page: { maxWidth: '480px', margin: '15vh auto 0', padding: '0 20px' } });

/** Entra's number where there is one: by it an administrator finds the reason. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const [number] = /AADSTS\d{1,9}/.exec(error.message) ?? [];
  return number ?? ('errorCode' in error ? String(error.errorCode) : 'unknown');
}

export function SignInFailure({ error }: { error: unknown }) {
  const styles = useStyles();
  const text = useText();
  return (
    <main className={styles.page}>
      <h1>{text(messages.signInFailed)}</h1>
      <p>{text(messages.signInFailedBody)}</p>
      <p>{text(messages.code, { code: codeOf(error) })}</p>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {text(messages.tryAgain)}
      </Button>
    </main>
  );
}
