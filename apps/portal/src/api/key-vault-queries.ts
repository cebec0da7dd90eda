import { queryOptions } from '@tanstack/react-query';
import type { KeyVaultPath } from '@tresor/contracts';
import { api } from './api';
import { translated } from './problem-error';

export const keyVaultQuery = (path: KeyVaultPath) =>
  queryOptions({ queryKey: ['key-vaults', path], queryFn: ({ signal }) => translated(api.keyVaults.get(path, { signal })) });
