import type { Agent } from '@tresor/contracts';
import { own } from '../../api/own';

/** By lower-case id, for ARM ids differ in case and mean the same. Null where Azure did not say. */
export type AgentReports = Readonly<Record<string, Agent | null>>;

export const keyOf = (id: string): string => id.toLowerCase();

export const agentIn = (reports: AgentReports, id: string): Agent | null | undefined => own(reports, keyOf(id));
