import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { RecoveryPoint } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { palette } from '../../../theme/theme';
import { consistencyMeans, consistencyMessages, pointMessages } from '../messages';

type Consistency = RecoveryPoint['consistency'];

export const CONSISTENCIES = ['crash', 'application', 'file-system'] as const satisfies readonly Consistency[];

const useStyles = makeStyles({
  word: { display: 'inline-flex', alignItems: 'center', gap: '8px', verticalAlign: 'middle' },
  bar: { flexShrink: 0, width: '6px', height: '20px', outline: `1px solid ${tokens.colorNeutralBackground1}`, forcedColorAdjust: 'none' },
  legend: { display: 'grid', gap: '2px 12px', margin: '8px 0', padding: 0, listStyleType: 'none' },
  heading: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  entry: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px' },
  means: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Colors of the legend in the article's picture. */
const useColors = makeStyles({
  crash: { backgroundColor: palette.tresorCrash },
  application: { backgroundColor: '#59b4d9' },
  'file-system': { backgroundColor: '#b8d432' },
  unknown: { backgroundColor: tokens.colorNeutralStroke1 },
});

/** A colored bar and the word; the word alone says everything. */
export function ConsistencyWord({ consistency }: { consistency: Consistency }) {
  const styles = useStyles();
  const colors = useColors();
  const text = useText();
  return (
    <span className={styles.word}>
      <span aria-hidden className={mergeClasses(styles.bar, colors[consistency])} />
      {text(consistencyMessages[consistency])}
    </span>
  );
}

export function ConsistencyLegend() {
  const styles = useStyles();
  const text = useText();
  return (
    <ul className={styles.legend} aria-label={text(pointMessages.legend)}>
      {CONSISTENCIES.map((consistency) => (
        <li key={consistency} className={styles.entry}>
          <span className={styles.heading}>
            <ConsistencyWord consistency={consistency} />
          </span>
          <span className={styles.means}>{text(consistencyMeans[consistency])}</span>
        </li>
      ))}
    </ul>
  );
}
