/* How much one question or command may hold, for who asks as for who checks it. */

/** Letters of the reason of a command; fewer than the fewest look for nothing. */
export const LONGEST_REASON = 120;
export const FEWEST_OF_A_REASON = 3;

/** Letters of what the record of commands is narrowed by. */
export const LONGEST_AUDIT_TEXT = 200;

/** Key vaults in one call. */
export const MOST_KEY_VAULTS = 100;

/** Machines whose agents are asked for in one call. */
export const MOST_AGENTS = 40;

/** Machines in one call about their keys: some three questions to Azure each. */
export const MOST_SURVIVAL_ITEMS = 40;

/** Tags that are given by hand to the machine of a restore. */
export const MOST_ADDED_TAGS = 10;

/** Of a restore plan. */
export const LONGEST_PLAN_NAME = 80;
export const MOST_PLANNED_MACHINES = 500;
export const MOST_WAVES = 20;
export const MOST_TAG_OBJECTIVES = 20;
/**
 * What its name may not hold: it is not seen itself, or turns the order of what is. Those that join letters, or keep them apart, are seen by what
 * they do, and some languages are not written without them.
 */
export const HIDDEN_CHARACTERS = /[\p{Cc}\p{Bidi_Control}\u00AD\u200B\u2060\uFEFF]/u;

/** Machines of a plan in one call about what stands before them: some twenty questions to Azure each. */
export const MOST_LOOKED_AT = 10;

/** Machines of a plan in one call about how long they take. */
export const MOST_TIMED = 50;
