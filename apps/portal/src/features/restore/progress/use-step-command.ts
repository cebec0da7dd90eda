import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { translated } from '../../../api/problem-error';

interface Reactions<Answer, Sent> {
  onSuccess?: (answer: Answer, sent: Sent) => void;
  onError?: () => void;
}

/** A command of one step; whatever comes of it, the journey is read again from Azure. */
export function useStepCommand<Answer, Sent = void>(
  path: VaultPath,
  send: (sent: Sent) => Promise<Answer>,
  { onSuccess, onError }: Reactions<Answer, Sent> = {},
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent) => translated(send(sent)),
    onSuccess: (answer, sent) => onSuccess?.(answer, sent),
    onError: () => onError?.(),
    onSettled: () => client.invalidateQueries({ queryKey: ['restores', path] }),
  });
}
