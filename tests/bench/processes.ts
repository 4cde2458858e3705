import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What the system says about processes (Linux only, proc(5)). The database's processes belong to no terminal and outlive
 * the program that started them, so they are found by its data folder and not as children.
 */
export interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** User and system time since it started. */
  readonly cpuMs: number;
}

/** Ticks of the clock in which proc(5) counts; 100 a second on every Linux that Node runs on. */
const tickMs = 10;

export function allProcesses(): readonly ProcessLine[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .flatMap((pid) => readProcess(pid) ?? []);
}

function readProcess(pid: number): ProcessLine | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses, which may hold spaces.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent = 0, userTicks = 0, systemTicks = 0] = [fields[0], fields[10], fields[11]].map(Number);
    // It has ended, and only its parent has not noticed.
    if (state === 'Z') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, parent, command, cpuMs: (userTicks + systemTicks) * tickMs };
  } catch {
    return undefined;
  }
}

/** A process and everything it started, and what those started. */
export function familyOf(pid: number): readonly ProcessLine[] {
  const all = allProcesses();
  const family = all.filter((one) => one.pid === pid);
  for (const member of family) family.push(...all.filter((one) => one.parent === member.pid));
  return family;
}

/** The server of a data folder with its processes for connections and upkeep. */
export function databaseOf(dataDir: string): readonly ProcessLine[] {
  const pid = Number(readFileSync(path.join(clusterFolder(dataDir), 'postmaster.pid'), 'utf8').split('\n')[0]);
  return familyOf(pid);
}

function clusterFolder(dataDir: string): string {
  try {
    return readFileSync(path.join(dataDir, 'postgresql.location'), 'utf8').trim();
  } catch {
    return path.join(dataDir, 'postgresql');
  }
}

export function cpuMsOf(processes: readonly ProcessLine[]): number {
  return processes.reduce((sum, one) => sum + one.cpuMs, 0);
}

/** Memory in MB (of 1,000,000 bytes), with what processes share divided among them: the proportional set size. */
export function pssMb(processes: readonly ProcessLine[]): number {
  const ofOne = ({ pid }: ProcessLine): number => {
    try {
      const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
      return (Number(kibibytes ?? 0) * 1024) / 1_000_000;
    } catch {
      return 0;
    }
  };
  return processes.reduce((sum, one) => sum + ofOne(one), 0);
}
