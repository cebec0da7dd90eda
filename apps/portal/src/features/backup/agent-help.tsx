import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../../i18n/use-text';
import { useFormat } from '../../i18n/use-format';
import { PlainButton } from '../../ui/buttons';
import { agentMessages as messages } from './result-messages';

const VERSION_FILE = 'C:\\WindowsAzure\\Packages\\WaAppAgent.exe';
const OLDEST_VERSION = '2.6.1198.718';

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase300 },
  system: { margin: '10px 0 2px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: '4px 0', overflowWrap: 'anywhere' },
});

/** How to get a VM agent, per operating system, for the machines that lack one. */
export function AgentHelp({ names, onCheckAgain }: { names: readonly string[]; onCheckAgain: () => void }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="agent-help">
      <h3 id="agent-help" className={styles.heading}>
        {text(messages.title)}
      </h3>
      <p className={styles.line}>{text(messages.why, { names: format.list(names) })}</p>
      <h4 className={styles.system}>{text(messages.windows)}</h4>
      <p className={styles.line}>{text(messages.windowsInstall)}</p>
      <p className={styles.line}>{text(messages.windowsCheck, { file: VERSION_FILE, version: OLDEST_VERSION })}</p>
      <h4 className={styles.system}>{text(messages.linux)}</h4>
      <p className={styles.line}>{text(messages.linuxInstall)}</p>
      <p className={styles.line}>{text(messages.quiet)}</p>
      <PlainButton onClick={onCheckAgain}>{text(messages.checkAgain)}</PlainButton>
    </section>
  );
}
