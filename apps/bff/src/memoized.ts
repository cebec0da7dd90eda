/** The same answer for the same question while one piece of work goes on; a failure is asked again. */
export function memoized<Args extends readonly unknown[], Answer>(
  keyOf: (...args: Args) => string,
  ask: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (...args) => {
    const key = keyOf(...args);
    const answer = known.get(key) ?? ask(...args);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
  };
}
