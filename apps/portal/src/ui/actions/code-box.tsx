import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../../language/use-text';
import { CopyButton } from './copy-button';
import { messages } from '../messages';

const MOST_LINES = 14;

const useStyles = makeStyles({
  box: {
    boxSizing: 'border-box',
    width: '100%',
    margin: '6px 0',
    padding: '10px 12px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    resize: 'vertical',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}` },
  },
});

/** Text to be copied as it stands, such as a script. */
export function CodeBox({ label, code }: { label: string; code: string }) {
  const styles = useStyles();
  const text = useText();
  return (
    <>
      <textarea
        readOnly
        spellCheck={false}
        aria-label={label}
        className={styles.box}
        rows={Math.min(MOST_LINES, code.split('\n').length + 2)}
        value={code}
      />
      <CopyButton value={code} label={text(messages.copyText)} done={text(messages.copied)} />
    </>
  );
}
