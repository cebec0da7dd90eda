// What V8 is told about its heap, and the C library about what lies beside it. See docs/decisions/0009-a-small-heap-for-the-bff.md.

/**
 * The BFF lives on short-lived answers: with a small heap V8 clears them away early instead of letting the process grow to several
 * times of what it uses. After long answers it has V8 clear away what is new, which V8 has to allow.
 */
export const BFF_HEAP = ['--min-semi-space-size=8', '--max-semi-space-size=8', '--max-old-space-size=1024', '--expose-gc'];

/**
 * The threads that compress share two places to allocate from; each of its own keeps what it once needed. Long pieces lie outside of them for
 * good: the C library would take them in once the first has been given back, and keep room for them.
 */
export const BFF_ALLOCATION = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '262144' };

/** Local Azure lives on short-lived answers, too; what lasts is in its file. */
export const LOCAL_AZURE_HEAP = ['--max-semi-space-size=4', '--max-old-space-size=1024'];
