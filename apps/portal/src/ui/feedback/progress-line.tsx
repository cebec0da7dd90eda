import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  line: {
    display: 'block',
    width: '100%',
    height: '3px',
    // Otherwise bar and ground become one color.
    forcedColorAdjust: 'none',
  },
  known: { border: '1px none', accentColor: tokens.colorCompoundBrandBackground },
  unknown: {
    position: 'relative',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralStroke2,
    '::after': {
      content: '""',
      display: 'block',
      width: '40%',
      height: '100%',
      backgroundColor: tokens.colorCompoundBrandBackground,
      animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(250%)' } },
      animationDuration: '1.8s',
      animationTimingFunction: 'ease-in-out',
      animationIterationCount: 'infinite',
    },
  },
  /** Without a look of its own it is not drawn for each frame. */
  unseen: { position: 'absolute', width: '100%', height: '3px', opacity: 0, appearance: 'none' },
});

interface ProgressLineProps {
  label: string;
  /** From 0 to 1; not given, something is going on without a known end. */
  value?: number;
  className?: string;
}

/**
 * The browser's own progress element where the end is known: Fluent's brings its motion library along, on every page. Where it is not, the
 * browser would draw that element again for each frame, in the time of everything else; a line that is only moved costs the page a third of that.
 */
export function ProgressLine({ label, value, className }: ProgressLineProps) {
  const styles = useStyles();
  if (value !== undefined) {
    return <progress aria-label={label} value={value} className={mergeClasses(styles.line, styles.known, className)} />;
  }
  return (
    <span className={mergeClasses(styles.line, styles.unknown, className)}>
      <progress aria-label={label} className={styles.unseen} />
    </span>
  );
}
