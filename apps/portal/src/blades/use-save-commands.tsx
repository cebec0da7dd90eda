import { ArrowDownload20Regular, BracesVariable20Regular } from '@fluentui/react-icons';
import { csvText } from '@tresor/scripts/csv';
import { useCallback, useRef, useState } from 'react';
import { useLanguage, type Language } from '../language/language';
import { withoutSoftHyphens } from '../language/soft-hyphens';
import { useText } from '../language/use-text';
import { download } from '../ui/actions/download';
import type { TableColumn } from '../ui/table/table-types';
import type { BladeCommand } from './command-bar';
import { messages } from './messages';
import { whyNotRead } from './why-not-read';

/** Saves rows as they are shown, a column each, in a CSV file of this name. */
function saveTable<Row>(name: string, columns: readonly TableColumn<Row>[], rows: readonly Row[], language: Language): void {
  const table = [
    columns.map(({ header }) => withoutSoftHyphens(header)),
    ...rows.map((row) => columns.map((column) => withoutSoftHyphens(column.text(row)))),
  ];
  download(`${name}.csv`, 'text/csv', csvText(table, language));
}

/** Saves what programs read, with the names and moments of the API, in a JSON file of this name. */
function saveJson(name: string, content: unknown): void {
  download(`${name}.json`, 'application/json', `${JSON.stringify(content, null, 2)}\n`);
}

interface Saved<Row> {
  /** What the files are called, without their kind. */
  fileName: string;
  columns: readonly TableColumn<Row>[];
  /** The rows of the table, which it may narrow and sort. */
  rows: readonly Row[];
  /** All that is to be shown has come. */
  complete: boolean;
  /** Why it has not come, where it could not be read. */
  error: unknown;
  /** What programs get, where that is more or less than the rows. */
  asJson?: (rows: readonly Row[]) => unknown;
  csvLabel?: string;
}

interface Saving<Row> {
  commands: readonly BladeCommand[];
  /** For the table to tell which rows are shown, null while it makes them: those are saved, and no others. */
  onShown: (rows: readonly Row[] | null) => void;
}

/** The commands of a list that save it: as people see it, or as programs read it. */
export function useSaveCommands<Row>({ fileName, columns, rows, complete, error, asJson, csvLabel }: Saved<Row>): Saving<Row> {
  const text = useText();
  const language = useLanguage();
  // The list need not be made again for what is asked at the click alone.
  const shown = useRef<readonly Row[] | null>(rows);
  const waiting = useRef<(rows: readonly Row[]) => void>(undefined);
  const [isNoneShown, setNoneShown] = useState(false);
  const onShown = useCallback((next: readonly Row[] | null) => {
    shown.current = next;
    if (next === null) return;
    setNoneShown(next.length === 0);
    waiting.current?.(next);
    waiting.current = undefined;
  }, []);
  const withShown = (save: (rows: readonly Row[]) => void) => () => {
    if (shown.current === null) waiting.current = save;
    else save(shown.current);
  };
  const whyNot = () => {
    const unread = complete ? undefined : whyNotRead({ error });
    if (unread !== undefined) return text(unread);
    return rows.length === 0 || isNoneShown ? text(messages.nothingToSave) : undefined;
  };
  const reason = whyNot();
  const commands = [
    {
      id: 'csv',
      label: csvLabel ?? text(messages.saveCsv),
      icon: <ArrowDownload20Regular />,
      onClick: withShown((rows) => saveTable(fileName, columns, rows, language)),
      reason,
    },
    {
      id: 'json',
      label: text(messages.saveJson),
      icon: <BracesVariable20Regular />,
      onClick: withShown((rows) => saveJson(fileName, asJson ? asJson(rows) : rows)),
      reason,
    },
  ];
  return { commands, onShown };
}
