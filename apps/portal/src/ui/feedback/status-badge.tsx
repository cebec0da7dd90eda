import { makeStyles, mergeClasses } from '@fluentui/react-components';
import {
  ArrowSyncCircle16Filled,
  CheckmarkCircle16Filled,
  CheckmarkCircle16Regular,
  Clock16Regular,
  ErrorCircle16Filled,
  Info16Regular,
  QuestionCircle16Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { palette } from '../../theme/theme';
import type { Status } from '../../words/status';

const ICONS = {
  success: CheckmarkCircle16Filled,
  warning: Warning16Filled,
  waiting: Clock16Regular,
  accepted: CheckmarkCircle16Regular,
  'in-progress': ArrowSyncCircle16Filled,
  error: ErrorCircle16Filled,
  info: Info16Regular,
  unknown: QuestionCircle16Regular,
};

const useStyles = makeStyles({
  badge: { display: 'inline-flex', alignItems: 'flex-start', gap: '6px', minWidth: 0, verticalAlign: 'top' },
  icon: { display: 'flex', flexShrink: 0, marginTop: '1px' },
});

const useColors = makeStyles({
  success: { color: palette.tresorTick },
  warning: { color: palette.tresorWarning },
  waiting: { color: palette.tresorStepAhead },
  accepted: { color: palette.tresorStepAhead },
  'in-progress': { color: palette.tresorRunning },
  error: { color: palette.tresorError },
  info: { color: palette.tresorRunning },
  unknown: { color: palette.tresorStepAhead },
});

/** The icon of a state alone, beside words that say it. */
export function StatusIcon({ status }: { status: Status }) {
  const styles = useStyles();
  const colors = useColors();
  const Icon = ICONS[status];
  return (
    <span className={mergeClasses(styles.icon, colors[status])} aria-hidden>
      <Icon />
    </span>
  );
}

/** A state as icon and word; the word alone says everything. */
export function StatusBadge({ status, children }: { status: Status; children: ReactNode }) {
  const styles = useStyles();
  return (
    <span className={styles.badge}>
      <StatusIcon status={status} />
      <span>{children}</span>
    </span>
  );
}
