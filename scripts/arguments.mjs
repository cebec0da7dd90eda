import { parseArgs } from 'node:util';
import { fail } from './prepare.mjs';

/** @param {[string, { hint?: string }]} option */
const shown = ([name, { hint }]) => (hint ? `--${name} ${hint}` : `--${name}`);

/**
 * What stands on the command line, or the end of the process with one sentence that says what may stand there. Options are those of
 * `parseArgs`; `hint` tells of their values, `positional` of what may stand beside them.
 * @template {Record<string, import('node:util').ParseArgsOptionDescriptor & { hint?: string }>} const Options
 * @param {Options} [options]
 * @param {string} [positional]
 * @returns {ReturnType<typeof parseArgs<{ options: Options }>>['values'] & { positionals: string[] }}
 */
export function readArguments(options, positional) {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: positional !== undefined });
    return { ...values, positionals };
  } catch (error) {
    const known = [...(positional ? [positional] : []), ...Object.entries(options ?? {}).map(shown)];
    const reason = error.message.split(/[\n.]/)[0];
    return fail(`${reason}. ${known.length > 0 ? `Known: ${known.join(', ')}.` : 'This command takes none.'}`);
  }
}
