import { AskClient } from './ask-server.ts';

let lastNo = 0;

/** Numbers nobody has asked under yet. */
export function nextAskNo(): number {
  lastNo += 1;
  return lastNo;
}

/** Accepted asks a second, by so many clients that each post the next form when the last one was answered. */
export async function askRate(origin: string, clientCount: number, seconds: number): Promise<number> {
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let accepted = 0;
  const clients = Array.from({ length: clientCount }, () => new AskClient(origin));
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < endsAt) {
        const answer = await client.ask(nextAskNo());
        if (answer.status !== 303 || !answer.location.includes('/r/')) {
          throw new Error(`An ask was answered with ${answer.status} ${answer.location}.`);
        }
        accepted += 1;
      }
      client.close();
    }),
  );
  return accepted / ((performance.now() - startedAt) / 1000);
}
