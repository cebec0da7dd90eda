import { recoveryDoes } from '../recovery-does';
import { compose, lines, written, type Frame, type Reader, type Script, type Section } from '../script';
import type { PlannedValues, RecoveryValues } from '../values';
import { words, type Language } from '../words';
import { join, ps, remark, type Code } from '../writing';
import { modulesOf } from './dialect';
import { askForDisks, madeRestore } from './disks';
import { frameOf, opening } from './frame';
import { endJourney } from './journey';

const AZ = modulesOf('Az');
const FRAME = frameOf(AZ);

const frameWith = (folder: string, lastWave: number): Frame => ({
  ...FRAME,
  opening: (language) =>
    lines(
      remark(words.parameters[language]),
      ps`param([string]$Notes = (Join-Path $PWD ${folder}), [int]$FirstWave = 1, [int]$LastWave = ${lastWave})`,
      FRAME.opening(language),
      ps`New-Item -ItemType Directory -Path $Notes -Force | Out-Null`,
    ),
});

/** Where it stops, the next machine’s turn comes. */
function apart(sections: readonly Section[], { wave, vmName }: PlannedValues, language: Language): Code {
  return lines(
    ps`if ($FirstWave -le ${wave} -and ${wave} -le $LastWave) {`,
    ps`$left = ''`,
    ps`try {`,
    ...sections.map((section) => written(FRAME, section, language)),
    ps`} catch { [Console]::Error.WriteLine(${vmName} + ': ' + $stopped + ': ' + $doing + '. ' + $_ + $left) }`,
    ps`}`,
  );
}

const noteOf = (at: number): Code => ps`$note = Join-Path $Notes ${String(at + 1)}`;
const noteThere = ps`($note + '.there')`;
const noteJob = ps`($note + '.job')`;
const noteDone = ps`($note + '.done')`;

/** A machine that stands is left alone, and nothing is asked for twice: what was begun is gone on with, unless its job failed. */
function askOnce(values: PlannedValues, at: number, language: Language): Code {
  const { machine } = values;
  const remember: Section = { says: 'remember', code: ps`Set-Content -Path ${noteJob} -Value $job.JobId` };
  return lines(
    noteOf(at),
    ps`if (Test-Path -Path ${noteThere}) { Remove-Item -Path ${noteThere} }`,
    ps`$job = $null`,
    ps`if (Test-Path -Path ${noteJob}) {`,
    madeRestore(AZ, ps`(Get-Content -Path ${noteJob})`).code,
    ps`}`,
    ps`if ($job -and $job.Status -notin @('Failed', 'Cancelled')) { $job.Status }`,
    ps`elseif (-not $job -and (Get-AzVM -ResourceGroupName ${machine.group} -Name ${machine.name} -ErrorAction SilentlyContinue)) {`,
    ps`Set-Content -Path ${noteThere} -Value ${words.there[language]}`,
    ps`Get-Content -Path ${noteThere}`,
    ps`} else {`,
    ...[...askForDisks(AZ, values), remember].map((section) => written(FRAME, section, language)),
    ps`}`,
  );
}

/** Goes on with what the first part noted; without a job there is nothing to go on with. */
function goOn(values: PlannedValues, at: number, language: Language): Code {
  return lines(
    noteOf(at),
    ps`if ((Test-Path -Path ${noteJob}) -and -not (Test-Path -Path ${noteDone})) {`,
    ...[
      ...opening(AZ, values),
      madeRestore(AZ, ps`(Get-Content -Path ${noteJob})`),
      ...endJourney(AZ, values, language),
      { says: 'remember', code: ps`Set-Content -Path ${noteDone} -Value (Get-Date)` } as const,
    ].map((section) => written(FRAME, section, language)),
    ps`}`,
  );
}

const reportMissing = (machines: readonly PlannedValues[]): Section => ({
  says: 'end',
  code: lines(
    ps`$left = ''`,
    ps`$missing = @()`,
    join(
      machines.map(({ wave, vmName }, at) =>
        lines(
          noteOf(at),
          ps`if ($FirstWave -le ${wave} -and ${wave} -le $LastWave -and -not ((Test-Path -Path ${noteDone}) -or (Test-Path -Path ${noteThere}))) {`,
          ps`$missing += ${vmName}`,
          ps`}`,
        ),
      ),
      '\n',
    ),
    ps`if ($missing) { throw ($missing -join ', ') }`,
  ),
});

/** First the disks of all machines are asked for; then each comes back in its turn. Run again, it goes on where it stopped. */
export function recoveryScript(values: RecoveryValues, reader: Reader): Script {
  const { folder, machines } = values;
  const { language } = reader;
  const part = (says: 'askForDisks' | 'bringBack', sectionsOf: (values: PlannedValues, at: number) => Section[]): Section[] =>
    machines.map((values, at) => ({ says, about: values.vmName, code: apart(sectionsOf(values, at), values, language) }));
  const sections = [
    ...part('askForDisks', (values, at) => [...opening(AZ, values), { says: 'begun', code: askOnce(values, at, language) }]),
    ...part('bringBack', (values, at) => [{ says: 'begun', code: goOn(values, at, language) }]),
    reportMissing(machines),
  ];
  const { text } = compose(frameWith(folder, Math.max(...machines.map(({ wave }) => wave))), sections, reader);
  return { text, does: recoveryDoes(values, language) };
}
