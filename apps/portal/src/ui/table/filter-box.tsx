import { Input } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { startTransition, useEffect, useRef, useState } from 'react';
import { useText } from '../../language/use-text';
import { afterPaint } from '../after-paint';
import { messages } from '../messages';
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
  const forget = useRef(() => {});
  useEffect(() => () => forget.current(), []);
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
        forget.current();
        forget.current = afterPaint(() => startTransition(() => onFilter(data.value)));
      }}
    />
  );
}
