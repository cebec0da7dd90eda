import { mergeClasses } from '@fluentui/react-components';
import { useText } from '../language/use-text';
import type { BladeSize } from '../map/map';
import { ProgressLine } from '../ui/feedback/progress-line';
import { useBladeStyles } from './blade.styles';
import { useAloneStyles, useFrameStyles, useWidthStyles } from './frame.styles';
import { messages } from './messages';
import { headingId, useStack } from './stack-context';
import { sizesOf } from './visible-blades';

/**
 * The blades the address asks for, before there is any code of theirs: their titles, as wide as they will stand. Nothing here asks how
 * wide the window is, so that the server can write it.
 */
export function BladeFrames() {
  const styles = useFrameStyles();
  const { blades } = useStack();
  const sizes = sizesOf(blades.map(({ handle }) => handle));
  const frames = blades.map(({ title, pathname, handle }, depth) => (
    <BladeFrame
      key={pathname}
      depth={depth}
      title={title}
      hasIcon={handle.hasIcon}
      size={sizes[depth] ?? 'small'}
      behind={depth === blades.length - 1 ? (sizes[depth - 1] ?? 'none') : undefined}
    />
  ));
  return <div className={styles.frames}>{frames.toReversed()}</div>;
}

interface BladeFrameProps {
  depth: number;
  title: string;
  hasIcon: boolean;
  size: BladeSize;
  /** How wide the blade behind the newest one is. */
  behind: BladeSize | 'none' | undefined;
}

function BladeFrame({ depth, title, hasIcon, size, behind }: BladeFrameProps) {
  const blade = useBladeStyles();
  const styles = useFrameStyles();
  const widths = useWidthStyles();
  const text = useText();
  const growing = useGrowing(size, behind);
  return (
    <section
      className={mergeClasses(blade.blade, styles.frame, widths[size], growing)}
      aria-labelledby={headingId(depth)}
      aria-busy
      data-blade={depth}
    >
      <header className={blade.header}>
        <div className={blade.titles}>
          {hasIcon && <span className={blade.icon} />}
          <div className={blade.words}>
            <h2 id={headingId(depth)} tabIndex={-1} className={blade.title}>
              {title}
            </h2>
          </div>
        </div>
      </header>
      <div className={blade.progress}>
        <ProgressLine label={text(messages.loading)} />
      </div>
      {behind !== undefined && (
        // What the page showed before it was loaded again is drawn here (`kept/seen-list.ts`), and left alone by React.
        <div data-seen aria-hidden suppressHydrationWarning>
          {''}
        </div>
      )}
    </section>
  );
}

/** As a blade does that leads: it fills the room where it likes to, or where it is alone. */
function useGrowing(size: BladeSize, behind: BladeSize | 'none' | undefined): string | undefined {
  const styles = useFrameStyles();
  const alone = useAloneStyles();
  if (behind === undefined) return undefined;
  return behind === 'none' || size === 'large' || size === 'menu' ? styles.grows : alone[`${size} ${behind}`];
}
