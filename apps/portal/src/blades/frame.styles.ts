import { makeStyles } from '@fluentui/react-components';
import type { BladeSize } from '../map/map';
import { BLADE_WIDTH } from './visible-blades';

const wide = (size: BladeSize) => ({ flexBasis: `${BLADE_WIDTH[size]}px` });

/** A blade that does not fill the room stands alone in it where the one behind it has none. */
const aloneBefore = (size: BladeSize, behind: BladeSize) => ({
  [`@container (max-width: ${BLADE_WIDTH[size] + BLADE_WIDTH[behind] - 1}px)`]: { flexGrow: 1 },
});

export const useFrameStyles = makeStyles({
  /** The newest comes first, at the right; what finds no room beside it falls into a row that is out of sight. */
  frames: {
    display: 'flex',
    flexDirection: 'row-reverse',
    flexWrap: 'wrap',
    flexGrow: 1,
    justifyContent: 'flex-end',
    alignContent: 'flex-start',
    minWidth: 0,
    overflow: 'hidden',
    containerType: 'inline-size',
  },
  frame: { height: '100%' },
  grows: { flexGrow: 1 },
});

export const useWidthStyles = makeStyles({ menu: wide('menu'), small: wide('small'), medium: wide('medium'), large: wide('large') });

/** For the newest blade: its size, then that of the one behind it. Large ones fill the room in any case. */
export const useAloneStyles = makeStyles({
  'small menu': aloneBefore('small', 'menu'),
  'small small': aloneBefore('small', 'small'),
  'small medium': aloneBefore('small', 'medium'),
  'small large': aloneBefore('small', 'large'),
  'medium menu': aloneBefore('medium', 'menu'),
  'medium small': aloneBefore('medium', 'small'),
  'medium medium': aloneBefore('medium', 'medium'),
  'medium large': aloneBefore('medium', 'large'),
});
