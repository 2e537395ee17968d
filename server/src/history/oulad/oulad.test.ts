import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plainDateIn } from '@planwright/schema/time';
import { globalId } from '../../access/graphql/global-id.js';
import { readPersonRows } from '../../outcomes/read-person-rows.js';
import { DefinitionCache } from '../../plans/definition-cache.js';
import { buildReport } from '../../reports/analysis/build-report.js';
import { readTableFile } from '../../tables/read-table-file.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { tableFile } from '../table-file.js';
import { codesOf, folderOf, importFolder } from '../testing/history-host.js';
import { convertOulad } from './convert-oulad.js';
import type { MessyParts } from './messy-parts.js';
import { readOulad } from './oulad-rows.js';

// The real tables are 46,000 submissions.
let server: TestServer;
const folders: string[] = [];
beforeAll(async () => {
  server = await startTestServer({ now: '2026-03-02T02:00:00.000Z' });
});
afterAll(async () => {
  await server?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function convert(dataset: string): Promise<{ out: string; messy: MessyParts }> {
  const out = mkdtempSync(path.join(tmpdir(), 'planwright-oulad-'));
  folders.push(out);
  return { out, messy: await convertOulad(await readOulad(dataset), out) };
}

/** Shares as anybody would count them from the tables, knowing nothing of Planwright: by presentation. */
async function countPlainly(
  dataset: string,
): Promise<
  Map<string, { people: number; done: number; needed: number; onTime: number; dueOf: number; passed: number }>
> {
  const rows = async (name: string) => {
    const table = await readTableFile(path.join(dataset, tableFile(dataset, name) ?? ''));
    const all = [];
    for await (const { cells } of table.rows) all.push(cells);
    return all;
  };
  const assessments = await rows('assessments');
  const submitted = new Map(
    (await rows('studentAssessment')).map((row) => [`${row.id_student} ${row.id_assessment}`, row]),
  );
  const totals = new Map<
    string,
    { people: number; done: number; needed: number; onTime: number; dueOf: number; passed: number }
  >();
  for (const student of await rows('studentInfo')) {
    const run = `${student.code_module} ${student.code_presentation}`;
    const total = totals.get(run) ?? { people: 0, done: 0, needed: 0, onTime: 0, dueOf: 0, passed: 0 };
    totals.set(run, total);
    if (student.final_result === 'Withdrawn') continue;
    const isPassed = student.final_result === 'Pass' || student.final_result === 'Distinction';
    total.people += 1;
    total.passed += isPassed ? 1 : 0;
    for (const assessment of assessments) {
      if (`${assessment.code_module} ${assessment.code_presentation}` !== run) continue;
      total.needed += 1;
      if (assessment.assessment_type === 'Exam') {
        // Excused by the final result, and so in no share of time; else it is long overdue.
        if (isPassed) total.done += 1;
        else total.dueOf += 1;
        continue;
      }
      const row = submitted.get(`${student.id_student} ${assessment.id_assessment}`);
      if (row) total.done += 1;
      if (row?.is_banked === '1') continue;
      total.dueOf += 1;
      if (row && Number(row.date_submitted) <= Number(assessment.date)) total.onTime += 1;
    }
  }
  return totals;
}

/** The same shares as the report of each cohort tells them. */
async function reported(workspaceId: string) {
  const definitions = new DefinitionCache();
  return server.database.work(async (tx) => {
    const cohorts = await tx.rows<{ id: string; name: string }>(
      'select id, name from cohort where workspace_id = $1::uuid order by name',
      [workspaceId],
    );
    const totals = new Map<string, unknown>();
    for (const { id, name } of cohorts) {
      const until = plainDateIn(server.clock.real(), 'Europe/London');
      const people = await readPersonRows(tx, definitions, { workspaceId, cohortId: id, until });
      const [first] = people;
      const definition = first && (await definitions.load(tx, [first.versionId]))[first.versionId];
      if (!definition) throw new Error(`${name} has nobody`);
      const targets = { completion: 0.9, onTime: 0.85, feedback: 0.95, quality: 80 };
      const input = { definition, rows: people, metrics: [], primaryMetric: null, smallestEffect: null };
      const body = buildReport({
        ...input,
        ratings: [],
        departments: {},
        earlierMentors: {},
        experiment: null,
        targets,
      });
      const line = (key: string) => body.process.find((one) => one.key === key);
      const stayed = people.filter(({ status }) => status !== 'CANCELLED');
      const module = name.slice(6, 9).toLowerCase();
      totals.set(name.replace('OULAD ', ''), {
        people: body.people,
        done: line('completion')?.count,
        needed: line('completion')?.of,
        onTime: line('on-time')?.count ?? line('onTime')?.count,
        dueOf: line('on-time')?.of ?? line('onTime')?.of,
        passed: stayed.filter(({ outcome }) => outcome[`${module}-passed`]?.value === 1).length,
      });
    }
    return totals;
  });
}

const SMALL = {
  'courses.csv': [
    'code_module,code_presentation,module_presentation_length',
    'AAA,2013J,268',
    'BBB,2013J,268',
    'AAA,2014J,269',
    'CCC,2014J,269',
  ],
  'assessments.csv': [
    'code_module,code_presentation,id_assessment,assessment_type,date,weight',
    'AAA,2013J,1,TMA,19,40',
    'AAA,2013J,2,TMA,54,60',
    'AAA,2013J,3,Exam,?,100',
    'AAA,2014J,4,TMA,20,100',
    'AAA,2014J,5,Exam,260,100',
    'BBB,2013J,6,CMA,30,10',
    'BBB,2013J,7,TMA,30,90',
    'CCC,2014J,8,TMA,30,90',
  ],
  'studentInfo.csv': [
    'code_module,code_presentation,id_student,gender,region,highest_education,imd_band,age_band,num_of_prev_attempts,studied_credits,disability,final_result',
    'AAA,2013J,11,M,Scotland,HE Qualification,?,0-35,0,60,N,Pass',
    'AAA,2013J,12,F,Wales,A Level or Equivalent,10-20,35-55,0,60,N,Fail',
    'AAA,2013J,13,F,Wales,Lower Than A Level,10-20,35-55,0,60,N,Withdrawn',
    'AAA,2013J,14,F,Wales,Lower Than A Level,10-20,35-55,0,60,N,Withdrawn',
    'AAA,2013J,15,F,Wales,Lower Than A Level,10-20,35-55,0,60,N,Withdrawn',
    'AAA,2013J,16,F,Wales,No Formal quals,10-20,35-55,0,60,N,Fail',
    'BBB,2013J,11,M,Scotland,HE Qualification,?,0-35,0,90,N,Distinction',
    'AAA,2014J,12,F,Ireland,A Level or Equivalent,10-20,35-55,1,30,N,Pass',
    'AAA,2014J,17,F,Ireland,No Formal quals,10-20,35-55,0,30,N,Withdrawn',
    'CCC,2014J,18,F,Ireland,No Formal quals,10-20,35-55,0,30,N,Pass',
  ],
  'studentRegistration.csv': [
    'code_module,code_presentation,id_student,date_registration,date_unregistration',
    'AAA,2013J,11,-30,?',
    'AAA,2013J,12,20,?',
    'AAA,2013J,13,-30,40',
    'AAA,2013J,14,-30,-5',
    'AAA,2013J,15,?,?',
    'AAA,2013J,16,-20,100',
    'BBB,2013J,11,-30,?',
    'AAA,2014J,12,-3,?',
    'AAA,2014J,17,-3,-2',
  ],
  'studentAssessment.csv': [
    'id_assessment,id_student,date_submitted,is_banked,score',
    '1,11,19,0,80',
    '2,11,55,0,?',
    '1,12,12,0,50',
    '2,12,?,0,50',
    '1,13,18,0,30',
    '2,13,50,0,30',
    '1,16,-4,0,70',
    '6,11,30,0,100',
    '7,11,31,0,90',
    '4,12,-1,1,66',
    '4,17,-1,1,66',
    '1,99,4,0,70',
    '8,18,4,0,70',
  ],
};

describe('a small dataset with everything that is messy', () => {
  let workspaceId: string;
  let out: string;
  let messy: MessyParts;
  let dataset: string;
  beforeAll(async () => {
    workspaceId = (await server.workspace('OULAD small')).id;
    dataset = folderOf(SMALL);
    folders.push(dataset);
    ({ out, messy } = await convert(dataset));
  });

  test('lists what was done to each messy part', () => {
    expect(messy.counts()).toEqual({
      banked: 1,
      'banked-but-withdrawn': 1,
      'score-missing': 1,
      'day-missing': 1,
      'before-start': 1,
      'before-registration': 1,
      'after-withdrawal': 1,
      'unknown-student': 1,
      withdrawn: 3,
      'withdrawn-before-start': 2,
      'withdrawn-without-day': 1,
      'unregistered-but-not-withdrawn': 1,
      'registration-missing': 1,
      'late-registration': 1,
      'exam-without-mark': 2,
      'several-presentations': 2,
      'attributes-differ': 1,
      'baseline-twice': 1,
    });
    expect(messy.lines('zh-CN')).toHaveLength(messy.lines('en').length);
  });

  test('is taken whole by the import that everybody has, and a second time adds nothing', async () => {
    const report = await importFolder(server, workspaceId, out);
    expect(codesOf(report)).toEqual([]);
    expect(report).toMatchObject({ people: 7, versions: 3 });
    const again = await importFolder(server, workspaceId, out);
    expect(again).toMatchObject({ people: 0, versions: 0, metrics: 0, measurements: 0, notTaken: [] });
    expect(again.cohorts.every(({ enrolments, rows }) => enrolments === 0 && rows === 0)).toBe(true);
  });

  test('has the shares that a plain count of its tables has', async () => {
    const plain = await countPlainly(dataset);
    // A submission without its day cannot be dated, and is the one thing left out.
    const failed = plain.get('AAA 2013J');
    if (failed) failed.done -= 1;
    plain.delete('CCC 2014J');
    expect(await reported(workspaceId)).toEqual(plain);
  });

  test('keeps each presentation’s outcome apart for whoever came twice', async () => {
    const rows = await server.database.work((tx) =>
      readPersonRows(tx, new DefinitionCache(), { workspaceId, until: '2026-03-02' }),
    );
    const twice = rows.filter(({ name }) => name === 'OULAD 12').sort((a, b) => a.startsOn.localeCompare(b.startsOn));
    expect(twice.map(({ outcome }) => outcome['aaa-passed']?.value)).toEqual([0, 1]);
    expect(twice.map(({ baseline }) => baseline['aaa-previous-attempts'])).toEqual([0, 1]);
  });
});

const COMPARE = `query ($from: ID!, $to: ID!, $metricKey: String!) {
  compareVersionOutcomes(from: $from, to: $to, metricKey: $metricKey) {
    randomised verdict sentence definition peopleFrom peopleTo estimate { method estimate low high } balance { key after } } }`;
interface Compared {
  randomised: boolean;
  verdict: string;
  sentence: string;
  definition: string[];
  peopleFrom: number;
  peopleTo: number;
  estimate: object;
  balance: { key: string; after: number | null }[];
}

const REAL = process.env.PLANWRIGHT_OULAD ?? path.resolve('../shared/data/oulad');
const there = existsSync(REAL) && tableFile(REAL, 'studentAssessment') !== undefined;
if (!there)
  process.stdout.write(
    `The tables of OULAD are not at ${REAL}: set PLANWRIGHT_OULAD to their folder to test with them.\n`,
  );

(there ? describe : describe.skip)('the real dataset', () => {
  test('goes over with all its submissions, has the shares of a plain count, and adds nothing the second time', async () => {
    const workspace = await server.workspace('OULAD');
    const { id } = workspace;
    const { out, messy } = await convert(REAL);
    const report = await importFolder(server, id, out);
    expect(codesOf(report)).toEqual([]);
    expect(report).toMatchObject({ people: 8404, versions: 6 });
    const row = await server.sql.row<{ submitted: number; items: number }>(
      `select (select count(*)::int from progress_event where workspace_id = $1 and type = 'submitted') as submitted,
         (select sum(jsonb_array_length(s -> 'items'))::int from plan_version v, jsonb_array_elements(v.definition -> 'stages') s
          where v.workspace_id = $1) as items`,
      [id],
    );
    expect(row?.submitted).toBe(46_181 - messy.count('banked') - messy.count('banked-but-withdrawn'));
    expect(row?.items).toBe(54);
    expect(await reported(id)).toEqual(await countPlainly(REAL));

    // As the database does by itself within a minute: nobody compares versions while they are still being imported.
    await server.sql.rows('analyze');
    // 2013J against 2014J, which were not assigned at random: whatever its size, the difference is an association.
    const hr = await workspace.person({ name: 'Registrar', roles: ['HR'] });
    const versions = await server.sql.rows<{ id: string; plan: string; cohort: string }>(
      `select distinct e.plan_version_id as id, p.key as plan, c.name as cohort from enrolment e
       join cohort c on c.id = e.cohort_id join plan p on p.id = c.plan_id where e.workspace_id = $1`,
      [id],
    );
    for (const module of ['AAA', 'BBB']) {
      const versionOf = (run: string) =>
        globalId('PlanVersion', versions.find(({ cohort }) => cohort === `OULAD ${module} ${run}`)?.id ?? '');
      const variables = {
        from: versionOf('2013J'),
        to: versionOf('2014J'),
        metricKey: `${module.toLowerCase()}-score`,
      };
      const answer = await server.execute(COMPARE, variables, { as: hr });
      expect([answer.errors, server.log.filter(({ err }) => err)]).toEqual([undefined, []]);
      const { compareVersionOutcomes: found } = answer.data as { compareVersionOutcomes: Compared };
      expect(found.randomised).toBe(false);
      expect(['ASSOCIATED_ONLY', 'INCONCLUSIVE']).toContain(found.verdict);
      console.info(`${module}: ${found.peopleFrom} and ${found.peopleTo} people: ${found.sentence}`);
      expect(Math.min(found.peopleFrom, found.peopleTo)).toBeGreaterThan(250);
      expect(found.balance.map(({ key }) => key)).toEqual(
        expect.arrayContaining(['baseline:studied-credits', 'baseline:education-level']),
      );
      expect(found.balance.every(({ after }) => after === null || Math.abs(after) < 1e-6)).toBe(true);
      expect(found.definition.length).toBeGreaterThan(0);
    }

    const again = await importFolder(server, id, out);
    expect(again).toMatchObject({ people: 0, versions: 0, measurements: 0, notTaken: [] });
    expect(again.cohorts.every(({ enrolments, rows }) => enrolments === 0 && rows === 0)).toBe(true);
  });
});
