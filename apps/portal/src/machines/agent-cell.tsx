import type { Agent } from '@tresor/contracts';
import { useText } from '../i18n/use-text';
import { type Status, StatusBadge } from '../ui/status-badge';
import { agentMessages as messages } from './agent-messages';
import { useWantedAgent } from './use-agents';

const STATES = {
  ready: ['success', messages.ready],
  'not-ready': ['warning', messages.notReady],
  missing: ['error', messages.missing],
} as const satisfies Record<Agent['state'], readonly [Status, unknown]>;

interface AgentCellProps {
  id: string;
  agent: Agent | null | undefined;
  /** False for machines whose agent makes no difference. */
  wanted: boolean;
}

/** State and version of a VM agent; it is asked for when the row comes into sight. */
export function AgentCell({ id, agent, wanted }: AgentCellProps) {
  const text = useText();
  useWantedAgent(id, wanted && agent === undefined);
  if (agent === null) return <StatusBadge status="unknown">{text(messages.unknown)}</StatusBadge>;
  if (agent === undefined) return text(wanted ? messages.reading : messages.notRead);
  const [status, message] = STATES[agent.state];
  return (
    <StatusBadge status={status}>
      {text(message)}
      {agent.version !== null && ` ${agent.version}`}
    </StatusBadge>
  );
}
