import type { Edition } from './facts';
import type { Source } from './rule';

/**
 * What an edition says of a case. `limited`: yes, under a condition the words of the case name; `not-stated`: its documentation is
 * silent or contradicts itself; `not-applicable`: there was no such thing at the time.
 */
export type Support = 'supported' | 'limited' | 'not-supported' | 'not-stated' | 'not-applicable';

export type SupportArea = 'encryption' | 'backup' | 'restore' | 'lifetime';

/** How one edition states the case; no source where it could not state anything. */
export interface SupportInEdition {
  support: Support;
  source: Source | null;
}

export interface SupportCaseShape {
  /** Kebab case; the key of the texts shown for the case. */
  id: string;
  area: SupportArea;
  editions: Record<Edition, SupportInEdition>;
}
