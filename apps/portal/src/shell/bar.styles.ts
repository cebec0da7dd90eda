import { makeStyles, tokens } from '@fluentui/react-components';
import { palette } from '../theme/theme';

export const useBarStyles = makeStyles({
  button: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '40px',
    height: '100%',
    padding: '0 6px',
    boxSizing: 'border-box',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textDecorationLine: 'none',
    cursor: 'pointer',
    ':hover': { backgroundColor: palette.tresorHubHover },
    ':focus-visible': { outline: '2px solid #ffffff', outlineOffset: '-3px' },
  },
  pressed: { fontWeight: 700, textDecorationLine: 'underline', textUnderlineOffset: '4px' },
  narrow: { minWidth: '32px' },
});
