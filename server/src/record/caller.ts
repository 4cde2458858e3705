import type { Actor } from '@barnraise/kernel/actor.ts';
import type { GroupId } from '@barnraise/kernel/ids.ts';

/**
 * Who acts, bound to the group they were checked for. Commands take the group from here and never from their input,
 * so the rights of one group cannot be used on another.
 */
export interface Caller {
  readonly groupId: GroupId;
  readonly actor: Actor;
}

/** The actor as two columns: what sort it is, and its id where it has one. */
export function actorColumns(actor: Actor): { actor_kind: Actor['kind']; actor_id: string | null } {
  switch (actor.kind) {
    case 'member':
      return { actor_kind: actor.kind, actor_id: actor.memberId };
    case 'neighbor':
    case 'helper':
      return { actor_kind: actor.kind, actor_id: actor.personId };
    case 'remote':
      return { actor_kind: actor.kind, actor_id: actor.groupId };
    case 'public':
    case 'system':
      return { actor_kind: actor.kind, actor_id: null };
  }
}
