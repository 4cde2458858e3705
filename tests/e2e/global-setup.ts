import { ensureBuilt } from '../../web/build.ts';

/** The pages are built once for all browser tests, which then start the program as people do. */
export async function setup(): Promise<void> {
  await ensureBuilt();
}
