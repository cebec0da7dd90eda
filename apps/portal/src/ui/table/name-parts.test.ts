import { expect, test } from 'vitest';
import { partsOf } from './name-parts';

test.each([
  ['LongTermPolicy', ['Long', 'Term', 'Policy']],
  ['WinUnmanagedVM1', ['Win', 'UnmanagedVM1']],
  ['UserErrorEncryptedVmNotSupportedWithDiskEx', ['User', 'Error', 'Encrypted', 'Vm', 'Not', 'Supported', 'With', 'Disk', 'Ex']],
  ['contosostaging/vm1-fa20a630', ['contosostaging/', 'vm1-', 'fa20a630']],
  ['adele.vance@contoso.example', ['adele.', 'vance@', 'contoso.', 'example']],
  ['contosokv', ['contosokv']],
  ['vault-', ['vault-']],
])('%s may go on in the next line after each of its parts', (name, parts) => expect(partsOf(name)).toEqual(parts));
