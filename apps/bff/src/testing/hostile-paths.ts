const PLAIN =
  '/ / / /api/ /vaults policies a Z9 . .. ... ~ - // \\ ? # @ : ; % \u00fc " < | ^ [ ] { ( ) ! * + = & $ , ?a=%2e%2e https://evil';
const ENCODED =
  '%2e %2E .%2e %2f %2F %5c %5C %252e %25 %252f %c0%ae %c0%af %e0%80%af %ed%a0%80 %u002e %00 %0a %09 %7f %61 %C3%BC %c3%bc %20 %3b %28';
const PARTS = `${PLAIN} ${ENCODED} %E2%80%AE %EF%BB%BF %f0%9f%98%80 %f0 %2 %zz`.split(' ');

/** Targets made of what paths are climbed with, by Marsaglia's xorshift: the same in every run. */
export function* hostilePaths(count: number, start = '/', seed = 2_463_534_242): Generator<string> {
  let state = seed;
  const below = (limit: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  for (let made = 0; made < count; made += 1) {
    let target = start === '/' && below(8) === 0 ? '' : start;
    for (let parts = below(5); parts >= 0; parts -= 1) target += PARTS[below(PARTS.length)];
    yield target;
  }
}
