export const DAY = 86_400_000;

/** How long an order is kept after it was given. One older than that is found in Azure or nowhere. */
export const KEPT_MS = 30 * DAY;
/** Until then the person who gave it may still ask for it under its id: it counts as under way, and room is not made by deleting it. */
export const ASKED_FOR_MS = DAY;

/** What one user may have under way, and may have kept. */
export const MOST_OPEN_BATCHES = 20;
export const MOST_BATCHES = 500;
export const MOST_OPEN_INTENTS = 100;
export const MOST_INTENTS = 10_000;
/** Of one key vault; older ones that can no longer be undone make room. */
export const MOST_GRANTS = 100;
/** Of one directory. */
export const MOST_RECOVERY_PLANS = 200;
/** That were deleted after something of them had run; older ones go for good. */
export const MOST_REMOVED_PLANS = 200;
/** Of one picture of a screen, as it is; a bitmap of 1024 by 768 dots has 3 MiB. */
export const MOST_PICTURE_BYTES = 4 * 1024 * 1024;
/** Of all pictures of one run, packed. */
export const MOST_SCREENS_BYTES = 64 * 1024 * 1024;
/** In a day. */
export const MOST_COMMANDS = 5_000;

/** The moment so many days ago, by the store's clock. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

/** How long the record of a command is kept: thirteen months, so that a yearly audit still finds the last one. */
export const COMMANDS_KEPT_DAYS = 400;
/** How long it is kept how much was stored in a vault on a day: a year, and the month of the year before that it is held against. */
export const STORAGE_KEPT_DAYS = 400;
/** How long what a run came to is kept: as long as the record of what was done by it, and never less than to the next yearly audit. */
export const runsKeptMs = (commandsKeptDays: number): number => Math.max(commandsKeptDays, COMMANDS_KEPT_DAYS) * DAY;
