import { useMemo } from 'react';
import { Blade } from '../../blades/blade';
import { useText } from '../../i18n/use-text';
import { paths, useVaultPath } from '../../paths';
import { ResourceTable } from '../../ui/resource-table';
import type { TableColumn } from '../../ui/table-types';
import { type HelpEntry, helpEntries } from './entries';
import { messages } from './messages';
import { useEntryText } from './use-entry-text';

/** What can go wrong, searchable by the words of a message, its code, cause and remedy. */
export default function Help() {
  const text = useText();
  const entryText = useEntryText();
  const path = useVaultPath();
  const entries = useMemo(() => helpEntries(), []);
  const columns = useMemo<TableColumn<HelpEntry>[]>(() => {
    const title = (entry: HelpEntry) => entryText(entry, entry.title);
    const words = (entry: HelpEntry) =>
      [entry.title, entry.cause, entry.remedy, entry.note].map((message) => (message ? entryText(entry, message) : '')).join(' ');
    const kind = (entry: HelpEntry) => text(messages[entry.kind]);
    const code = ({ id }: HelpEntry) => id;
    return [
      { id: 'title', header: text(messages.refusal), cell: title, text: words, width: 3 },
      { id: 'kind', header: text(messages.kind), cell: kind, text: kind },
      { id: 'code', header: text(messages.code), cell: code, text: code, width: 1.4 },
    ];
  }, [text, entryText]);
  return (
    <Blade title={text(messages.title)} subtitle={text(messages.intro)} size="large">
      <ResourceTable
        label={text(messages.title)}
        filterLabel={text(messages.filter)}
        rows={entries}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ id }) => id}
        href={({ id }) => paths.helpEntry(path, id)}
        empty={text(messages.empty)}
      />
    </Blade>
  );
}
