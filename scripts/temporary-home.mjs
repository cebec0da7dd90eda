// One folder for everything a run puts aside. It goes with the run, or, when that was killed, with the next one.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'tresor-run-';

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

function removeThoseOfTheDead(parent) {
  for (const name of readdirSync(parent)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) remove(join(parent, name));
  }
}

/** From now on this process, and whatever it starts, makes its temporary files in a folder that is removed when it ends. */
export function moveIntoTemporaryHome() {
  const parent = tmpdir();
  removeThoseOfTheDead(parent);
  const home = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = home;
  process.once('exit', () => remove(home));
}

/** As the global set-up of a test runner. */
export default moveIntoTemporaryHome;
