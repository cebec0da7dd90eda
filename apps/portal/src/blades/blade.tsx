import { mergeClasses } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Outlet } from 'react-router';
import { flushSync } from 'react-dom';
import { loadPart } from '../api/load-code';
import { forgetRights } from '../api/query-client';
import { useText } from '../language/use-text';
import { isTeaching } from '../map/map';
import { ProblemBar } from '../ui/feedback/problem-bar';
import { ProgressLine } from '../ui/feedback/progress-line';
import type { BladeCommand } from './command-bar';
import { useBladeStyles } from './blade.styles';
import { useLeaveGuard } from './leave-guard';
import { messages } from './messages';
import { setNewestBody } from './newest-body';
import { DepthProvider, headingId, useDepth, useStack, stripId } from './stack-context';
import { BLADE_WIDTH, STRIP_WIDTH } from './visible-blades';
import { CommandBar } from './command-bar';
import { WindowButtons, type LessonButton } from './window-buttons';

const Lesson = lazy(() => loadPart(() => import('./lesson')));

export interface BladeProps {
  title: string;
  subtitle?: string | undefined;
  icon?: ReactNode;
  commands?: readonly BladeCommand[] | undefined;
  /** Reads again what the blade shows; the last of its commands. */
  onRefresh?: () => void;
  footer?: ReactNode;
  busy?: boolean;
  /** What went wrong, shown above the content. */
  problem?: unknown;
  /** Something here is not saved: leaving asks first. */
  dirty?: boolean;
  /** For entries that are kept elsewhere and survive a reload: called when the person leaves and gives them up. */
  onDiscard?: () => void;
  children?: ReactNode;
}

interface BladeHeaderProps {
  depth: number;
  title: string;
  subtitle: string | undefined;
  icon: ReactNode;
  commands: readonly BladeCommand[] | undefined;
  lesson: LessonButton | undefined;
}

function BladeHeader({ depth, title, subtitle, icon, commands, lesson }: BladeHeaderProps) {
  const styles = useBladeStyles();
  return (
    <header className={styles.header}>
      <div className={mergeClasses(styles.titles, commands === undefined && styles.aboveEdge)}>
        {icon !== undefined && <span className={styles.icon}>{icon}</span>}
        <div className={styles.words}>
          <h2 id={headingId(depth)} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
      </div>
      {commands !== undefined && <CommandBar commands={commands} />}
      <WindowButtons depth={depth} title={title} lesson={lesson} />
    </header>
  );
}

/** What is seen of a folded blade. */
function BladeStrip({ depth, title }: { depth: number; title: string }) {
  const styles = useBladeStyles();
  const text = useText();
  const { windows, setWindows } = useStack();
  const unfold = () => {
    const folded = new Set(windows.folded);
    folded.delete(depth);
    flushSync(() => setWindows({ ...windows, folded }));
    document.getElementById(headingId(depth))?.focus();
  };
  return (
    <button
      type="button"
      id={stripId(depth)}
      className={styles.strip}
      aria-expanded={false}
      aria-label={text(messages.unfold, { title })}
      onClick={unfold}
    >
      <span className={styles.stripTitle}>{title}</span>
    </button>
  );
}

/** Where no route leads to it. */
const ALONE = { size: 'medium', sizeBehind: 'medium' } as const;

/** The frame of a blade and, beside it, the blade opened from it. */
export function Blade({
  title,
  subtitle,
  icon,
  commands,
  onRefresh,
  footer,
  busy = false,
  problem,
  dirty = false,
  onDiscard,
  children,
}: BladeProps) {
  const styles = useBladeStyles();
  const text = useText();
  const depth = useDepth();
  const { first, last, leading, windows, blades } = useStack();
  const { size, sizeBehind } = blades[depth]?.handle ?? ALONE;
  const id = blades[depth]?.id;
  const taught = isTeaching(id) ? id : undefined;
  const lessonId = useId();
  const [learning, setLearning] = useState(false);
  const lesson = taught && { controls: lessonId, open: learning, toggle: () => setLearning(!learning) };
  const wanted = depth === leading ? size : sizeBehind;
  useLeaveGuard(dirty, onDiscard);

  const refresh = (read: () => void) => ({
    id: 'refresh',
    label: text(messages.refresh),
    icon: <ArrowClockwise20Regular />,
    onClick: () => {
      forgetRights();
      read();
    },
  });
  const folded = depth !== windows.maximized && windows.folded.has(depth);
  const grows = depth === leading && (size === 'large' || first === leading);
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (depth === leading && body.current ? setNewestBody(body.current) : undefined), [depth, leading]);
  return (
    <>
      <section
        className={styles.blade}
        aria-labelledby={headingId(depth)}
        aria-busy={busy}
        hidden={depth < first || depth > last}
        data-blade={depth}
        style={folded ? { flexBasis: STRIP_WIDTH, flexShrink: 0 } : { flexBasis: BLADE_WIDTH[wanted], flexGrow: grows ? 1 : 0 }}
      >
        {folded && <BladeStrip depth={depth} title={title} />}
        <div className={styles.unfolded} hidden={folded}>
          <BladeHeader
            depth={depth}
            title={title}
            subtitle={subtitle}
            icon={icon}
            commands={onRefresh ? [...(commands ?? []), refresh(onRefresh)] : commands}
            lesson={lesson}
          />
          <div className={styles.progress}>{busy && <ProgressLine label={text(messages.loading)} />}</div>
          {taught && learning && (
            <Suspense>
              <Lesson of={taught} id={lessonId} />
            </Suspense>
          )}
          <div ref={body} className={styles.body}>
            {problem != null && <ProblemBar problem={problem} />}
            {children}
          </div>
          {footer !== undefined && <div className={styles.footer}>{footer}</div>}
        </div>
      </section>
      <DepthProvider value={depth + 1}>
        <Outlet />
      </DepthProvider>
    </>
  );
}
