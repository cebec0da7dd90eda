import { httpDate } from './call';
import { element } from './xml';

/** How long a deleted blob or container can still be brought back: of whole days, as Azure counts them, the one that has begun is none. */
export const retentionOf = (now: number, deletedAt: number, until: number): string[] => [
  element('DeletedTime', httpDate(deletedAt)),
  element('RemainingRetentionDays', Math.ceil((until - now) / 86_400_000) - 1),
];
