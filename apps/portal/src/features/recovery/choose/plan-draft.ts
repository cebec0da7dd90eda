import { draftStore } from '../../../kept/draft-store';

export interface PlanDraft {
  /** Of the plan that is made of it: pressed twice it is one plan. */
  planId: string | null;
  /** Null: the proposed one. */
  name: string | null;
  /** ARM ids of the items; null: those that are missing. */
  selected: readonly string[] | null;
  moment: 'newest' | 'unsuspicious' | 'before';
  /** As the field has it, by the browser's zone. */
  time: string;
  target: 'as-it-was' | 'group' | 'isolated';
  group: string;
  /** Minutes; empty: nothing is wanted. */
  rto: string;
  rpo: string;
}

const empty: PlanDraft = {
  planId: null,
  name: null,
  selected: null,
  moment: 'unsuspicious',
  time: '',
  target: 'as-it-was',
  group: '',
  rto: '',
  rpo: '',
};

export const planDrafts = draftStore<PlanDraft>('recovery-plan', 2, empty);
/** There is one at a time. */
export const DRAFT = 'new';
