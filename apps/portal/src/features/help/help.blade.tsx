import { useMemo } from 'react';
import { ListBlade } from '../../blades/list-blade';
import { useText } from '../../language/use-text';
import { paths, useOptionalVaultPath } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import type { TableColumn } from '../../ui/table/table-types';
import { aliasesOf } from '../../words/azure-codes';
import { withSynonyms } from '../../words/synonyms';
import { helpEntries } from './entries';
import type { HelpEntry } from './help-entry-kind';
import { messages, tourMessages } from './messages';
import { useEntryText } from './use-entry-text';

/** What can go wrong, searchable by the words of a message, its code, cause and remedy, in whichever language they were read. */
export default function Help() {
  const text = useText();
  const entryText = useEntryText();
  const path = useOptionalVaultPath();
  const entries = useMemo(() => helpEntries(), []);
  const columns = useMemo<TableColumn<HelpEntry>[]>(() => {
    const title = (entry: HelpEntry) => entryText(entry, entry.title);
    const parts = ({ title, cause, remedy, note }: HelpEntry) => [title, cause, remedy, note].filter((part) => part != null);
    const words = (entry: HelpEntry) =>
      withSynonyms([...parts(entry).map((part) => entryText(entry, part)), ...parts(entry).flatMap(({ de, en }) => [de, en])].join(' '));
    const kind = (entry: HelpEntry) => text(messages[entry.kind]);
    const codes = ({ id }: HelpEntry) => [id, ...aliasesOf(id)].join(' ');
    return [
      { id: 'title', header: text(messages.refusal), cell: title, text: words, width: 3 },
      { id: 'kind', header: text(messages.kind), cell: kind, text: kind },
      { id: 'code', header: text(messages.code), cell: ({ code }) => code ?? '', text: codes, width: 1.7 },
    ];
  }, [text, entryText]);
  return (
    <ListBlade
      id="help"
      subtitle={text(messages.intro)}
      filterLabel={text(messages.filter)}
      tools={<TextLink to={paths.tours()}>{text(tourMessages.toTours)}</TextLink>}
      rows={entries}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={(entry) => entryText(entry, entry.title)}
      href={({ id }) => paths.helpEntry(path, [id])}
      empty={text(messages.empty)}
    />
  );
}
