import { parseArgs } from 'node:util';
import { report, type Language } from '@tresor/contracts/doctor';
import { brokenIn, examineEnvironment } from './doctor/command';

/** The language of the terminal, where none is asked for. */
function languageOf(asked: string | undefined): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^de/i.test(asked ?? (LC_ALL || LC_MESSAGES || LANG || '')) ? 'de' : 'en';
}

const { values } = parseArgs({ options: { language: { type: 'string' }, record: { type: 'string' } } });
const results = await examineEnvironment(process.env, values.record);
process.stdout.write(`${report(results, languageOf(values.language))}\n`);
process.exit(brokenIn(results).length === 0 ? 0 : 1);
