import { openContextFromEnv } from '../context.ts';
import { makeDemo } from '../demo/make-demo.ts';

/** `barnraise demo`: makes the demo group on this server, unless it is there. */
export async function demo(): Promise<number> {
  const context = await openContextFromEnv();
  try {
    await makeDemo(context, console.log);
    return 0;
  } finally {
    await context.close();
  }
}
