import { makeStyles, tokens } from '@fluentui/react-components';

/** Words that can be pressed. */
export const useWordButtonStyles = makeStyles({
  button: {
    minHeight: '24px',
    // They stand where other words do.
    padding: '2px 0',
    textAlign: 'start',
    '@media (forced-colors: active)': { padding: '2px 4px' },
    color: tokens.colorBrandForegroundLink,
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    fontFamily: 'inherit',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}` },
  },
});
