import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { lazy, Suspense } from 'react';
import { loadPart } from '../../api/load-code';
import { vaultStorageQuery } from '../../api/queries';
import { useText } from '../../language/use-text';
import { messages } from './messages';
import { Picture } from './picture';
import { messages as words } from './storage-messages';

const StorageColumns = lazy(() => loadPart(() => import('./storage-columns')));

/** How much is stored in a vault, by the figures that people saw since the first of them looked at it. */
export function StorageOverTime({ vault }: { vault: VaultPath }) {
  const text = useText();
  return (
    <Picture title={text(words.storage)} level={3}>
      {() => <Figures vault={vault} />}
    </Picture>
  );
}

function Figures({ vault }: { vault: VaultPath }) {
  const text = useText();
  const { data, error } = useQuery(vaultStorageQuery(vault));
  if (data === undefined) return <p>{text(error === null ? messages.loading : messages.notRead)}</p>;
  if (data.length === 0) return <p>{text(words.noStorage)}</p>;
  return (
    <Suspense fallback={<p>{text(messages.loading)}</p>}>
      <StorageColumns figures={data} />
    </Suspense>
  );
}
