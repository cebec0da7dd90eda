import { lazy, Suspense } from 'react';
import { loadCode } from '../../api/load-code';
import { toProblemError } from '../../api/problem-error';
import { useText } from '../../language/use-text';
import { messages } from '../messages';

/** The words for all that can go wrong are many, and a first view that succeeds needs none of them. */
const load = () => import('./problem');
const Problem = lazy(() => loadCode(load));

/** Fetches the words while all is well: when a failure is to be shown, the server may be what fails. */
export const prepareProblems = () => void load().catch(() => undefined);

/** A failure, shown once where the user is looking. */
export function ProblemBar({ problem }: { problem: unknown }) {
  const text = useText();
  const code = <p role="alert">{text(messages.code, { code: toProblemError(problem).problem.code })}</p>;
  return (
    <Suspense fallback={code}>
      <Problem problem={problem} />
    </Suspense>
  );
}
