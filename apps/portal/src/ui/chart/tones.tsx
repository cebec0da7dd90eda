import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type CSSProperties, type ReactNode } from 'react';
import { palette } from '../../theme/theme';

const forcedColors = '@media (forced-colors: active)';
const forced = { [forcedColors]: { forcedColorAdjust: 'none', stroke: 'CanvasText' } } as const;

/** What kinds of bars look like. Where colors are the system’s own, patterns tell them apart. */
const useToneStyles = makeStyles({
  long: { fill: palette.tresorRunning, ...forced, [forcedColors]: { ...forced[forcedColors], fill: 'CanvasText' } },
  key: { fill: palette.tresorWarning, ...forced, [forcedColors]: { ...forced[forcedColors], fill: 'var(--tone-key)' } },
  main: { fill: palette.tresorTick, ...forced, [forcedColors]: { ...forced[forcedColors], fill: 'Canvas' } },
  after: { fill: tokens.colorNeutralForeground3, ...forced, [forcedColors]: { ...forced[forcedColors], fill: 'var(--tone-after)' } },
});

export type Tone = 'long' | 'key' | 'main' | 'after';

/** How the bars of one picture are filled. */
interface Tones {
  bar: (tone: Tone) => { className: string };
  /** Of an element around all of the picture's bars. */
  style: CSSProperties & Record<`--${string}`, string>;
  /** What bars are filled with where there are no colors; stands once within that element. */
  patterns: ReactNode;
}

/** Each picture has patterns of its own: those of one that is out of sight fill nothing. */
export function useTones(): Tones {
  const styles = useToneStyles();
  const [key, after] = [useId(), useId()];
  return {
    bar: (tone) => ({ className: styles[tone] }),
    style: { '--tone-key': `url(#${key})`, '--tone-after': `url(#${after})` },
    patterns: (
      <svg className="visually-hidden" aria-hidden>
        <defs>
          <pattern id={key} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="4" height="4" fill="Canvas" />
            <rect width="2" height="4" fill="CanvasText" />
          </pattern>
          <pattern id={after} width="4" height="4" patternUnits="userSpaceOnUse">
            <rect width="4" height="4" fill="Canvas" />
            <circle cx="2" cy="2" r="1" fill="CanvasText" />
          </pattern>
        </defs>
      </svg>
    ),
  };
}
