import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { SubscriptionId } from '@tresor/contracts';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { useText } from '../../language/use-text';
import { namedFew } from '../../language/named-few';
import { useFormat } from '../../language/use-format';
import { PlainButton } from '../../ui/actions/buttons';
import { agentMessages as messages } from './agent-messages';

const VERSION_FILE = 'C:\\WindowsAzure\\Packages\\WaAppAgent.exe';
const OLDEST_VERSION = '2.6.1198.718';

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase300 },
  system: { margin: '10px 0 2px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: '4px 0', overflowWrap: 'anywhere' },
});

interface AgentHelpProps {
  subscriptionId: SubscriptionId;
  machines: readonly { vmId: string; vmName: string }[];
  onCheckAgain: () => void;
}

/** The operating systems of these machines as far as the list of machines was read; undefined where it was not. */
function useSystems(subscriptionId: SubscriptionId, machines: AgentHelpProps['machines']): ReadonlySet<string | undefined> {
  const list = useQueryClient().getQueryData(virtualMachinesQuery(subscriptionId).queryKey);
  const systems = new Map(list?.rows.map(({ id, osType }) => [id.toLowerCase(), osType]));
  return new Set(machines.map(({ vmId }) => systems.get(vmId.toLowerCase())));
}

/** How to get a VM agent, per operating system, for the machines that lack one. */
export function AgentHelp({ subscriptionId, machines, onCheckAgain }: AgentHelpProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const systems = useSystems(subscriptionId, machines);
  const concerns = (system: string) => systems.has(system) || systems.has(undefined);
  if (machines.length === 0) return null;
  return (
    <section aria-labelledby="agent-help">
      <h3 id="agent-help" className={styles.heading}>
        {text(messages.title)}
      </h3>
      <p className={styles.line}>
        {text(messages.why, {
          names: namedFew(
            machines.map(({ vmName }) => vmName),
            format,
            text,
          ),
        })}
      </p>
      {concerns('Windows') && (
        <>
          <h4 className={styles.system}>{text(messages.windows)}</h4>
          <p className={styles.line}>{text(messages.windowsInstall)}</p>
          <p className={styles.line}>{text(messages.windowsCheck, { file: VERSION_FILE, version: OLDEST_VERSION })}</p>
        </>
      )}
      {concerns('Linux') && (
        <>
          <h4 className={styles.system}>{text(messages.linux)}</h4>
          <p className={styles.line}>{text(messages.linuxInstall)}</p>
          <p className={styles.line}>{text(messages.quiet)}</p>
        </>
      )}
      <PlainButton onClick={onCheckAgain}>{text(messages.checkAgain)}</PlainButton>
    </section>
  );
}
