import { makeStyles, tokens } from '@fluentui/react-components';

/** What the lists of home look like that tell of what has to be looked after. */
export const useAttentionStyles = makeStyles({
  title: { margin: '28px 0 8px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 400 },
  list: { maxWidth: '860px', margin: '0 0 8px', padding: 0, listStyleType: 'none' },
  entry: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    marginBottom: '4px',
    padding: '10px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: '1px solid transparent',
  },
  words: { flexGrow: 1, flexBasis: '260px', minWidth: 0, overflowWrap: 'anywhere' },
  /** Below the words, beside the icon. */
  vault: { paddingLeft: '22px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});
