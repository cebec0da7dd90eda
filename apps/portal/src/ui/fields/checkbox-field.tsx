import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { forcedUnavailable } from '../../theme/forced-colors';

const useStyles = makeStyles({
  label: { display: 'flex', alignItems: 'center', gap: '10px', minHeight: '32px', padding: '0 8px', cursor: 'pointer' },
  locked: { color: tokens.colorNeutralForeground3, cursor: 'default', ...forcedUnavailable },
  box: { flexShrink: 0, width: '16px', height: '16px', margin: 0, accentColor: tokens.colorCompoundBrandBackground },
  reason: { paddingLeft: '34px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface CheckboxFieldProps {
  id?: string;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Why the box cannot be changed; undefined when it can. */
  reason?: string | undefined;
}

/** The browser's own check box, as in the lists. */
export function CheckboxField({ id, label, checked, onChange, reason }: CheckboxFieldProps) {
  const styles = useStyles();
  const reasonId = useId();
  const locked = reason !== undefined;
  return (
    <div>
      <label className={mergeClasses(styles.label, locked && styles.locked)}>
        <input
          id={id}
          type="checkbox"
          className={styles.box}
          checked={checked}
          disabled={locked}
          aria-describedby={locked ? reasonId : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      {locked && (
        <div id={reasonId} className={styles.reason}>
          {reason}
        </div>
      )}
    </div>
  );
}
