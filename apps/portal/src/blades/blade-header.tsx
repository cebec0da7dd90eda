import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { Maximize20Regular } from '@fluentui/react-icons/svg/maximize';
import { SquareMultiple20Regular } from '@fluentui/react-icons/svg/square-multiple';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import { useBladeStyles } from './blade.styles';
import { CommandBar, type BladeCommand } from './command-bar';
import { messages } from './messages';
import { headingId, useStack } from './stack-context';
import { useCloseBlade } from './use-close-blade';

interface BladeHeaderProps {
  depth: number;
  title: string;
  subtitle: string | undefined;
  icon: ReactNode;
  commands: readonly BladeCommand[] | undefined;
}

export function BladeHeader({ depth, title, subtitle, icon, commands }: BladeHeaderProps) {
  const styles = useBladeStyles();
  return (
    <header className={styles.header}>
      <div className={styles.titles}>
        {icon !== undefined && <span className={styles.icon}>{icon}</span>}
        <div className={styles.words}>
          <h2 id={headingId(depth)} tabIndex={-1} className={styles.title} title={title}>
            {title}
          </h2>
          {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
      </div>
      {commands !== undefined && <CommandBar commands={commands} />}
      <WindowButtons depth={depth} title={title} />
    </header>
  );
}

function WindowButtons({ depth, title }: Pick<BladeHeaderProps, 'depth' | 'title'>) {
  const styles = useBladeStyles();
  const text = useText();
  const close = useCloseBlade();
  const { first, newest, maximized, setMaximized } = useStack();
  const isMaximized = maximized === depth;
  return (
    <div className={styles.windowButtons}>
      {depth === newest && (first < newest || isMaximized) && (
        <button
          type="button"
          className={styles.windowButton}
          aria-label={text(isMaximized ? messages.restore : messages.maximize, { title })}
          onClick={() => setMaximized(isMaximized ? undefined : depth)}
        >
          {isMaximized ? <SquareMultiple20Regular /> : <Maximize20Regular />}
        </button>
      )}
      <button type="button" className={styles.windowButton} aria-label={text(messages.close, { title })} onClick={close}>
        <Dismiss20Regular />
      </button>
    </div>
  );
}
