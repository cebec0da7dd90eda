import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SubscriptionId } from '@tresor/contracts';
import { createContext, useContext, useEffect, useMemo } from 'react';
import { AgentReader, agentReportsQuery } from './agent-reader';
import { type AgentReports } from './agent-reports';

export interface Agents {
  reports: AgentReports;
  reader: AgentReader;
}

const NOTHING_KNOWN: AgentReports = {};

export function useAgents(subscriptionId: SubscriptionId): Agents {
  const client = useQueryClient();
  const { data: reports = NOTHING_KNOWN } = useQuery(agentReportsQuery(subscriptionId));
  const reader = useMemo(() => new AgentReader(client, subscriptionId), [client, subscriptionId]);
  return useMemo(() => ({ reports, reader }), [reports, reader]);
}

const Reader = createContext<AgentReader | undefined>(undefined);
export const AgentReaderProvider = Reader.Provider;

/** Asks for the agent of a machine while the component is in the page. */
export function useWantedAgent(id: string, wanted: boolean): void {
  const reader = useContext(Reader);
  useEffect(() => (wanted ? reader?.want(id) : undefined), [reader, id, wanted]);
}
