import { command, lines } from '../script';
import type { JourneyValues } from '../values';
import { sh, type Code } from '../writing';
import { oldMachine } from './features';

const TEXT = String.raw`"([^"\]|\\.)*"`;

/** Names that begin so are Azure's own, or ours. */
const KEPT_BACK = '^"(microsoft|azure|windows|tresor-)';

/**
 * `given`: the tags of the old machine as the az takes them, and `tags`: as members of the model of a machine. The configuration beside the
 * disks tells them where it can be read whole, that is without letters that are none of ASCII, else the old machine.
 */
export function tagsCode(values: JourneyValues): Code {
  if (values.machine.withoutTags === true) return sh`tags=''`;
  return lines(
    sh`tags=''`,
    command(
      sh`if ! LC_ALL=C tr -d '\000\377\376\r\n\t -~' < "$temporary/config.json" 2>/dev/null | grep -q .; then`,
      sh`tags=$(printf '%s' "$kept" | grep -oE '"tags" *: *[{][^{}]*[}]' | cut -d: -f2- || true); fi`,
    ),
    sh`case "$tags" in *'{'*) ;; *) tags=$(az vm show --ids ${oldMachine(values)} --query tags --output json 2>/dev/null | tr -d '\n' || true) ;; esac`,
    sh`pairs=$(printf '%s' "$tags" | grep -oE ${`${TEXT} *: *${TEXT}`} | grep -viE ${KEPT_BACK} || true)`,
    sh`tags=''`,
    sh`while IFS= read -r pair; do`,
    sh`  [ -n "$pair" ] || continue`,
    sh`  tags="$tags\${tags:+,}$pair"`,
    sh`  pair=$(printf '%s' "$pair" | sed -E -e ${String.raw`s/^"(([^"\]|\\.)*)" *: *"(.*)"$/\1=\3/`} -e ${String.raw`s/\\(.)/\1/g`})`,
    sh`  given+=("$pair")`,
    sh`done <<< "$pairs"`,
    sh`tags=\${tags:+"\"tags\":{$tags},"}`,
  );
}
