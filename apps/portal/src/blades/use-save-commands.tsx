import { ArrowDownload20Regular, BracesVariable20Regular } from '@fluentui/react-icons';
import { csvText } from '@tresor/scripts/csv';
import { useLanguage, type Language } from '../language/language';
import { withoutSoftHyphens } from '../language/soft-hyphens';
import { useText } from '../language/use-text';
import { download } from '../ui/actions/download';
import type { TableColumn } from '../ui/table/table-types';
import type { BladeCommand } from './command-bar';
import { messages } from './messages';

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
  /** The rows that are shown, and no others. */
  rows: readonly Row[];
  /** All that is to be shown has come. */
  complete: boolean;
  /** What programs get, where that is more or less than the rows. */
  asJson?: (rows: readonly Row[]) => unknown;
  csvLabel?: string;
}

/** The commands of a list that save it: as people see it, or as programs read it. */
export function useSaveCommands<Row>({ fileName, columns, rows, complete, asJson, csvLabel }: Saved<Row>): readonly BladeCommand[] {
  const text = useText();
  const language = useLanguage();
  const whyNot = () => {
    if (!complete) return text(messages.listStillLoading);
    return rows.length === 0 ? text(messages.nothingToSave) : undefined;
  };
  const reason = whyNot();
  return [
    {
      id: 'csv',
      label: csvLabel ?? text(messages.saveCsv),
      icon: <ArrowDownload20Regular />,
      onClick: () => saveTable(fileName, columns, rows, language),
      reason,
    },
    {
      id: 'json',
      label: text(messages.saveJson),
      icon: <BracesVariable20Regular />,
      onClick: () => saveJson(fileName, asJson ? asJson(rows) : rows),
      reason,
    },
  ];
}
