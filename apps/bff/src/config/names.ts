/** Settings of our own tools, which may stand in the same environment. */
const OF_TOOLS = ['TRESOR_CHROMIUM', 'TRESOR_FIREFOX', 'TRESOR_RECORDINGS', 'TRESOR_SPECS', 'TRESOR_STANDING_DATE'];

/** How many letters have to change to make one name of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of one.split('').entries()) {
    const next = [i + 1];
    for (const [j, wanted] of other.split('').entries()) {
      const kept = (row[j] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(kept, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** What begins like a setting of ours and is none, each with the one that was probably meant. */
export function unknownNames(env: NodeJS.ProcessEnv, known: readonly string[]): string[] {
  const unknown = Object.keys(env).filter((name) => /^TRESOR_/i.test(name) && !known.includes(name) && !OF_TOOLS.includes(name));
  return unknown.map((name) => {
    const asked = name.slice(0, 100).toUpperCase();
    const ours = known.filter((one) => one.startsWith('TRESOR_'));
    const nearest = ours.find((one) => one.startsWith(asked)) ?? ours.toSorted((a, b) => distance(asked, a) - distance(asked, b))[0];
    return `there is no setting ${name.slice(0, 100)}; did you mean ${nearest}?`;
  });
}
