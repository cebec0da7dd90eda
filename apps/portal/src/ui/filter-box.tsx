import { Input } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { startTransition, useState } from 'react';
import { useText } from '../i18n/use-text';
import { messages } from './messages';
import { useTableStyles } from './resource-table.styles';

interface FilterBoxProps {
  label: string;
  onFilter: (filter: string) => void;
}

/** Shows a keystroke at once and lets the list follow when it is ready. */
export function FilterBox({ label, onFilter }: FilterBoxProps) {
  const styles = useTableStyles();
  const text = useText();
  const [value, setValue] = useState('');
  return (
    <Input
      className={styles.filter}
      type="search"
      aria-label={label}
      placeholder={text(messages.filterItems)}
      contentBefore={<Search16Regular />}
      value={value}
      onChange={(_, data) => {
        setValue(data.value);
        startTransition(() => onFilter(data.value));
      }}
    />
  );
}
