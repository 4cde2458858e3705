import type { GroupId } from '@barnraise/kernel/ids.ts';

import { allGroups } from '../all-groups.ts';
import type { Database } from '../database.ts';
import { sealGroup } from './seal-group.ts';

export type Sealer = {
  /** Told after each commit: this group may have something to seal. */
  readonly note: (groupId: GroupId) => void;
  /** Seals what was noted, and stops. */
  readonly stop: () => Promise<void>;
};

/** Half of the two seconds that the chain may lag behind; the other half is for the work itself. */
const pauseMs = 1000;

/**
 * Every process seals what it wrote itself, a second later and in batches. What a killed process left behind is found by
 * {@link sealAllGroups}, which each worker runs when it starts and again and again.
 */
export function startSealer(database: Database, onError: (error: unknown) => void): Sealer {
  const noted = new Set<GroupId>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  const sealNoted = async (): Promise<void> => {
    timer = undefined;
    const groupIds = [...noted];
    noted.clear();
    for (const groupId of groupIds) await sealGroup(database, groupId).catch(onError);
  };
  return {
    note: (groupId) => {
      noted.add(groupId);
      if (!isStopped) timer ??= setTimeout(() => (running = running.then(sealNoted)), pauseMs).unref();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
      await sealNoted();
    },
  };
}

/** Seals every group that has something to seal. */
export async function sealAllGroups(database: Database): Promise<number> {
  let sealed = 0;
  for (const id of await allGroups(database)) sealed += await sealGroup(database, id);
  return sealed;
}
