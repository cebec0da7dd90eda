import { makeStyles } from '@fluentui/react-components';
import { ArrowExportLtr20Regular } from '@fluentui/react-icons/svg/arrow-export-ltr';
import { Book20Regular } from '@fluentui/react-icons/svg/book';
import { ClipboardCheckmark20Regular } from '@fluentui/react-icons/svg/clipboard-checkmark';
import { ClipboardTaskListLtr20Regular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr';
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { Cloud20Regular } from '@fluentui/react-icons/svg/cloud';
import { Desktop20Regular } from '@fluentui/react-icons/svg/desktop';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { Key20Regular } from '@fluentui/react-icons/svg/key';
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import { Options20Regular } from '@fluentui/react-icons/svg/options';
import { PersonQuestionMark20Regular } from '@fluentui/react-icons/svg/person-question-mark';
import { Server20Regular } from '@fluentui/react-icons/svg/server';
import { Wrench20Regular } from '@fluentui/react-icons/svg/wrench';
import type { FluentIcon } from '@fluentui/react-icons';
import { palette } from '../../theme/theme';

const ICONS: Readonly<Record<string, FluentIcon>> = {
  overview: Cloud20Regular,
  'activity-log': Book20Regular,
  diagnose: Wrench20Regular,
  properties: Options20Regular,
  locks: LockClosed20Regular,
  automation: ArrowExportLtr20Regular,
  policies: CalendarLtr20Regular,
  infrastructure: Server20Regular,
  prerequisites: ClipboardCheckmark20Regular,
  backup: Cloud20Regular,
  'site-recovery': Cloud20Regular,
  'key-vaults': Key20Regular,
  permissions: PersonQuestionMark20Regular,
  items: Desktop20Regular,
  jobs: ClipboardTaskListLtr20Regular,
  restores: History20Regular,
};

const useStyles = makeStyles({ available: { flexShrink: 0, color: palette.tresorRunning } });

/** Coloured as in the article's picture where the entry leads somewhere. */
export function MenuIcon({ id, available }: { id: string; available: boolean }) {
  const styles = useStyles();
  const Icon = ICONS[id] ?? Cloud20Regular;
  return <Icon {...(available && { className: styles.available })} />;
}
