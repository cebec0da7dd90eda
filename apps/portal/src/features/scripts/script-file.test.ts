import { expect, it } from 'vitest';
import { scriptFile } from './script-file';

it('a script for PowerShell begins with a byte order mark, so that Windows PowerShell reads its letters as they are', () => {
  expect(scriptFile('DBVM2 keys', 'AzureRM', '# Schlüssel\n')).toEqual({
    name: 'DBVM2-keys.ps1',
    type: 'text/plain',
    content: '\ufeff# Schlüssel\r\n',
  });
});

it('a script for bash stays as it is, and no name leads to another folder', () => {
  expect(scriptFile('../etc/DBVM2', 'az', '#!/usr/bin/env bash\n')).toMatchObject({
    name: 'etc-DBVM2.sh',
    content: '#!/usr/bin/env bash\n',
  });
});
