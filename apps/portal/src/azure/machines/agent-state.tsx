import type { Agent } from '@tresor/contracts';
import { useText } from '../../language/use-text';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { Status } from '../../words/status';
import { agentMessages as messages } from './agent-messages';

const STATES = {
  ready: ['success', messages.ready],
  'not-ready': ['warning', messages.notReady],
  missing: ['error', messages.missing],
} as const satisfies Record<Agent['state'], readonly [Status, unknown]>;

const TOO_OLD = ['warning', messages.tooOld] as const;

/** State and version of a VM agent; null where nobody can say. */
export function AgentState({ agent, tooOld = false }: { agent: Agent | null; tooOld?: boolean }) {
  const text = useText();
  if (agent === null) return <StatusBadge status="unknown">{text(messages.unknown)}</StatusBadge>;
  const [status, message] = tooOld ? TOO_OLD : STATES[agent.state];
  return (
    <StatusBadge status={status}>
      {text(message)}
      {agent.version !== null && ` ${agent.version}`}
    </StatusBadge>
  );
}
