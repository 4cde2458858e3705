import type { GroupId } from '@barnraise/kernel/ids.ts';
import type pg from 'pg';
import { Client } from 'pg';

import type { PoolConfig } from './pool.ts';

/** Tells those who watch a group that something may have changed, so that they look. */
export type Live = {
  /** Called after a commit that wrote to `changes`. */
  readonly announce: (groupId: GroupId) => void;
  /** Calls `react` whenever the group may have changed, at the latest every half second; gives the way to stop. */
  readonly watch: (groupId: GroupId, react: () => void) => () => void;
  readonly close: () => Promise<void>;
};

export type LiveOptions = {
  readonly app: pg.Pool;
  /** A direct connection for LISTEN. A pooler in transaction mode hears nothing, which only costs time: see `pollMs`. */
  readonly connect: PoolConfig;
  readonly onError?: (error: Error) => void;
};

const channel = 'barnraise_changes';
/** A process sends at most one NOTIFY in this time, for all its groups together. */
const notifyPauseMs = 100;
/** The truth: notifications may be lost, looking again may not. */
const pollMs = 500;
/** A NOTIFY carries at most 8,000 bytes; with more groups than this it says "look at everything". */
const groupsPerNoticeMax = 200;

/**
 * Notices travel after the commit and outside any transaction: a NOTIFY inside writing transactions makes all of them
 * commit one after the other (7,194 commits a second became 1,380).
 */
export function openLive(options: LiveOptions): Live {
  const watchers = new Map<GroupId, Set<() => void>>();
  const announced = new Set<GroupId>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const tell = (groupIds: Iterable<GroupId>): void => {
    for (const groupId of groupIds) for (const react of watchers.get(groupId) ?? []) react();
  };
  const send = (): void => {
    timer = undefined;
    const text = announced.size > groupsPerNoticeMax ? '*' : [...announced].join(' ');
    announced.clear();
    options.app.query('select pg_notify($1, $2)', [channel, text]).catch((error: Error) => options.onError?.(error));
  };
  const poll = setInterval(() => tell(watchers.keys()), pollMs);
  poll.unref();
  const hear = (text: string): void => tell(text === '*' ? watchers.keys() : (text.split(' ') as GroupId[]));
  // A connection of its own, so only for processes in which somebody watches.
  let listener: Promise<Client | undefined> | undefined;

  return {
    announce: (groupId) => {
      if (isClosed) return;
      announced.add(groupId);
      timer ??= setTimeout(send, notifyPauseMs);
    },
    watch: (groupId, react) => {
      listener ??= listen(options, hear);
      const reactions = watchers.get(groupId) ?? new Set();
      watchers.set(groupId, reactions.add(react));
      return () => {
        reactions.delete(react);
        if (reactions.size === 0 && watchers.get(groupId) === reactions) watchers.delete(groupId);
      };
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      clearInterval(poll);
      await (await listener)?.end();
    },
  };
}

/** Without a listener (it could not connect, or its connection broke) the poll alone goes on. */
async function listen(options: LiveOptions, onNotice: (text: string) => void): Promise<Client | undefined> {
  const client = new Client({ ...options.connect, application_name: 'barnraise live' });
  client.on('error', (error) => options.onError?.(error));
  client.on('notification', ({ payload = '' }) => onNotice(payload));
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    return client;
  } catch (error) {
    options.onError?.(error as Error);
    await client.end().catch(() => undefined);
    return undefined;
  }
}
