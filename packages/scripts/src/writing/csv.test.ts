import { describe, expect, test } from 'vitest';
import { csvCell, csvText } from './csv';

/** Reads what a spreadsheet would read. */
function parse(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  const pattern = new RegExp(`"((?:[^"]|"")*)"(${separator}|\r\n)`, 'g');
  let row: string[] = [];
  for (const [, value = '', end] of text.slice(1).matchAll(pattern)) {
    row.push(value.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('a cell of the exported list', () => {
  test.each(['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', '  =HYPERLINK("http://x")', '\u00a0=1', '＝1+1', '|calc', '%x'])(
    'that looks like a formula is only text: %j',
    (value) => expect(csvCell(value)).toMatch(/^"'/),
  );

  test('of an ordinary name stays as it is', () => {
    expect(csvCell('DBVM1Restore')).toBe('"DBVM1Restore"');
    expect(csvCell('18.01.2017, 23:30')).toBe('"18.01.2017, 23:30"');
  });
});

describe('the exported list', () => {
  const hostile = [
    ['a"b', 'c;d', 'e,f'],
    ['line\r\nbreak', '"', ''],
  ];
  test.each([
    ['de', ';'],
    ['en', ','],
  ] as const)('can be read back whatever the names hold (%s)', (language, separator) => {
    expect(parse(csvText(hostile, language), separator)).toEqual(hostile);
  });

  test('begins with a byte order mark', () => {
    expect(csvText([['ä']], 'de').charCodeAt(0)).toBe(0xfeff);
  });
});
