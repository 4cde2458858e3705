import { openContextFromEnv } from '../context.ts';
import { makeDemo } from '../demo/make-demo.ts';
import type { Command } from './command.ts';

export const demo: Command = {
  usage: '',
  summary: 'Makes the demo group at /demo, unless it is there.',
  details: 'Its people and places are invented. It is marked as a demo, and its group lead can delete it.',
  run: async () => {
    const context = await openContextFromEnv();
    try {
      await makeDemo(context, console.log);
      return 0;
    } finally {
      await context.close();
    }
  },
};
