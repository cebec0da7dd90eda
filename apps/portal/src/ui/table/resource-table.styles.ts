import { makeStyles, tokens } from '@fluentui/react-components';
import { forcedSelected, forcedUnavailable } from '../../theme/forced-colors';
import { palette } from '../../theme/theme';

/** As narrow as a window of 1366 pixels leaves it at 200 %, by the letters of what is 679 pixels wide then; a page of paper is wider. */
export const narrow = '@container (max-width: 48.5em)';

export const useTableStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minHeight: '220px', height: '100%', containerType: 'inline-size' },
  short: { minHeight: 0, height: 'auto' },
  /** So many columns need more room; how wide `narrow` is follows the size of the letters here, which nothing is written in. */
  manyColumns: {
    fontSize: tokens.fontSizeBase400,
    '@media print': { fontSize: tokens.fontSizeBase300 },
    '> *': { fontSize: tokens.fontSizeBase300 },
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '4px 0 8px',
    ':empty': { display: 'none' },
    // Below one another, the fields end at one edge.
    [narrow]: { '& > div': { flexGrow: 1 } },
  },
  filter: { flexGrow: 1, flexBasis: '160px', minWidth: '160px', maxWidth: '320px', [narrow]: { flexBasis: '100%', maxWidth: 'none' } },
  /** Whatever it says, it takes as much room, in two lines if need be: the rows below stay where they are when they are read. */
  count: {
    flexGrow: 1,
    flexBasis: '9em',
    minWidth: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [narrow]: { textAlign: 'end' },
  },
  /** Where there is a height to fill, it is not asked how high all rows would be: each key pressed in the filter would lay them out twice. */
  scroller: {
    position: 'relative',
    flexGrow: 1,
    flexBasis: '0%',
    minHeight: '120px',
    overflowY: 'auto',
    overflowX: 'hidden',
    // The heads of the columns stay where they are when the rows come.
    scrollbarGutter: 'stable',
    scrollPaddingTop: '36px',
  },
  shortScroller: { flexGrow: 0, minHeight: 0, scrollbarGutter: 'auto' },
  boundScroller: { maxHeight: '420px' },
  table: { display: 'block', width: '100%' },
  head: {
    display: 'block',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${palette.tresorLine}`,
    [narrow]: { position: 'static' },
  },
  columns: {
    display: 'grid',
    alignItems: 'center',
    columnGap: '12px',
    padding: '0 6px',
    minHeight: '32px',
    [narrow]: { display: 'block', padding: 0, minHeight: 0 },
  },
  sorter: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    width: '100%',
    minWidth: 0,
    padding: '7px 0',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: 'none',
    fontFamily: 'inherit',
    fontSize: '11px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    textTransform: 'uppercase',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    hyphens: 'manual',
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-2px' },
  },
  body: { display: 'flow-root' },
  row: {
    position: 'relative',
    boxSizing: 'border-box',
    display: 'grid',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '36px',
    padding: '4px 6px',
    borderBottom: `1px solid ${palette.tresorLine}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-2px' },
    // Lines stand side by side where two have room; the columns of the table are written at the row.
    [narrow]: {
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 265px), 1fr)) !important',
      alignItems: 'baseline',
      columnGap: '24px',
      minHeight: 0,
      padding: '8px 6px',
    },
  },
  opens: { cursor: 'pointer' },
  selectable: { [narrow]: { paddingLeft: '34px' } },
  selected: {
    backgroundColor: palette.tresorRowSelected,
    ':hover': { backgroundColor: palette.tresorRowSelected },
    ...forcedSelected(6),
  },
  disabled: { color: tokens.colorNeutralForeground3, cursor: 'default', ...forcedUnavailable },
  cell: {
    padding: 0,
    textAlign: 'left',
    minWidth: 0,
    lineHeight: '18px',
    overflowWrap: 'anywhere',
    [narrow]: { display: 'block', padding: '1px 0' },
  },
  headCell: { padding: 0, minWidth: 0, [narrow]: { display: 'none' } },
  headCheck: {
    [narrow]: { position: 'static', display: 'flex', alignItems: 'center', gap: '10px', width: 'auto', padding: '4px', fontWeight: 400 },
  },
  /** A row that does not fit becomes lines of label and value; where there is no value there is no line. */
  labelled: {
    [narrow]: {
      textWrap: 'wrap',
      ':empty': { display: 'none' },
      '& > div': { display: 'inline-block' },
      '::before': { content: 'attr(data-label) " "', color: tokens.colorNeutralForeground2, marginRight: '2px' },
    },
  },
  /** What does not fit goes on in lines of about one length, not with its last word or letter; a name with seams goes on after these. */
  even: { textWrap: 'balance' },
  /** Beside its label it goes on below that before it is broken. */
  word: { [narrow]: { display: 'inline-block', textWrap: 'balance' } },
  longWord: { wordBreak: 'break-all' },
  nameCell: { fontWeight: tokens.fontWeightSemibold, [narrow]: { gridColumn: '1 / -1' } },
  besideMenu: { [narrow]: { paddingRight: '28px' } },
  check: { display: 'grid', placeItems: 'center', width: '24px', [narrow]: { position: 'absolute', left: '4px', top: '6px' } },
  checkbox: {
    width: '16px',
    height: '16px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    '@media (pointer: coarse)': { width: '24px', height: '24px' },
  },
  label: { display: 'none', [narrow]: { display: 'inline', color: tokens.colorNeutralForeground2, marginRight: '6px' } },
  menu: { padding: 0, [narrow]: { position: 'absolute', top: '4px', right: '4px' } },
  reason: {
    gridColumn: '2 / -1',
    padding: '2px 0 4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    [narrow]: { gridColumn: '1 / -1' },
  },
  link: { color: tokens.colorBrandForegroundLink, textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
  message: { padding: '18px 6px' },
  onPaper: { display: 'none', '@media print': { display: 'block' } },
});
