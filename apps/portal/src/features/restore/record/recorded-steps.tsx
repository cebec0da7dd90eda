import { makeStyles, tokens } from '@fluentui/react-components';
import type { RestoreRecord } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { recordMessages as messages } from './messages';
import { RecordedStep } from './recorded-step';

const useStyles = makeStyles({
  heading: { margin: '14px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** The commands of a restore, the oldest first. */
export function RecordedSteps({ commands }: Pick<RestoreRecord, 'commands'>) {
  const styles = useStyles();
  const text = useText();
  const isWhole = commands.some(({ command }) => command === 'restores.start');
  return (
    <section aria-label={text(messages.steps)}>
      <h3 className={styles.heading}>{text(messages.steps)}</h3>
      {commands.length === 0 ? <p>{text(messages.none)}</p> : !isWhole && <p>{text(messages.begunElsewhere)}</p>}
      <ol className={styles.list}>
        {commands.map((command) => (
          <RecordedStep key={`${command.commandId} ${command.at}`} command={command} />
        ))}
      </ol>
    </section>
  );
}
