import { recoveryDoes } from '../recovery-does';
import { compose, lines, written, type Frame, type Reader, type Script, type Section } from '../script';
import type { PlannedValues, RecoveryValues } from '../values';
import { words, type Language } from '../words';
import { join, remark, sh, type Code } from '../writing';
import { askForDisks } from './disks';
import { FRAME, opening, reportWhere, temporaryFolder } from './frame';
import { endJourney } from './journey';
import { machineIdOf } from './machine';

const frameOf = (folder: string, lastWave: number): Frame => ({
  ...FRAME,
  opening: (language) =>
    lines(
      remark(words.parameters[language]),
      sh`notes="$PWD"/${folder}`,
      sh`first_wave=1`,
      sh`last_wave=${lastWave}`,
      FRAME.opening(language),
      sh`mkdir -p "$notes"`,
    ),
});

/** A shell of its own for one machine: where it stops, the next one’s turn comes. */
function apart(sections: readonly Section[], { wave }: PlannedValues, language: Language): Code {
  return lines(
    sh`if [ "$first_wave" -le ${wave} ] && [ ${wave} -le "$last_wave" ]; then`,
    sh`set +e`,
    sh`(`,
    sh`set -e`,
    reportWhere,
    ...sections.map((section) => written(FRAME, section, language)),
    sh`)`,
    sh`set -e`,
    sh`fi`,
  );
}

const noteOf = (at: number): Code => sh`note="$notes"/${at + 1}`;

/** A machine that stands is left alone, and nothing is asked for twice: what was begun is gone on with, unless its job failed. */
const begun = (values: PlannedValues, at: number, language: Language): Section => ({
  says: 'begun',
  code: lines(
    noteOf(at),
    sh`rm -f "$note.there"`,
    sh`if [ -s "$note.job" ]; then`,
    sh`  status=$(az backup job show "\${vault[@]}" --name "$(cat "$note.job")" --query properties.status --output tsv)`,
    sh`  echo "$status"`,
    sh`  case "$status" in Failed | Cancelled) rm "$note.job" ;; *) exit 0 ;; esac`,
    sh`else`,
    sh`  there=$(az vm show --ids ${machineIdOf(values)} --query id --output tsv 2>/dev/null) || [ $? = 3 ]`,
    sh`  [ -z "$there" ] || { echo ${words.there[language]} | tee "$note.there"; exit 0; }`,
    sh`fi`,
  ),
});

const remember: Section = { says: 'remember', code: sh`printf '%s\n' "$job" > "$note.job"` };

/** What the first part noted; without a job there is nothing to go on with. */
const goOn = (at: number): Section => ({
  says: 'begun',
  code: lines(noteOf(at), sh`if [ -s "$note.done" ] || [ ! -s "$note.job" ]; then exit 0; fi`, sh`job=$(cat "$note.job")`),
});

const isBack: Section = { says: 'remember', code: sh`date > "$note.done"` };

const reportMissing = (machines: readonly PlannedValues[]): Section => ({
  says: 'end',
  code: lines(
    sh`missing=0`,
    sh`see() {`,
    sh`  if [ "$first_wave" -gt "$2" ] || [ "$2" -gt "$last_wave" ] || [ -s "$notes/$1.done" ] || [ -s "$notes/$1.there" ]; then return; fi`,
    sh`  echo "$3" >&2`,
    sh`  missing=1`,
    sh`}`,
    join(
      machines.map(({ wave, vmName }, at) => sh`see ${at + 1} ${wave} ${vmName}`),
      '\n',
    ),
    sh`exit "$missing"`,
  ),
});

/** First the disks of all machines are asked for; then each comes back in its turn. Run again, it goes on where it stopped. */
export function recoveryScript(values: RecoveryValues, reader: Reader): Script {
  const { folder, machines } = values;
  const { language } = reader;
  const part = (says: 'askForDisks' | 'bringBack', sectionsOf: (values: PlannedValues, at: number) => Section[]): Section[] =>
    machines.map((values, at) => ({ says, about: values.vmName, code: apart(sectionsOf(values, at), values, language) }));
  const sections = [
    ...part('askForDisks', (values, at) => [...opening(values), begun(values, at, language), ...askForDisks(values), remember]),
    ...part('bringBack', (values, at) => [goOn(at), ...opening(values), temporaryFolder, ...endJourney(values, language), isBack]),
    reportMissing(machines),
  ];
  const { text } = compose(frameOf(folder, Math.max(...machines.map(({ wave }) => wave))), sections, reader);
  return { text, does: recoveryDoes(values, language) };
}
