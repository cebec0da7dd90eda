import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';

const useStyles = makeStyles({
  button: {
    minHeight: '24px',
    // Its word stands where other words do.
    padding: '2px 0',
    '@media (forced-colors: active)': { padding: '2px 4px' },
    color: tokens.colorBrandForegroundLink,
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    textDecorationLine: 'underline',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}` },
  },
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
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.button}
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
