import type { Agent } from '@tresor/contracts';
import { useText } from '../../i18n/use-text';
import { type Status, StatusBadge } from '../../ui/status-badge';
import { machineMessages } from './machine-messages';
import { useWantedAgent } from './use-agents';

const STATES = {
  ready: ['success', machineMessages.agentReady],
  'not-ready': ['warning', machineMessages.agentNotReady],
  missing: ['error', machineMessages.agentMissing],
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
  if (agent === null) return <StatusBadge status="unknown">{text(machineMessages.agentUnknown)}</StatusBadge>;
  if (agent === undefined) return text(wanted ? machineMessages.agentReading : machineMessages.agentNotRead);
  const [status, message] = STATES[agent.state];
  return (
    <StatusBadge status={status}>
      {text(message)}
      {agent.version !== null && ` ${agent.version}`}
    </StatusBadge>
  );
}
