import type { ReactNode } from 'react';
import { useBladeStyles } from './blade.styles';
import { CommandBar, type BladeCommand } from './command-bar';
import { headingId } from './stack-context';
import { WindowButtons } from './window-buttons';

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
