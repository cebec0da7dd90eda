import { lazy, Suspense } from 'react';
import { loadCode } from '../../api/load-code';
import { toProblemError } from '../../api/problem-error';
import { useText } from '../../language/use-text';
import { messages } from '../messages';

/** The words for all that can go wrong are many, and a first view that succeeds needs none of them. */
const load = () => import('./problem');
/** Where they cannot be had any more, as after an update of the server, the code has to do; a failure to show a failure would take the page away. */
const Problem = lazy(() => loadCode(load).catch(() => ({ default: SaidCode })));

/** Fetches the words while all is well: when a failure is to be shown, the server may be what fails. */
export const prepareProblems = () => void load().catch(() => undefined);

function Code({ problem }: { problem: unknown }) {
  const text = useText();
  return <p>{text(messages.code, { code: toProblemError(problem).problem.code })}</p>;
}

/** Said aloud only where it is all there will be. */
const SaidCode = ({ problem }: { problem: unknown }) => (
  <div role="alert">
    <Code problem={problem} />
  </div>
);

/** A failure, shown once where the user is looking. */
export function ProblemBar({ problem }: { problem: unknown }) {
  return (
    <Suspense fallback={<Code problem={problem} />}>
      <Problem problem={problem} />
    </Suspense>
  );
}
