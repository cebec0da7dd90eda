import { lines } from '../script';
import type { JourneyValues } from '../values';
import { sh, type Code } from '../writing';
import { oldMachine } from './features';

const TEXT = String.raw`"([^"\]|\\.)*"`;

/** What means something in a pattern. */
const SPECIAL = /[$()*+.?[\\\]^{|}]/g;

/** Names that are Azure's own, or ours, or are given by hand. */
const keptBack = (added: readonly string[]) =>
  `^"(microsoft|azure|windows|tresor-restore"|tresor-isolation"${added
    .map(
      (name) =>
        `|${JSON.stringify(name)
          .slice(1)
          .replaceAll(SPECIAL, String.raw`\$&`)}`,
    )
    .join('')})`;

/**
 * `given`: the tags of the old machine as the az takes them, and `tags`: as members of the model of a machine. Where that is gone, the
 * configuration beside the disks tells them, unless letters got lost that are none of ASCII.
 */
export function tagsCode(values: JourneyValues): Code {
  const { withoutTags, addedTags = [] } = values.machine;
  return lines(
    sh`tags=''`,
    withoutTags !== true &&
      oldTagsCode(
        values,
        addedTags.map(({ name }) => name),
      ),
    ...addedTags.flatMap(({ name, value }) => [
      sh`tags="$tags\${tags:+,}"${`${JSON.stringify(name)}:${JSON.stringify(value)}`}`,
      sh`given+=(${`${name}=${value}`})`,
    ]),
    sh`tags=\${tags:+"\"tags\":{$tags},"}`,
  );
}

function oldTagsCode(values: JourneyValues, added: readonly string[]): Code {
  return lines(
    sh`if ! tags=$(az vm show --ids ${oldMachine(values)} --query tags --output json 2>/dev/null); then`,
    sh`  tags=''`,
    sh`  lost=$(LC_ALL=C tr -d '\000\377\376\r\n\t -~' 2>/dev/null < "$temporary/config.json" | wc -c || true)`,
    sh`  [ "$lost" -gt 0 ] || tags=$(printf '%s' "$kept" | grep -oE '"tags" *: *[{][^{}]*[}]' | cut -d: -f2- || true)`,
    sh`fi`,
    sh`pairs=$(printf '%s' "$tags" | tr -d '\n' | grep -oE ${`${TEXT} *: *${TEXT}`} | grep -viE ${keptBack(added)} || true)`,
    sh`tags=''`,
    sh`while IFS= read -r pair; do`,
    sh`  [ -n "$pair" ] || continue`,
    sh`  tags="$tags\${tags:+,}$pair"`,
    sh`  pair=$(printf '%s' "$pair" | sed -E -e ${String.raw`s/^"(([^"\]|\\.)*)" *: *"(.*)"$/\1=\3/`} -e ${String.raw`s/\\(.)/\1/g`})`,
    sh`  given+=("$pair")`,
    sh`done <<< "$pairs"`,
  );
}
