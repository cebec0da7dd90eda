import { useRouteError } from 'react-router';
import { toProblemError } from '../api/problem-error';
import { useText } from '../language/use-text';
import { PrimaryButton } from '../ui/actions/buttons';
import { Blade } from './blade';
import { messages } from './messages';

/** What stands in a blade's place when it broke; the other blades stay as they are. */
export function BladeFailure() {
  const text = useText();
  const error = useRouteError();
  return (
    <Blade title={text(messages.failed)} size="medium" problem={error}>
      {toProblemError(error).problem.code !== 'version-mismatch' && (
        <PrimaryButton onClick={() => window.location.reload()}>{text(messages.tryAgain)}</PrimaryButton>
      )}
    </Blade>
  );
}
