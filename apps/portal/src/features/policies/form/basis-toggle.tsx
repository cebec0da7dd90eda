import { useText } from '../../../language/use-text';
import { ToggleField } from '../../../ui/fields/toggle-field';
import { messages } from '../messages';
import { fieldId, useFault } from './fault-context';
import { useSectionStyles } from './level-section';

interface BasisToggleProps {
  level: 'monthly' | 'yearly';
  value: 'week' | 'day';
  /** A weekly schedule leaves only the week based way. */
  isWeekly: boolean;
  onChange: (next: 'week' | 'day') => void;
}

/** Week Based | Day Based. */
export function BasisToggle({ level, value, isWeekly, onChange }: BasisToggleProps) {
  const styles = useSectionStyles();
  const text = useText();
  const fault = useFault(`${level}.basis`);
  return (
    <>
      <ToggleField
        id={fieldId(`${level}.basis`)}
        label={text(messages.basis)}
        hideLabel
        value={value}
        onChange={onChange}
        reason={isWeekly ? text(messages.dayBasedImpossible) : undefined}
        options={[
          { value: 'week', label: text(messages.weekBased) },
          { value: 'day', label: text(messages.dayBased), disabled: isWeekly },
        ]}
      />
      {fault !== undefined && <div className={styles.error}>{fault}</div>}
    </>
  );
}
