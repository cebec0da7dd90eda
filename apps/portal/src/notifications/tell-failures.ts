import type { Mutation, MutationCache } from '@tanstack/react-query';
import { loadCode } from '../api/load-code';
import { ProblemError } from '../api/problem-error';

interface Ordered {
  /** Those who show what becomes of it. */
  shownBy: number;
  /** Where it was ordered. */
  href: string;
}

/** A command that fails is told where it was ordered; once that was left, nobody would hear of it. */
export function tellFailures(commands: MutationCache): () => void {
  const ordered = new WeakMap<Mutation, Ordered>();
  return commands.subscribe((event) => {
    if (event.type === 'observerOptionsUpdated') return;
    const { mutation } = event;
    const known = ordered.get(mutation) ?? { shownBy: 0, href: window.location.pathname };
    ordered.set(mutation, known);
    if (event.type === 'observerAdded') known.shownBy += 1;
    if (event.type === 'observerRemoved') known.shownBy -= 1;
    if (event.type !== 'updated' || event.action.type !== 'error' || known.shownBy > 0) return;
    const { error } = mutation.state;
    if (error instanceof ProblemError)
      void loadCode(() => import('./tell-failure')).then(({ tellFailure }) => tellFailure(error, known.href));
  });
}
