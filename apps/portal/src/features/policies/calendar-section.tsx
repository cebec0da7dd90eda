import { makeStyles, tokens } from '@fluentui/react-components';
import type { Plan } from '@tresor/retention';
import { lazy, Suspense, useState } from 'react';
import { loadPart } from '../../api/load-code';
import { useText } from '../../language/use-text';
import { ProgressLine } from '../../ui/feedback/progress-line';
import { messages } from './calendar/messages';

const RetentionCalendar = lazy(() => loadPart(() => import('./calendar/retention-calendar')));

const useStyles = makeStyles({
  details: { marginTop: '22px' },
  summary: { padding: '4px 0', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, cursor: 'pointer' },
});

interface CalendarSectionProps {
  plan: Plan | null;
  /** Whether it is open from the start. */
  open?: boolean;
}

/** The retention calendar, fetched and counted when it is opened. */
export function CalendarSection({ plan, open = false }: CalendarSectionProps) {
  const styles = useStyles();
  const text = useText();
  const [isOpen, setOpen] = useState(open);
  return (
    <details open={isOpen} className={styles.details} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{text(messages.title)}</summary>
      {isOpen && (
        <Suspense fallback={<ProgressLine label={text(messages.counting)} />}>
          <RetentionCalendar plan={plan} />
        </Suspense>
      )}
    </details>
  );
}
