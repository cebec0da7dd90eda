/**
 * Whether texts fit a pattern in which `*` stands for any run of characters. It takes time in proportion to the text, however many stars
 * there are: each part is taken where it first stands, which leaves most room for those after it.
 */
export function wildcards(pattern: string): (text: string) => boolean {
  const [start = '', ...parts] = pattern.split('*');
  const end = parts.pop();
  if (end === undefined) return (text) => text === pattern;
  return (text) => {
    if (!text.startsWith(start) || !text.endsWith(end)) return false;
    let after = start.length;
    for (const part of parts) {
      const at = text.indexOf(part, after);
      if (at < 0) return false;
      after = at + part.length;
    }
    return after <= text.length - end.length;
  };
}
