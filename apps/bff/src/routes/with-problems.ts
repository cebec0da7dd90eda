import { ORPCError } from '@orpc/server';
import { toProblem } from '../http/answer-problem';
import { forgetUnreadable, toProblem as toOurs, type Missing } from '../azure/connection/failures';
import type { RouteContext } from './api';

/** Once rows are on their way a failure can only be told in the stream, as an event that carries the problem. */
export async function* withProblems<T>(
  pages: AsyncGenerator<T, void>,
  notFound: Missing,
  { azure, outcome }: Pick<RouteContext, 'azure' | 'outcome'>,
): AsyncGenerator<T, void> {
  try {
    yield* pages;
  } catch (error) {
    const problem = toProblem(toOurs(error, notFound));
    forgetUnreadable(azure, problem);
    outcome.report?.(problem.code);
    throw new ORPCError(problem.code, { status: problem.status, message: problem.code, data: problem.body(azure.correlationId) });
  }
}
