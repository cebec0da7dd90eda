import { makeStyles } from '@fluentui/react-components';
import type { Shell } from '@tresor/scripts/encryption';
import { useText } from '../../language/use-text';
import { SelectField } from '../../ui/fields/fields';
import { scriptLanguage, shellNames } from '../../words/shells';

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
        label={text(scriptLanguage)}
        value={value}
        onChange={(_, chosen) => onChange(chosen.value === 'powershell' ? 'powershell' : 'az')}
        options={[
          { value: 'az', label: text(shellNames.az) },
          { value: 'powershell', label: text(shellNames.powershell) },
        ]}
      />
    </div>
  );
}
