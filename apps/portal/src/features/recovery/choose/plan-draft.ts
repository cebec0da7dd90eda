import type { Edition } from '@tresor/support-matrix';
import { draftStore } from '../../../kept/draft-store';
import type { AddedTag } from '../../../kept/item-drafts';

/** What is wanted of a tag, as the fields have it. */
export interface DraftObjective {
  name: string;
  /** Null: of machines without it. */
  value: string | null;
  rto: string;
  rpo: string;
}

export interface PlanDraft {
  /** Of the plan that is made of it: pressed twice it is one plan. */
  planId: string | null;
  /** Of the plan when its change was begun; null: it is new. */
  revision: number | null;
  /** What was sent of a change that goes on from this revision, and may have been kept although its answer was lost. */
  sent: readonly string[];
  /** Null: the proposed one. */
  name: string | null;
  /** Null: of the settings. */
  edition: Edition | null;
  /** ARM ids of the items; null: those that are missing. */
  selected: readonly string[] | null;
  moment: 'newest' | 'unsuspicious' | 'before';
  /** As the field has it, by the browser's zone. */
  time: string;
  target: 'as-it-was' | 'group' | 'isolated';
  group: string;
  /** Whether machines are left out of the old ones’ proximity placement groups. */
  withoutProximityGroup: boolean;
  /** Whether they are made without the old ones’ tags. */
  withoutTags: boolean;
  /** What all that the plan makes gets beside those. */
  addedTags: readonly AddedTag[];
  /** Minutes; empty: nothing is wanted. */
  rto: string;
  rpo: string;
  tagObjectives: readonly DraftObjective[];
}

const empty: PlanDraft = {
  planId: null,
  revision: null,
  sent: [],
  name: null,
  edition: null,
  selected: null,
  moment: 'unsuspicious',
  time: '',
  target: 'as-it-was',
  group: '',
  withoutProximityGroup: false,
  withoutTags: false,
  addedTags: [],
  rto: '',
  rpo: '',
  tagObjectives: [],
};

/** Whether somebody has chosen or typed anything; the ids of plan and revision are ours. */
export const isFilledIn = (draft: PlanDraft): boolean =>
  JSON.stringify({ ...draft, planId: null, revision: null }) !== JSON.stringify(empty);

export const planDrafts = draftStore<PlanDraft>('recovery-plan', 7, empty);
/** Of new ones there is one at a time; a change is kept by the plan’s id. */
export const DRAFT = 'new';
