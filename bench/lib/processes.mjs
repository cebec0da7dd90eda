import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const MIB = 1024 * 1024;
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** A line of what Linux says of a process, in MiB. */
function memoryOf(pid, line) {
  const found = new RegExp(`^${line}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return (Number(found?.[1]) * 1024) / MIB;
}

/** Resident memory of a process in MiB (Linux). */
export const residentMiB = (pid) => memoryOf(pid, 'VmRSS');

/** Begins to watch for the most resident memory of a process; answers it in MiB when asked (Linux). */
export function watchPeak(pid) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return () => memoryOf(pid, 'VmHWM');
}

/** CPU time a process has used so far, in milliseconds (Linux; ten milliseconds fine). */
export function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000;
}
