import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { useWordButtonStyles } from '../word-button.styles';

const useStyles = makeStyles({
  button: { fontSize: 'inherit', textDecorationLine: 'underline' },
  content: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

interface DisclosureProps {
  label: string;
  /** Says what the details are about, where the label alone stands in many rows. */
  name: string;
  children: ReactNode;
}

/** A word that opens details in place: by mouse, key or finger, with nothing floating above the page. */
export function Disclosure({ label, name, children }: DisclosureProps) {
  const styles = useStyles();
  const shared = useWordButtonStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={mergeClasses(shared.button, styles.button)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div id={id} className={styles.content}>
          {children}
        </div>
      )}
    </>
  );
}
