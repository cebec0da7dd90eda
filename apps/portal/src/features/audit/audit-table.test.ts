import type { AuditedCommand } from '@tresor/contracts';
import { csvText } from '@tresor/scripts/csv';
import { expect, test } from 'vitest';
import { linesOf, tableOf } from './audit-table';

const command: AuditedCommand = {
  commandId: 'c',
  command: 'items.stop',
  by: { oid: 'oid', name: 'Lee Gu', username: 'lee.gu@fabrikam.example' },
  at: '2017-01-18T10:00:00.000Z',
  scope: '/subscriptions/s/vaults/v',
  target: '/subscriptions/s/virtualMachines/AppVM1',
  restore: null,
  about: { data: 'retain', machines: '2' },
  reason: '=HYPERLINK("http://x")',
  correlationId: 'correlation',
  result: 'refused',
  code: 'forbidden',
  jobId: null,
  end: null,
  refusedAgain: null,
};

test.each(['de', 'en'] as const)('a row has all that is on record of a command (%s)', (language) => {
  const [headings, row] = tableOf([command], (message) => message[language]);
  expect(row).toHaveLength(headings?.length ?? 0);
  expect(row).toEqual(
    expect.arrayContaining([command.at, 'Lee Gu', 'items.stop', command.target, 'data=retain; machines=2', 'forbidden', 'correlation']),
  );
  expect(row).toContain(language === 'de' ? 'Abgelehnt' : 'Refused');
  expect(row?.[12]).not.toMatch(/^\d/);
});

test('a reason that looks like a formula is only text in the file', () => {
  const text = csvText(
    tableOf([command], (message) => message.en),
    'en',
  );
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
});

test('the lines are read back as they were told', () => {
  const lines = linesOf([command, command]).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([command, command]);
});
