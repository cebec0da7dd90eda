import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOSTILE_NAMES, hostileName, unwritable } from './hostile.fixture';
import { comment, isWritable, powerShellLiteral, shellLiteral, UnwritableValueError } from './literal';
import { powerShellTokens } from './powershell.fixture';

/** What a real shell takes the literals for. */
function readByShell(shell: string, values: readonly string[]): string[] {
  const output = execFileSync(shell, ['-c', String.raw`printf '%s\n' ${values.map(shellLiteral).join(' ')}`], { encoding: 'utf8' });
  return output.split('\n').slice(0, -1);
}

const values = fc.array(hostileName, { minLength: 1, maxLength: 200 });

test.each(['bash', 'sh'])('a name that looks like code is a name to a real %s', (shell) => {
  expect(readByShell(shell, HOSTILE_NAMES)).toEqual(HOSTILE_NAMES);
  fc.assert(
    fc.property(values, (values) => {
      expect(readByShell(shell, values)).toEqual(values);
    }),
    { numRuns: 40 },
  );
});

test('a name that looks like code is one string to PowerShell, whichever of its five quotes it holds', () => {
  fc.assert(
    fc.property(values, (values) => {
      const tokens = powerShellTokens(values.map(powerShellLiteral).join(' '));
      expect(tokens).toEqual(values.map((text) => ({ kind: 'string', text })));
    }),
  );
});

test.each([powerShellLiteral, shellLiteral, comment])('what a person could not read is refused by %o', (write) => {
  fc.assert(
    fc.property(unwritable, (value) => {
      expect(isWritable(value)).toBe(false);
      expect(() => write(value)).toThrow(UnwritableValueError);
    }),
  );
});

test('a comment stays one line of comment', () => {
  fc.assert(
    fc.property(hostileName, (value) => {
      expect(powerShellTokens(`${comment(value)}\n'next'`).map(({ kind }) => kind)).toEqual(['comment', 'line', 'string']);
    }),
  );
  const text = HOSTILE_NAMES.map(comment).join('\n');
  expect(execFileSync('bash', ['-c', `${text}\nprintf end`], { encoding: 'utf8' })).toBe('end');
});
