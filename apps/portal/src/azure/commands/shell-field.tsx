import { makeStyles } from '@fluentui/react-components';
import type { Shell } from '@tresor/scripts/encryption';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';
import { SelectField } from '../../ui/fields/fields';

const messages = defineMessages({
  shell: { de: 'Sprache der Skripts', en: 'Script language' },
  az: { de: 'Azure CLI (Bash)', en: 'Azure CLI (Bash)' },
  powershell: { de: 'Azure PowerShell', en: 'Azure PowerShell' },
});

const useStyles = makeStyles({ shell: { maxWidth: '260px', margin: '10px 0' } });

interface ShellFieldProps {
  value: Shell;
  onChange: (shell: Shell) => void;
}

/** In which shell scripts are shown. */
export function ShellField({ value, onChange }: ShellFieldProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.shell}>
      <SelectField
        label={text(messages.shell)}
        value={value}
        onChange={(_, chosen) => onChange(chosen.value === 'powershell' ? 'powershell' : 'az')}
        options={[
          { value: 'az', label: text(messages.az) },
          { value: 'powershell', label: text(messages.powershell) },
        ]}
      />
    </div>
  );
}
