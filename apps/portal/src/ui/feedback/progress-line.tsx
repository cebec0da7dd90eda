import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  line: {
    display: 'block',
    width: '100%',
    height: '3px',
    border: '1px none',
    accentColor: tokens.colorCompoundBrandBackground,
    // Otherwise bar and ground become one colour.
    forcedColorAdjust: 'none',
  },
});

interface ProgressLineProps {
  label: string;
  /** From 0 to 1; not given, something is going on without a known end. */
  value?: number;
  className?: string;
}

/** The browser's own progress element: Fluent's brings its motion library along, on every page. */
export function ProgressLine({ label, value, className }: ProgressLineProps) {
  const styles = useStyles();
  return <progress aria-label={label} value={value} className={mergeClasses(styles.line, className)} />;
}
