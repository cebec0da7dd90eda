import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { translated } from '../../../api/problem-error';

interface Reactions<Answer> {
  onSuccess?: (answer: Answer) => void;
}

/** A command of one step; whatever comes of it, the journey is read again from Azure. */
export function useStepCommand<Answer>(path: VaultPath, send: () => Promise<Answer>, { onSuccess }: Reactions<Answer> = {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => translated(send()),
    onSuccess: (answer) => onSuccess?.(answer),
    onSettled: () => client.invalidateQueries({ queryKey: ['restores', path] }),
  });
}
