import { makeStyles } from '@fluentui/react-components';
import type { Shell } from '@tresor/scripts/encryption';
import type { LeavingTarget } from '@tresor/scripts/host-encryption';
import { useState } from 'react';
import { useText } from '../../language/use-text';
import { CodeBox } from '../../ui/actions/code-box';
import { SelectField } from '../../ui/fields/fields';
import { machineMessages as messages } from './messages';
import { useLeavingScript } from './use-leaving-script';

const useStyles = makeStyles({ shell: { maxWidth: '260px', margin: '10px 0' } });

/** The script of machines, in the shell that a person chooses. */
export function ShellScript({ label, targets }: { label: string; targets: readonly LeavingTarget[] }) {
  const styles = useStyles();
  const text = useText();
  const write = useLeavingScript();
  const [shell, setShell] = useState<Shell>('az');
  const code = write(shell, targets);
  return (
    <>
      <div className={styles.shell}>
        <SelectField
          label={text(messages.shell)}
          value={shell}
          onChange={(_, { value }) => setShell(value === 'powershell' ? 'powershell' : 'az')}
          options={[
            { value: 'az', label: text(messages.az) },
            { value: 'powershell', label: text(messages.powershell) },
          ]}
        />
      </div>
      {code === null ? <p>{text(messages.unwritable)}</p> : <CodeBox label={label} code={code} />}
    </>
  );
}
