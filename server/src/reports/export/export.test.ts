import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { pdf } from 'pdf-to-img';
import readExcelFile from 'read-excel-file/node';
import { plusMs } from '../../clock/clock.js';
import {
  act,
  ask,
  enrol,
  makeCohort,
  makeWorld,
  moveClock,
  type PlanWorld,
  personId,
  startPlan,
} from '../../enrolments/testing/plan-world.js';
import type { TestPerson } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { expiredReportFiles } from './expired-report-files.js';

let server: TestServer;
let world: PlanWorld;
let cohortId: string;

const EXPORT = `mutation ($input: ExportReportInput!) { exportReport(input: $input) { url userErrors { code path } } }`;
const BUNDLE = `mutation ($input: ExportBundleInput!) { exportBundle(input: $input) { url userErrors { code path } } }`;
const MEASURE =
  'mutation ($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { recorded userErrors { code } } }';

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeWorld(server);
  const running = await startPlan(world);
  cohortId = running.cohortId;
  const people = [world.learner];
  for (let i = 0; i < 8; i += 1) people.push(await world.workspace.person({ name: `=P${i}`, department: world.sales }));
  const more = await enrol(world, cohortId, people.slice(1), world.mentor);
  for (const [i, enrolmentId] of [running.enrolmentId, ...more].entries())
    if (i < 6) await act(world, people[i] as TestPerson, enrolmentId, 'course', 'COMPLETE', { minutes: 20 + 10 * i });
  await moveClock(server, '2026-01-12T01:00:00.000Z');
  for (const [measuredOn, baseline] of [
    ['2026-01-02', true],
    ['2026-01-11', false],
  ] as const) {
    const rows = people.map((person, i) => ({
      personId: personId(person),
      value: baseline ? 60 + i : 63 + 1.5 * i,
      measuredOn,
      baseline,
    }));
    await ask(server, MEASURE, { input: { metricKey: 'team-performance', rows } }, { as: world.hr });
  }
  const ids = people.map(({ id }) => id);
  await surveyed('LEARNER', [5, 4, 4, 5, 3, 5, 4], ids, ids);
  await surveyed('TEAM', [5, 5, 4, 2, 2, 1, 4, 5, 4, 2], ids, ids.slice(0, 2));
  // Five answers, of four people: too few to be told.
  await surveyed('SUPERIOR', [5, 5, 5, 1, 4], ids.slice(0, 4), ids);
});
afterAll(() => server?.stop());

/** A survey that is over: what people said to one statement on a scale of five. Learners answer about nobody. */
async function surveyed(
  respondents: 'SUPERIOR' | 'TEAM' | 'LEARNER',
  values: readonly number[],
  people: readonly string[],
  about: readonly string[],
) {
  const questions = [{ key: 'goals', text: { 'zh-CN': '目标清楚', en: 'Goals are clear' }, scale: 5 }];
  const [round] = await server.sql.rows<{ id: string }>(
    `insert into survey_round (workspace_id, cohort_id, respondents, questions, opens_on, closes_on, created_at, created_by)
     select workspace_id, id, $1, $2::jsonb, '2026-01-06', '2026-01-10', now(), $3::uuid from cohort limit 1 returning id`,
    [respondents, JSON.stringify(questions), world.hr.id],
  );
  for (const [i, value] of values.entries()) {
    const subject = about[i % about.length];
    await server.sql.rows(
      `insert into survey_invitation (workspace_id, round_id, about_id, respondent_id, answered_on)
       select workspace_id, id, $2::uuid, $3::uuid, '2026-01-09' from survey_round where id = $1::uuid`,
      [round?.id, subject, people[i % people.length]],
    );
    await server.sql.rows(
      `insert into survey_answer (workspace_id, round_id, about_id, values, score)
       select workspace_id, id, $2::uuid, $3::jsonb, $4 from survey_round where id = $1::uuid`,
      [round?.id, respondents === 'LEARNER' ? null : subject, JSON.stringify({ goals: value }), (value - 1) * 25],
    );
  }
}

const fetchFile = async (url: string, as: TestPerson | null = world.hr) =>
  fetch(new URL(url, server.running.api.url), {
    headers: as ? { authorization: `Bearer ${await server.token(as)}` } : {},
  });
async function file(format: string, language: 'zh-CN' | 'en' = 'zh-CN', as = world.hr): Promise<Buffer> {
  const made = await ask(
    server,
    EXPORT,
    { input: { cohortId, format } },
    { as, headers: { 'accept-language': language } },
  );
  expect(made.userErrors).toEqual([]);
  const answer = await fetchFile(made.url);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  return Buffer.from(await answer.arrayBuffer());
}

