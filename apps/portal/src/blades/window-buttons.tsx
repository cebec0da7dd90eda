import {
  Dismiss20Regular,
  Maximize20Regular,
  Pin20Filled,
  Pin20Regular,
  QuestionCircle20Regular,
  SquareMultiple20Regular,
  Subtract20Regular,
} from '@fluentui/react-icons';
import { mergeClasses } from '@fluentui/react-components';
import { flushSync } from 'react-dom';
import { useText } from '../language/use-text';
import { useBladeStyles } from './blade.styles';
import { messages } from './messages';
import { usePins } from './pins';
import { stripId, useStack } from './stack-context';
import { useCloseBlade } from './use-close-blade';

/** What opens the lesson of a blade. */
export interface LessonButton {
  /** The id of the lesson, once it is open. */
  controls: string;
  open: boolean;
  toggle: () => void;
}

interface WindowButtonsProps {
  depth: number;
  title: string;
  /** Undefined where a blade has nothing to teach. */
  lesson?: LessonButton | undefined;
}

export function WindowButtons({ depth, title, lesson }: WindowButtonsProps) {
  const styles = useBladeStyles();
  const text = useText();
  const close = useCloseBlade();
  const { blades } = useStack();
  const blade = blades[depth];
  return (
    <div className={styles.windowButtons}>
      {lesson && (
        <button
          type="button"
          className={styles.windowButton}
          aria-label={text(messages.whyOf, { title })}
          title={text(messages.why)}
          aria-expanded={lesson.open}
          aria-controls={lesson.open ? lesson.controls : undefined}
          onClick={lesson.toggle}
        >
          <QuestionCircle20Regular />
        </button>
      )}
      {blade?.pinnable === true && <PinButton path={blade.pathname} title={title} />}
      <SizeButtons depth={depth} title={title} />
      <button type="button" className={styles.windowButton} aria-label={text(messages.close, { title })} onClick={close}>
        <Dismiss20Regular />
      </button>
    </div>
  );
}

function PinButton({ path, title }: { path: string; title: string }) {
  const styles = useBladeStyles();
  const text = useText();
  const pins = usePins();
  const isPinned = pins.use().includes(path);
  const label = text(isPinned ? messages.unpin : messages.pin, { title });
  return (
    <button type="button" className={styles.windowButton} aria-label={label} title={label} onClick={() => pins.toggle(path)}>
      {isPinned ? <Pin20Filled /> : <Pin20Regular />}
    </button>
  );
}

function SizeButtons({ depth, title }: WindowButtonsProps) {
  const styles = useBladeStyles();
  const text = useText();
  const { blades, first, last, windows, setWindows } = useStack();
  const { folded, maximized } = windows;
  const isMaximized = maximized === depth;
  const isAlone = blades.length - folded.size === 1;
  const minimize = () => {
    flushSync(() => setWindows({ folded: new Set(folded).add(depth), maximized: undefined }));
    document.getElementById(stripId(depth))?.focus();
  };
  return (
    <>
      {!isAlone && (
        <button
          type="button"
          className={mergeClasses(styles.windowButton, styles.minimize)}
          aria-label={text(messages.minimize, { title })}
          onClick={minimize}
        >
          <Subtract20Regular />
        </button>
      )}
      {(first < last || isMaximized) && (
        <button
          type="button"
          className={styles.windowButton}
          aria-label={text(isMaximized ? messages.restore : messages.maximize, { title })}
          onClick={() => setWindows({ ...windows, maximized: isMaximized ? undefined : depth })}
        >
          {isMaximized ? <SquareMultiple20Regular /> : <Maximize20Regular />}
        </button>
      )}
    </>
  );
}
