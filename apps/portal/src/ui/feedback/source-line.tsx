import { makeStyles, tokens } from '@fluentui/react-components';
import type { Source } from '@tresor/support-matrix';
import { defineMessages } from '../../language/messages';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';

const messages = defineMessages({ source: { de: 'Quelle: {title}, Stand {date}', en: 'Source: {title}, as of {date}' } });

const useStyles = makeStyles({
  link: { color: tokens.colorBrandForegroundLink },
  line: { margin: '4px 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const ONLY_MONTH = /^\d{4}-\d{2}$/;

/** The text that a rule rests on: title, date and where to read it. */
export function SourceLine({ source: { title, url, date } }: { source: Source }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const [year, month] = date.split('-');
  const asOf = ONLY_MONTH.test(date) ? `${month}/${year}` : format.date(`${date}T12:00`);
  return (
    <p className={styles.line}>
      <a href={url} target="_blank" rel="noreferrer" className={styles.link}>
        {text(messages.source, { title, date: asOf })}
      </a>
    </p>
  );
}