async function pixels(png: Buffer): Promise<{ width: number; height: number; data: Uint8ClampedArray }> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const drawing = canvas.getContext('2d');
  drawing.drawImage(image, 0, 0);
  return drawing.getImageData(0, 0, image.width, image.height);
}

describe('a report as a file', () => {
  test('JSON holds the figures, the findings and the manifest', async () => {
    const { report, manifest } = JSON.parse((await file('JSON')).toString('utf8'));
    expect(report.process[0]).toMatchObject({ key: 'completion', count: 6, of: 27 });
    expect(manifest.planVersions).toHaveLength(1);
    expect(manifest.queries[0].resultSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('CSV opens in a spreadsheet: its mark, the same width in each line, numbers as numbers', async () => {
    const text = (await file('CSV')).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const rows: string[][] = parse(text, { bom: true });
    const completion = rows.find(([section, item]) => section === '过程' && item === '完成率');
    expect(completion?.slice(5, 7)).toEqual(['6', '27']);
    expect(Number(completion?.[2])).toBeCloseTo(6 / 27, 12);
  });

  test('CSV has its dates as programs read them, and no digest longer than an eye compares', async () => {
    const text = (await file('CSV')).toString('utf8');
    const rows: string[][] = parse(text, { bom: true });
    const made = rows.find(([, item]) => item === '生成时间');
    expect(made?.[2]).toMatch(/^2026-01-12T09:00:0\d\+08:00$/);
    expect(rows.find(([section, item]) => section === '清单' && item === '期次 · 开始')?.[2]).toBe('2026-01-05');
    expect(text).not.toMatch(/[0-9a-f]{32}/);
  });

  test('XLSX has a sheet for each section, read back by another library', async () => {
    const sheets = await readExcelFile(await file('XLSX', 'en'));
    const byName = new Map(sheets.map(({ sheet, data }) => [sheet, data]));
    expect([...byName.keys()]).toEqual(expect.arrayContaining(['Summary', 'Process', 'Outcomes', 'Manifest']));
    expect(byName.get('Process')?.[1]?.slice(0, 1)).toEqual(['Completion']);
    expect(byName.get('Process')?.[1]?.slice(4)).toEqual([6, 27]);
  });

  test('holds how many agree with each statement of a survey, with the interval, in every format', async () => {
    // 6 of 7; Wilson by R: prop.test(6, 7, correct = FALSE)
    const [low, high] = [0.4869, 0.9743];
    const rows: string[][] = parse((await file('CSV')).toString('utf8'), { bom: true });
    const learners = rows.find(([section, item]) => section === '满意度' && item === '学员：目标清楚');
    expect(learners?.slice(5, 7)).toEqual(['6', '7']);
    expect(Number(learners?.[2])).toBeCloseTo(6 / 7, 12);
    expect([Number(learners?.[3]), Number(learners?.[4])]).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
    expect(rows.filter(([section]) => section === '满意度').map((row) => row[6])).toEqual(['答案数', '10', '7']);

    const sheets = await readExcelFile(await file('XLSX', 'en'));
    const sheet = sheets.find((each) => each.sheet === 'Satisfaction')?.data;
    expect(sheet?.[0]?.slice(0, 6)).toEqual(['Item', 'Agree', 'Low', 'High', 'Agreeing', 'Answers']);
    expect(sheet?.map((row) => row[0])).toEqual(['Item', 'Team members: Goals are clear', 'Learners: Goals are clear']);

    const { report } = JSON.parse((await file('JSON')).toString('utf8'));
    const team = report.ratings.find((line: { respondents: string }) => line.respondents === 'TEAM');
    expect(team.agree).toMatchObject({ count: 6, of: 10 });
  });

  test('holds how long people took where five said so, and not where four did', async () => {
    const rows: string[][] = parse((await file('CSV')).toString('utf8'), { bom: true });
    const times = rows.filter(([section]) => section === '学习用时（分钟）');
    expect(times.map((row) => row.slice(2, 5))).toEqual([
      ['人数', '计划用时', '中位数'],
      ['6', '', '45'],
      expect.arrayContaining(['6', '45']),
    ]);
  });

  test('PDF shows Chinese text where its first page is drawn', async () => {
    const printed = await file('PDF');
    const pages = await pdf(printed, { scale: 2 });
    expect(pages.length).toBeGreaterThan(1);
    const { width, height, data } = await pixels(await pages.getPage(1));
    // The answer stands in a tinted box under the title. A letter that the font lacks would be an empty frame: Chinese
    // letters are much denser than that.
    const inked = [...Array(width * height).keys()].filter((at) => (data[at * 4] ?? 255) < 128).length;
    expect(inked / (width * height)).toBeGreaterThan(0.01);
    expect(printed.toString('latin1')).toMatch(/NotoSansSC/);
  });
});

describe('the bundle', () => {
  const made = async (): Promise<string> => {
    const answer = await ask(server, BUNDLE, { input: { cohortId } }, { as: world.hr });
    const zip = unzipSync(new Uint8Array(await (await fetchFile(answer.url)).arrayBuffer()));
    const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
    for (const [name, content] of Object.entries(zip)) writeFileSync(path.join(folder, name), content);
    return folder;
  };
  const runs = (command: string): boolean => {
    try {
      execFileSync(command, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  const status = (command: string, script: string, cwd: string): number => {
    try {
      execFileSync(command, [script], { cwd, stdio: 'pipe' });
      return 0;
    } catch (error) {
      return (error as { status: number }).status;
    }
  };

  test('names nobody', async () => {
    const folder = await made();
    const ratings: Record<string, string>[] = parse(readFileSync(path.join(folder, 'ratings.csv'), 'utf8'), {
      columns: true,
    });
    expect(ratings.map(({ respondents, count, of }) => [respondents, count, of])).toEqual([
      ['TEAM', '6', '10'],
      ['LEARNER', '6', '7'],
    ]);
    const people = readFileSync(path.join(folder, 'people.csv'), 'utf8');
    for (const name of ['Li', 'P0', world.learner.id]) expect(people).not.toContain(name);
    expect(parse(people, { columns: true })).toHaveLength(9);
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['python3', 'recompute.py'],
    ['Rscript', 'recompute.R'],
  ])('%s computes the same figures, and fails on a changed row', async (command, script) => {
    if (!runs(command)) {
      process.stdout.write(`${command} is not on this machine: ${script} was not run\n`);
      return;
    }
    const folder = await made();
    expect(status(command, script, folder)).toBe(0);
    const file = path.join(folder, 'people.csv');
    const [header = '', first = '', ...rest] = readFileSync(file, 'utf8').split('\r\n');
    const cells = first.split(',');
    cells[cells.length - 1] = '1000';
    writeFileSync(file, [header, cells.join(','), ...rest].join('\r\n'));
    expect(status(command, script, folder)).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

describe('a link to a file', () => {
  test('works for ten minutes, and a forged one never', async () => {
    const { url } = await ask(server, EXPORT, { input: { cohortId, format: 'JSON' } }, { as: world.hr });
    expect((await fetchFile(url)).status).toBe(200);
    expect((await fetchFile(url.replace(/files\/..../, 'files/AAAA'))).status).toBe(404);
    await moveClock(server, '2026-01-12T01:10:00.001Z');
    const gone = await fetchFile(url);
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain('请回到报告重新导出');
  });

  test('works for the session that made it and for nobody else, and no longer than that is open', async () => {
    const { url } = await ask(server, EXPORT, { input: { cohortId, format: 'JSON' } }, { as: world.hr });
    expect((await fetchFile(url, null)).status).toBe(404);
    expect((await fetchFile(url, world.admin)).status).toBe(404);
    expect((await fetchFile(url)).status).toBe(200);
    const token = await server.token(world.hr);
    await server.execute('mutation { signOut { userErrors { code } } }', {}, { as: token });
    expect((await fetchFile(url)).status).toBe(404);
    await server.sql.rows('update session set revoked_at = null where person_id = $1', [world.hr.id]);
    await server.sql.rows('delete from report_file');
  });

  test('ends with its file: what nobody can fetch any more is deleted, and nothing else', async () => {
    const kept = async () =>
      (await server.sql.rows<{ n: number }>('select count(*)::int as n from report_file'))[0]?.n ?? -1;
    const sweep = expiredReportFiles({ database: server.database, clock: server.clock });
    await sweep.doDue();
    await file('CSV');
    expect(await kept()).toBe(1);
    expect(await sweep.nextDueAt()).toBe(plusMs(server.clock.real(), 600_000));
    expect([await sweep.doDue(), await kept()]).toEqual([0, 1]);
    await moveClock(server, plusMs(server.clock.real(), 600_000));
    // The server's own timer may have been first.
    await sweep.doDue();
    expect(await kept()).toBe(0);
    expect(await sweep.nextDueAt()).toBeUndefined();
  });

  test('is given to those alone who read reports, and only where somebody is enrolled', async () => {
    for (const as of [world.designer, world.mentor, world.learner]) {
      const answer = await server.execute(EXPORT, { input: { cohortId, format: 'CSV' } }, { as });
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const empty = await makeCohort(world, 'small', '2026-02-02');
    const answer = await ask(server, EXPORT, { input: { cohortId: empty, format: 'CSV' } }, { as: world.hr });
    expect(answer).toMatchObject({ url: null, userErrors: [{ code: 'INVALID', path: ['cohortId'] }] });
  });
});
