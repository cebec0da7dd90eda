import { makeStyles } from '@fluentui/react-components';
import type { Agent } from '@tresor/contracts';
import { useText } from '../../language/use-text';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { NameInParts } from '../../ui/table/name-in-parts';
import type { Status } from '../../words/status';
import { agentMessages as messages } from './agent-messages';

const STATES = {
  ready: ['success', messages.ready],
  'not-ready': ['warning', messages.notReady],
  missing: ['error', messages.missing],
} as const satisfies Record<Agent['state'], readonly [Status, unknown]>;

/** A version goes on below its state before it is broken, and then after a period. */
const useStyles = makeStyles({ version: { display: 'inline-block', overflowWrap: 'normal' } });

const TOO_OLD = ['warning', messages.tooOld] as const;

/** State and version of a VM agent; null where nobody can say. */
export function AgentState({ agent, tooOld = false }: { agent: Agent | null; tooOld?: boolean }) {
  const text = useText();
  const styles = useStyles();
  if (agent === null) return <StatusBadge status="unknown">{text(messages.unknown)}</StatusBadge>;
  const [status, message] = tooOld ? TOO_OLD : STATES[agent.state];
  return (
    <StatusBadge status={status}>
      {text(message)}
      {agent.version !== null && (
        <>
          {' '}
          <span className={styles.version}>
            <NameInParts name={agent.version} />
          </span>
        </>
      )}
    </StatusBadge>
  );
}
