import { temporaryFolder } from './bench-group.ts';
import { isQuick, printResult, progress, rounded } from './bench-result.ts';
import { askRate } from './intake/ask-rate.ts';
import { startAskServer } from './intake/ask-server.ts';
import { recordAskStatements } from './intake/ask-statements.ts';
import { startReplay } from './intake/replay.ts';
import { median } from './quantile.ts';

// Accepted asks a second through HTTP, at 16 clients in one group, against the same statements sent bare.
//
// The baseline is everything that the database must do for an ask, recorded from the running program itself: the same
// Node, driver, pool size, statements, settings and job rows, on the same database in the same minutes. Rounds of the
// two take turns, so that a machine that is slower for a while is slower for both. The program's worker and sealer run
// along in its rounds, as they do in earnest; the baseline has neither.

const clientCount = 16;
const ratioMin = 0.4;
const timesOneClientMin = 4;

const [rounds, seconds] = isQuick ? [1, 5] : [5, 20];
const folder = temporaryFolder();
progress('  recording what one ask sends to the database');
const statements = await recordAskStatements(folder.path);
const server = await startAskServer({ dataDir: folder.path });
const replay = await startReplay(server, statements);
const rates = {
  program: [] as number[],
  baseline: [] as number[],
  oneClient: [] as number[],
  baselineOneClient: [] as number[],
};
try {
  await askRate(server.program.origin, clientCount, isQuick ? 3 : 10);
  await replay.rate(clientCount, isQuick ? 3 : 10);
  for (let round = 1; round <= rounds; round += 1) {
    rates.program.push(await askRate(server.program.origin, clientCount, seconds));
    rates.baseline.push(await replay.rate(clientCount, seconds));
    rates.oneClient.push(await askRate(server.program.origin, 1, seconds / 2));
    rates.baselineOneClient.push(await replay.rate(1, seconds / 2));
    const [program, bare, one, bareOne] = Object.values(rates).map((all) => all.at(-1)?.toFixed());
    progress(`  round ${round}: ${program} asks/s, bare ${bare}/s; with one client ${one}/s, bare ${bareOne}/s`);
  }
} catch (error) {
  progress(server.program.printed().split('\n').filter(isTrouble).slice(0, 20).join('\n'));
  throw error;
} finally {
  await replay.stop();
  await server.stop();
  folder.remove();
}
const [value, baseline, oneClient] = [median(rates.program), median(rates.baseline), median(rates.oneClient)];
const [ratio, timesOneClient] = [value / baseline, value / oneClient];
printResult({
  bench: 'intake',
  value: rounded(value),
  baseline: rounded(baseline),
  ratio: rounded(ratio, 3),
  target: `ratio >= ${ratioMin}, timesOneClient >= ${timesOneClientMin}`,
  met: ratio >= ratioMin && timesOneClient >= timesOneClientMin,
  parts: {
    asksPerSecond: rounded(value),
    asksPerSecondOneClient: rounded(oneClient),
    timesOneClient: rounded(timesOneClient),
    // What this machine's cores and disk leave to gain from many clients at once, whoever sends the statements.
    timesOneClientBaseline: rounded(baseline / median(rates.baselineOneClient)),
    statementsPerAsk: statements.one.length,
    roundsProgram: rates.program.map((rate) => rounded(rate)),
    roundsBaseline: rates.baseline.map((rate) => rounded(rate)),
    roundsBaselineOneClient: rates.baselineOneClient.map((rate) => rounded(rate)),
    roundsOneClient: rates.oneClient.map((rate) => rounded(rate)),
    clientCount,
    seconds,
  },
});

/** Lines of the program's log other than one about an ask that was accepted. */
function isTrouble(line: string): boolean {
  return !/ POST \S+ 303 /.test(line);
}
