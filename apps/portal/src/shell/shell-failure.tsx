import { makeStyles } from '@fluentui/react-components';
import { useRouteError } from 'react-router';
import { useText } from '../language/use-text';
import { PrimaryButton } from '../ui/actions/buttons';
import { ProblemBar } from '../ui/feedback/problem-bar';
import { messages } from './messages';

const useStyles = makeStyles({ page: { maxWidth: '560px', margin: '10vh auto 0', padding: '0 20px' } });

/** The last resort, when not even the frame of the page can be shown. */
export function ShellFailure() {
  const styles = useStyles();
  const text = useText();
  const error = useRouteError();
  return (
    <main className={styles.page}>
      <h1>{text(messages.product)}</h1>
      <ProblemBar problem={error} />
      <PrimaryButton onClick={() => window.location.reload()}>{text(messages.tryAgain)}</PrimaryButton>
    </main>
  );
}
