import { queryOptions } from '@tanstack/react-query';
import type { JobId, VaultPath } from '@tresor/contracts';
import { api } from './api';
import { translated } from './problem-error';

/** Each drawing is on record: what was drawn is shown, and what was refused is said, until somebody asks for it again. */
const DRAWN_ONCE = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  retry: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

export const restoreEvidenceQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['evidence', path, jobId],
    queryFn: ({ signal }) => translated(api.evidence.ofRestore({ ...path, jobId }, { signal })),
    ...DRAWN_ONCE,
  });

export const planEvidenceQuery = (planId: string) =>
  queryOptions({
    queryKey: ['evidence', planId],
    queryFn: ({ signal }) => translated(api.evidence.ofPlan({ planId }, { signal })),
    ...DRAWN_ONCE,
  });

/** The public keys of the installation, the one that signs first. */
export const evidenceKeysQuery = () =>
  queryOptions({
    queryKey: ['evidence-keys'],
    queryFn: ({ signal }) => translated(api.evidence.keys(undefined, { signal })),
    staleTime: 300_000,
  });

/** The picture of a screen that a rehearsal kept, which never changes; null: there is none. */
export const screenQuery = (planId: string, sha256: string) =>
  queryOptions({
    queryKey: ['evidence', planId, 'screens', sha256],
    queryFn: ({ signal }) => translated(api.recoveryPlans.screen({ planId, sha256 }, { signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
