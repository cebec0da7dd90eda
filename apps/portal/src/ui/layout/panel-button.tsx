import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useId, useRef, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  root: { position: 'relative' },
  panel: {
    position: 'absolute',
    zIndex: 20,
    top: '100%',
    right: 0,
    width: '320px',
    maxWidth: 'calc(100vw - 8px)',
    maxHeight: '70vh',
    overflowY: 'auto',
    padding: '12px',
    boxSizing: 'border-box',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
    '@media (max-width: 767px)': { position: 'fixed', top: '40px', right: '4px' },
  },
});

interface PanelButtonProps {
  label: string;
  className: string;
  /** What the button shows. */
  face: ReactNode;
  /** The panel, made when it is first opened; told how to close itself. */
  children: (close: () => void) => ReactNode;
}

/** A button with a panel under it. Escape, a click elsewhere or leaving it with Tab closes it. */
export function PanelButton({ label, className, face, children }: PanelButtonProps) {
  const styles = useStyles();
  const panelId = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!open) return undefined;
    const outside = ({ target }: Event) => {
      if (target instanceof Node && root.current?.contains(target) === false) setOpen(false);
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);

  return (
    <div ref={root} className={styles.root}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <Suspense>
          <section id={panelId} aria-label={label} className={styles.panel}>
            {children(() => setOpen(false))}
          </section>
        </Suspense>
      )}
    </div>
  );
}
