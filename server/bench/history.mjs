import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { globalId } from '../dist/access/graphql/global-id.js';
import { systemClock } from '../dist/clock/clock.js';
import { readSettings } from '../dist/config/settings.js';
import { Database } from '../dist/database/database.js';
import { entities } from '../dist/entities.js';
import { importHistory } from '../dist/history/import-history.js';
import { readHistory } from '../dist/history/read-history.js';
import { PluginRegistry } from '../dist/plugins/registry.js';
import { startChild } from './child.mjs';

const ITEMS = 10;
/** 46,000 submissions, each with its score: as many as the two modules of the example have. */
const COHORTS = [2000, 2000, 600];
const IMPORT_SECONDS = 40;
const REPORT_SECONDS = 5;

const day = (offset) => new Date(Date.UTC(2025, 1, 3 + offset)).toISOString().slice(0, 10);

/** A folder of histories in which nobody is like the next one, from no chance but the numbers of people and items. */
function writeFolder(folder) {
  const items = Array.from({ length: ITEMS }, (_, n) => ({
    key: `task-${n}`,
    kind: 'TASK',
    title: { en: `Task ${n}`, 'zh-CN': `任务 ${n}` },
    requirement: 'REQUIRED',
    due: { anchor: 'START', offset: 14 * (n + 1), unit: 'DAY' },
    task: { deliverable: 'NONE' },
  }));
  const definition = {
    format: 'planwright/1',
    key: 'history-bench',
    title: { en: 'History', 'zh-CN': '历史' },
    stages: [{ key: 'all', title: { en: 'All', 'zh-CN': '全部' }, items }],
    outcomes: [{ metric: 'team-performance', smallestEffect: 2 }],
  };
  mkdirSync(path.join(folder, 'plans'), { recursive: true });
  writeFileSync(path.join(folder, 'plans', 'all.yaml'), JSON.stringify(definition));
  const [people, cohorts, enrolments] = [['key,name'], ['key,name,plan,starts_on'], ['cohort,person']];
  const [events, measurements] = [['cohort,person,at,event,item,score'], ['metric,person,measured_on,value,baseline']];
  for (const [c, size] of COHORTS.entries()) {
    cohorts.push(`c${c},History ${c},all,${day(0)}`);
    for (let p = 0; p < size; p += 1) {
      const person = `c${c}-p${p}`;
      people.push(`${person},Person ${c} ${p}`);
      enrolments.push(`c${c},${person}`);
      measurements.push(`team-performance,${person},${day(-20)},${60 + (p % 17)},yes`);
      measurements.push(`team-performance,${person},${day(200)},${62 + ((p * 7) % 19)},`);
      for (let i = 0; i < ITEMS; i += 1) {
        const at = day(14 * (i + 1) - 5 + ((p * 31 + i * 17) % 8));
        events.push(
          `c${c},${person},${at},submit,task-${i},`,
          `c${c},${person},${at},score,task-${i},${50 + ((p * i) % 50)}`,
        );
      }
    }
  }
  const tables = { people, cohorts, enrolments, events, measurements };
  for (const [name, lines] of Object.entries(tables))
    writeFileSync(path.join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
}

/** Takes 46,000 submissions over, once more to see that nothing is added, and asks for the report of 2,000 people. */
export async function benchHistory({ appUrl, ownerUrl, data }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'planwright-history-bench-'));
  const database = await Database.open({ url: appUrl, entities, poolSize: 4, statementTimeoutMs: 300_000 });
  const server = await startChild('./planwright-server.mjs', { appUrl, ownerUrl });
  try {
    writeFolder(folder);
    const { folders, cacheFolder } = readSettings({}).plugins;
    const log = pino({ level: 'silent' });
    const registry = await PluginRegistry.start({ database, log, folders, cacheFolder, now: systemClock.real() });
    const workspace = { id: data.workspace, timeZone: 'Asia/Shanghai' };
    const take = async () =>
      importHistory({ database, clock: systemClock, registry }, workspace, await readHistory(folder), {
        strict: false,
        dryRun: false,
      });
    console.log('\nA history of 4,600 people in 3 cohorts: 46,000 submissions with as many scores');
    const first = await timed('imported', IMPORT_SECONDS, take);
    if (first.notTaken.length > 0) throw new Error(`not taken: ${JSON.stringify(first.notTaken[0])}`);
    const again = await timed('imported again, which adds nothing', undefined, take);
    if (again.people + again.measurements > 0 || again.cohorts.some(({ rows }) => rows > 0))
      throw new Error('a second import added something');
    const cohortId = globalId('Cohort', first.cohorts[0].cohortId);
    const query = `query($id: ID!) { evaluationReport(cohortId: $id) { headline flow { key count } findings { title edits } correlations { n } manifest } }`;
    const report = async () => {
      const response = await fetch(server.ready, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-app-csrf': '1', authorization: `Bearer ${data.token}` },
        body: JSON.stringify({ query, variables: { id: cohortId } }),
      });
      const answer = await response.json();
      if (answer.errors || !answer.data.evaluationReport) throw new Error(JSON.stringify(answer));
    };
    await timed('report of 2,000 people through GraphQL, the first time', REPORT_SECONDS, report);
    await timed('the same, warm', REPORT_SECONDS, report);
  } finally {
    await server.stop();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(what, most, work) {
  const start = performance.now();
  const before = process.cpuUsage();
  const answer = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const verdict =
    most === undefined ? '' : seconds <= most ? `  holds (at most ${most})` : `  DOES NOT HOLD (at most ${most})`;
  console.log(
    `  ${what.padEnd(58)} ${seconds.toFixed(2).padStart(8)} s   [${((user + system) / 1e6).toFixed(2)} s CPU here]${verdict}`,
  );
  return answer;
}
