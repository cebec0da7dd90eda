import type { Agent } from '@tresor/contracts';
import { useText } from '../../language/use-text';
import { agentMessages as messages } from './agent-messages';
import { AgentState } from './agent-state';
import { useWantedAgent } from './use-agents';

interface AgentCellProps {
  id: string;
  agent: Agent | null | undefined;
  /** False for machines whose agent makes no difference. */
  wanted: boolean;
  /** The rules refuse its version. */
  tooOld?: boolean;
}

/** State and version of a VM agent; it is asked for when the row comes into sight. */
export function AgentCell({ id, agent, wanted, tooOld = false }: AgentCellProps) {
  const text = useText();
  useWantedAgent(id, wanted && agent === undefined);
  if (agent === undefined) return text(wanted ? messages.reading : messages.notRead);
  return <AgentState agent={agent} tooOld={tooOld} />;
}
