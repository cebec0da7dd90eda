import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { GrantWay, KeyVaultPath } from '@tresor/contracts';
import type { KeyVaultPermission } from '@tresor/support-matrix';
import { useState } from 'react';
import { api } from '../../../api/api';
import { translated } from '../../../api/problem-error';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';
import { grantMessages, historyMessages } from './messages';

/** Whatever was changed, everything that shows it looks again. */
const CHANGED = ['key-vaults', 'key-vault-access', 'key-survival', 'machine-encryption', 'restore-outlook', 'recovery-outlooks', 'rights'];

function useLookAgain() {
  const client = useQueryClient();
  return () => Promise.all(CHANGED.map((word) => client.invalidateQueries({ queryKey: [word] })));
}

interface GrantOrder {
  way: GrantWay;
  permissions: KeyVaultPermission[];
  stamp: string;
}

/** Grants once: a press that got no answer is repeated under the same id, until what it is based on has changed. */
export function useGrant(path: KeyVaultPath) {
  const text = useText();
  const format = useFormat();
  const lookAgain = useLookAgain();
  const [attempt, setAttempt] = useState({ key: '', grantId: '' });
  return useMutation({
    mutationFn: (order: GrantOrder) => {
      const key = JSON.stringify(order);
      const grantId = attempt.key === key ? attempt.grantId : crypto.randomUUID();
      setAttempt({ key, grantId });
      return translated(api.keyVaults.grant({ ...path, ...order, grantId }));
    },
    onSuccess: ({ takesEffectBy }) => {
      const { keyVaultName: name } = path;
      const title =
        takesEffectBy === null
          ? text(grantMessages.granted, { name })
          : text(grantMessages.grantedBy, { name, moment: format.dateTime(takesEffectBy) });
      notify({ title, intent: 'success' });
    },
    onSettled: lookAgain,
  });
}

export function useUndo(path: KeyVaultPath) {
  const text = useText();
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (grantId: string) => translated(api.keyVaults.undo({ ...path, grantId })),
    onSuccess: () => notify({ title: text(historyMessages.undone, { name: path.keyVaultName }), intent: 'success' }),
    onSettled: lookAgain,
  });
}
