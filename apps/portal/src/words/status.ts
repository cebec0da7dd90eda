/** `accepted`: an order was taken, and what came of it is told elsewhere. */
export type Status = 'success' | 'warning' | 'waiting' | 'accepted' | 'in-progress' | 'error' | 'info' | 'unknown';
