import { csvText } from '@tresor/scripts/csv';
import type { Language } from '../../language/language';
import { download } from '../actions/download';
import type { TableColumn } from './table-types';

/** The marks that let a narrow word break are for the screen. */
const plain = (words: string) => words.replaceAll('\u00AD', '');

/** Saves rows as they are shown, a column each, in a CSV file of this name. */
export function saveTable<Row>(name: string, columns: readonly TableColumn<Row>[], rows: readonly Row[], language: Language): void {
  const table = [columns.map(({ header }) => plain(header)), ...rows.map((row) => columns.map((column) => plain(column.text(row))))];
  download(`${name}.csv`, 'text/csv', csvText(table, language));
}

/** Saves what programs read, with the names and moments of the API, in a JSON file of this name. */
export function saveJson(name: string, content: unknown): void {
  download(`${name}.json`, 'application/json', `${JSON.stringify(content, null, 2)}\n`);
}
