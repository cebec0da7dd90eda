/** A spreadsheet takes a cell that begins like this for a formula, after white space too. */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\t\r|%＝＋－＠]/u;

/** One cell: always quoted, its quotes doubled, and with a leading apostrophe where a spreadsheet would calculate it. */
export function csvCell(value: string): string {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** RFC 4180 with a byte order mark, so that spreadsheets read the umlauts; German ones expect semicolons. */
export function csvText(rows: readonly (readonly string[])[], language: 'de' | 'en'): string {
  const separator = language === 'de' ? ';' : ',';
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(separator)}\r\n`).join('')}`;
}
