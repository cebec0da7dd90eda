/** Takes over from workers that have two more than the own one, until none has; what cannot be taken now stays where it is. */
export async function evenOut<Held extends { holder: string }>(
  held: readonly Held[],
  own: string,
  take: (one: Held) => Promise<boolean>,
): Promise<void> {
  const counts = new Map<string, number>();
  const countOf = (holder: string) => counts.get(holder) ?? 0;
  for (const { holder } of held) counts.set(holder, countOf(holder) + 1);
  const tried = new Set<Held>();
  // First of the one that has most; where that gives nothing, of anyone that has too much.
  for (const isOfMost of [true, false])
    for (const one of held) {
      const most = Math.max(...counts.values());
      const [theirs, ours] = [countOf(one.holder), countOf(own)];
      if (tried.has(one) || theirs - ours < 2 || (isOfMost && theirs < most)) continue;
      tried.add(one);
      if (!(await take(one))) continue;
      counts.set(one.holder, theirs - 1);
      counts.set(own, ours + 1);
    }
}
