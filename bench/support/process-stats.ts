import { readFileSync } from 'node:fs';

/** What Linux says of a process; other systems say it in other places, and then there is nothing to show. */
export interface ProcessStats {
  /** Processor time of all its threads since it started, in user and system mode. */
  cpuMs: number;
  rssMb: number;
  /** The most it ever had. */
  peakRssMb: number;
}

/** The kernel counts processor time in these, whatever its own clock. */
const TICKS_PER_SECOND = 100;

export function processStats(pid: number): ProcessStats | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name, in brackets, may hold blanks: the fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const megabytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN) / 1024;
    return {
      cpuMs: (ticks * 1000) / TICKS_PER_SECOND,
      rssMb: megabytes('VmRSS'),
      peakRssMb: megabytes('VmHWM'),
    };
  } catch {
    // Not Linux, or the process has ended.
    return null;
  }
}
