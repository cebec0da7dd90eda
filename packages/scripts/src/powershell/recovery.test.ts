import { expect, it } from 'vitest';
import { HEADING, PLANNED } from '../values.fixture';
import { writeScript } from '../write-script';
import { read } from './read.fixture';

const wanted = { of: 'recovery', values: { folder: 'plan', machines: PLANNED } } as const;

function textOf(): string {
  const script = writeScript(wanted, 'Az', 'en', HEADING);
  if (typeof script === 'string') throw new Error(script);
  return script.text;
}

it('is made of cmdlets and parameters of Az, and what can be adjusted are its parameters', () => {
  const text = textOf();
  read(text, 'Az');
  const code = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(code[0]).toBe("param([string]$Notes = (Join-Path $PWD 'plan'), [int]$FirstWave = 1, [int]$LastWave = 2)");
});

it('asks for the disks of all machines, then brings them back wave by wave', () => {
  const order = [...textOf().matchAll(/\$job = Restore-Az|try \{ New-AzVM |# (?:Bring back|Have the disks restored): \w+/g)].map(
    ([part]) => part,
  );
  expect(order).toEqual([
    '# Have the disks restored: DC1',
    '$job = Restore-Az',
    '# Have the disks restored: DBVM2',
    '$job = Restore-Az',
    '# Bring back: DC1',
    'try { New-AzVM ',
    '# Bring back: DBVM2',
    'try { New-AzVM ',
  ]);
});

it('what did not come back is named at its end, which leaves the shell open', () => {
  expect(textOf().trimEnd()).toMatch(/if \(\$missing\) \{ throw \(\$missing -join ', '\) \}\n\n\}$/);
  expect(textOf()).not.toMatch(/^\s*exit\b/m);
});

it('run again, it goes on with a machine that it made of these disks, and stops at one of others', () => {
  const text = textOf();
  const standing = text.split('\n').filter((line) => line.includes('$standing'));
  const [found, differs, ...withoutIt] = standing.slice(0, standing.length / PLANNED.length);
  expect(found).toBe("$standing = Get-AzVM -ResourceGroupName 'IgniteRG' -Name 'DBVM2-restored' -ErrorAction SilentlyContinue");
  expect(differs).toBe("if ($standing -and $standing.StorageProfile.OsDisk.ManagedDisk.Id -ne $osDisk) { throw 'DBVM2-restored' }");
  expect(withoutIt).toEqual([
    expect.stringMatching(/^if \(-not \$standing -and \(\$secretUrl /),
    ...Array(2).fill('if (-not $standing) {'),
  ]);
  expect(text).not.toMatch(/if \(Get-AzVM [^{]+\) \{ throw/);
});

it('there is none for the modules of January 2017', () => {
  expect(writeScript(wanted, 'AzureRM', 'en', HEADING)).toBe('not-in-2017');
});
