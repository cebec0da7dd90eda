import { makeStyles, tokens } from '@fluentui/react-components';
import { palette } from '../../theme/theme';

const forcedColors = '@media (forced-colors: active)';
const forced = { [forcedColors]: { forcedColorAdjust: 'none', stroke: 'CanvasText' } } as const;

/** What kinds of bars look like. Where colours are the system’s own, patterns tell them apart. */
export const useToneStyles = makeStyles({
  long: { fill: palette.tresorRunning, ...forced, [forcedColors]: { ...forced[forcedColors], fill: 'CanvasText' } },
  key: { fill: palette.tresorWarning, ...forced, [forcedColors]: { ...forced[forcedColors], fill: 'url(#tone-key)' } },
  main: { fill: palette.tresorTick, ...forced, [forcedColors]: { ...forced[forcedColors], fill: 'Canvas' } },
  after: { fill: tokens.colorNeutralForeground3, ...forced, [forcedColors]: { ...forced[forcedColors], fill: 'url(#tone-after)' } },
});

export type Tone = 'long' | 'key' | 'main' | 'after';

export const barTone = (tone: Tone, styles: Readonly<Record<Tone, string>>) => ({ className: styles[tone] });

/** The patterns that the tones are filled with where there are no colours. */
export const Patterns = () => (
  <defs>
    <pattern id="tone-key" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="4" height="4" fill="Canvas" />
      <rect width="2" height="4" fill="CanvasText" />
    </pattern>
    <pattern id="tone-after" width="4" height="4" patternUnits="userSpaceOnUse">
      <rect width="4" height="4" fill="Canvas" />
      <circle cx="2" cy="2" r="1" fill="CanvasText" />
    </pattern>
  </defs>
);
