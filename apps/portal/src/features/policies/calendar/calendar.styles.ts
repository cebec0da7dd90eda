import { makeStyles, tokens } from '@fluentui/react-components';
import { palette } from '../../../theme/theme';

const forcedColors = '@media (forced-colors: active)';
const narrow = '@media (max-width: 639px)';

export const useCalendarStyles = makeStyles({
  grid: { width: '100%', margin: '8px 0', borderCollapse: 'collapse', tableLayout: 'fixed', fontSize: tokens.fontSizeBase200 },
  head: { padding: '2px 0', textAlign: 'center', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  year: { width: '42px' },
  place: { padding: '1px' },
  cell: {
    width: '100%',
    minHeight: '28px',
    padding: '2px 0',
    whiteSpace: 'nowrap',
    [narrow]: { whiteSpace: 'normal' },
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    font: 'inherit',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '1px' },
  },
  chosen: {
    boxShadow: `inset 0 0 0 2px ${tokens.colorNeutralForeground1}`,
    [forcedColors]: { outline: '3px solid Highlight', outlineOffset: '-3px' },
  },
  letter: { fontWeight: tokens.fontWeightSemibold },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 14px', margin: '6px 0', padding: 0, listStyleType: 'none' },
  sign: {
    display: 'inline-block',
    width: '20px',
    marginRight: '6px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'center',
    fontWeight: tokens.fontWeightSemibold,
  },
  jumps: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '8px 0', padding: 0, border: 0 },
  heading: { margin: '14px 0 0', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: '4px 0' },
  quiet: { margin: '4px 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  details: { margin: '8px 0' },
  summary: { padding: '4px 0', cursor: 'pointer', color: tokens.colorBrandForegroundLink },
  point: { margin: '6px 0', paddingLeft: '10px', borderLeft: `3px solid ${palette.tresorLine}` },
});

/** The look of a cell by what keeps its longest-lasting point; the letter says the same. */
export const useKeeperColors = makeStyles({
  yearly: { color: tokens.colorPaletteBerryForeground2, backgroundColor: tokens.colorPaletteBerryBackground2 },
  monthly: { color: tokens.colorPaletteForestForeground2, backgroundColor: tokens.colorPaletteForestBackground2 },
  weekly: { color: tokens.colorPaletteBlueForeground2, backgroundColor: tokens.colorPaletteBlueBackground2 },
  daily: { color: tokens.colorPaletteTealForeground2, backgroundColor: tokens.colorPaletteTealBackground2 },
  snapshot: { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground4 },
  newest: { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground2 },
});
