import type { Context } from '../context.ts';

/** A group as the front page of a server lists it. */
export interface GroupHere {
  readonly slug: string;
  readonly name: string;
}

/** Groups shown before the page asks the reader to search; a server of ten thousand has its own front page anyway. */
const shownMax = 200;

/** The groups of this server, by name. The demo group is apart: it is nobody's. */
export async function groupsHere(
  context: Pick<Context, 'database'>,
): Promise<{ readonly groups: readonly GroupHere[]; readonly hasDemo: boolean }> {
  const { rows } = await context.database.pools.app.query<GroupHere & { readonly state: string }>(
    `select slug, name, state from groups where state in ('active', 'demo') order by name, slug limit $1`,
    [shownMax],
  );
  return {
    groups: rows.filter((row) => row.state === 'active').map(({ slug, name }) => ({ slug, name })),
    hasDemo: rows.some((row) => row.state === 'demo'),
  };
}
