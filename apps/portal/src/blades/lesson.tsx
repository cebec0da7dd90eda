import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../language/use-text';
import type { TeachingBladeId } from '../map/map';
import { palette } from '../theme/theme';
import { SourceLine } from '../ui/feedback/source-line';
import { fieldLessons, lessons, type TaughtField } from '../words/lessons';

const useStyles = makeStyles({
  lesson: {
    flexShrink: 0,
    padding: '8px 18px',
    backgroundColor: palette.tresorInfoPanel,
    borderBottom: `1px solid ${palette.tresorLine}`,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  why: { margin: 0, maxWidth: '80ch' },
});

const all = { ...lessons, ...fieldLessons };

/** What a step or a field of it is for, in our words, with the text it rests on. */
export default function Lesson({ of, id }: { of: TeachingBladeId | TaughtField; id?: string }) {
  const styles = useStyles();
  const text = useText();
  const { why, source } = all[of];
  return (
    <div id={id} role="note" className={styles.lesson}>
      <p className={styles.why}>{text(why)}</p>
      <SourceLine source={source} />
    </div>
  );
}
