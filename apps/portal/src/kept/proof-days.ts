import { storedChoice } from './stored-choice';

/** Days for which a proven restore counts, as can be chosen. */
export const PROOF_DAYS = ['30', '90', '180', '365'] as const;

/** Those the person has chosen for the home page. */
export const proofDays = storedChoice('tresor.proof-days', PROOF_DAYS, () => '90');
