import type { VirtualMachine } from '@tresor/contracts';

/** One of which Azure does not say counts as running. */
export const isRunning = ({ powerState }: VirtualMachine): boolean => powerState === 'running' || powerState === null;
