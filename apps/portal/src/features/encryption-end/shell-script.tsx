import type { Shell } from '@tresor/scripts/encryption';
import type { LeavingTarget } from '@tresor/scripts/host-encryption';
import { useState } from 'react';
import { useText } from '../../language/use-text';
import { CodeBox } from '../../ui/actions/code-box';
import { ShellField } from '../../azure/commands/shell-field';
import { machineMessages as messages } from './messages';
import { useLeavingScript } from './use-leaving-script';

/** The script of machines, in the shell that a person chooses. */
export function ShellScript({ label, targets }: { label: string; targets: readonly LeavingTarget[] }) {
  const text = useText();
  const write = useLeavingScript();
  const [shell, setShell] = useState<Shell>('az');
  const code = write(shell, targets);
  return (
    <>
      <ShellField value={shell} onChange={setShell} />
      {code === null ? <p>{text(messages.unwritable)}</p> : <CodeBox label={label} code={code} />}
    </>
  );
}
