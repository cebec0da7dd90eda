import { createElement } from 'react';
import { makeStyles } from '@fluentui/react-components';
import {
  ArrowExportLtr20Regular,
  Book20Regular,
  CalendarLtr20Regular,
  ClipboardCheckmark20Regular,
  ClipboardTaskListLtr20Regular,
  Cloud20Regular,
  Desktop20Regular,
  History20Regular,
  Key20Regular,
  LockClosed20Regular,
  Options20Regular,
  PersonQuestionMark20Regular,
  Server20Regular,
  Wrench20Regular,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import { palette } from '../../theme/theme';
import { own } from '../../api/own';

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

/** Colored as in the article's picture where the entry leads somewhere. */
export function MenuIcon({ id, available }: { id: string; available: boolean }) {
  const styles = useStyles();
  return createElement(own(ICONS, id) ?? Cloud20Regular, available ? { className: styles.available } : {});
}
