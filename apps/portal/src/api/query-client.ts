import { MutationCache, notifyManager, QueryClient } from '@tanstack/react-query';
import { toProblemError } from './problem-error';
import { readWhenBack } from './read-when-back';

const PASSING = new Set<string>([
  'offline',
  'azure-throttled',
  'too-many-requests',
  'azure-unreachable',
  'azure-timeout',
  'store-timeout',
  'key-vault-working',
  'not-ready',
]);

const OF_RIGHTS = new Set<string>(['forbidden', 'guard-approval-missing']);

/** Anyone who would have to wait longer is told. */
const LONGEST_WAIT_S = 10;

export function mayReadAgain(failures: number, error: unknown): boolean {
  const { code, retryAfter = 0 } = toProblemError(error).problem;
  return failures < 2 && PASSING.has(code) && retryAfter <= LONGEST_WAIT_S;
}

// A key that is pressed twice comes ahead of a timer: by the second one a command that was given has barred its button.
notifyManager.setScheduler(queueMicrotask);

/** Reads are tried three times where waiting helps, after as long as the server asks for. Commands are never repeated. */
export const queryClient = new QueryClient({
  // What a person may do has changed since it was read.
  mutationCache: new MutationCache({
    onError: (error) => (OF_RIGHTS.has(toProblemError(error).problem.code) ? forgetRights() : undefined),
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: mayReadAgain,
      retryDelay: (attempt, error) => (toProblemError(error).problem.retryAfter ?? 2 ** attempt) * 1000,
    },
    // Without a network a command fails at once; kept until there is one, it would be sent when nobody expects it any more.
    mutations: { retry: false, networkMode: 'always' },
  },
});

readWhenBack(queryClient);

/** What a person may do is read again: it may have changed elsewhere, as where a role was activated. */
export function forgetRights(): void {
  for (const key of ['rights', 'restore-outlook']) void queryClient.invalidateQueries({ queryKey: [key] });
}
