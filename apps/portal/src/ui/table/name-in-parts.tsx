import { Fragment } from 'react';
import { partsOf, SHORT } from './name-parts';
import { useTableStyles } from './resource-table.styles';

/** A name that goes on in the next line after its parts; within one only where that is long. */
export function NameInParts({ name }: { name: string }) {
  const styles = useTableStyles();
  return (
    <span className={styles.word}>
      {partsOf(name).map((part, index) => (
        <Fragment key={`${index} ${part}`}>
          {/* What is read aloud would have a blank there. */}
          {index > 0 && <wbr aria-hidden />}
          {part.length > SHORT ? <span className={styles.longWord}>{part}</span> : part}
        </Fragment>
      ))}
    </span>
  );
}
