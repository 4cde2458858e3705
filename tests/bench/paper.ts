import { newShortCode } from '@barnraise/kernel/short-code.ts';
import { drawWorkOrders, type WorkOrder } from '@barnraise/server/paper/work-order.ts';
import { wordsFor } from '@barnraise/server/words/words.ts';

import { isQuick, printResult, rounded } from './bench-result.ts';
import { median } from './quantile.ts';

// Two hundred work orders on a hundred sheets, drawn while the program has other things to do: beside the time of the
// whole, the longest time for which nobody else's turn came.

const orders = 200;
const rounds = isQuick ? 2 : 7;
const secondsMax = 2;
const blockedMsMax = 250;

const order = (no: number): WorkOrder => ({
  code: newShortCode(new Uint8Array([no, no * 3, 7, 9, 200, 31, no * 5, 1]).map((byte) => byte % 256)),
  link: `https://b.example.org/harbor-street/paper/outcome?code=${no}`,
  box: 'outcome',
  what: 'Food boxes: 8 food boxes',
  amount: '8 food boxes',
  lines: [
    ['When', 'Tue, Mar 3, 10:00 AM to 12:00 PM'],
    ['Who does it', 'Sven'],
    ['For', 'Odalys Ferrer'],
    ['Phone', '(304) 555-0144'],
    ['Where', `${no} Mill Lane · the red gate, second floor`],
    ['Size, brand, what not to bring', 'no pork'],
  ],
  heed: [
    ['Allergy', 'peanuts'],
    ['Dog', 'Not asked'],
    ['Stairs', 'Three floors'],
  ],
});

const seconds: number[] = [];
const cpuSeconds: number[] = [];
let blockedMs = 0;
let bytes = 0;
for (let round = 0; round < rounds; round += 1) {
  let last = performance.now();
  const turns = setInterval(() => {
    blockedMs = Math.max(blockedMs, performance.now() - last);
    last = performance.now();
  }, 1);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const pdf = await drawWorkOrders({
    groupName: 'Juniper Flats Mutual Aid',
    orders: Array.from({ length: orders }, (_, no) => order(no)),
    typeLink: 'https://barnraise.example.org/juniper-flats/paper/outcome',
    shredOn: Date.UTC(2026, 2, 17),
    zone: 'America/Denver',
    size: 'letter',
    t: wordsFor('en'),
  });
  seconds.push((performance.now() - startedAt) / 1000);
  const cpu = process.cpuUsage(cpuBefore);
  cpuSeconds.push((cpu.user + cpu.system) / 1e6);
  clearInterval(turns);
  bytes = pdf.length;
}
const value = rounded(median(seconds));
printResult({
  bench: 'paper',
  value,
  baseline: null,
  ratio: null,
  target: `seconds <= ${secondsMax}, blockedMs <= ${blockedMsMax}`,
  met: value <= secondsMax && blockedMs <= blockedMsMax,
  parts: {
    sheets: orders / 2,
    seconds: value,
    cpuSeconds: rounded(median(cpuSeconds)),
    slowestSeconds: rounded(Math.max(...seconds)),
    blockedMs: rounded(blockedMs),
    bytes,
  },
});
