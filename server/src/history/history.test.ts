import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { patchBoards } from '../boards/patch-boards.js';
import { compareCounters, recountBoards } from '../boards/statements/compare-counters.js';
import { rebuildProjectionsCommand } from '../progress/rebuild-command.js';
import { makeReminderWorld, type ReminderWorld } from '../reminders/testing/reminder-world.js';
import { makeWorkbook, textCell } from '../tables/testing/make-workbook.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { readHistory } from './read-history.js';
import { codesOf, folderOf, importFolder } from './testing/history-host.js';

let server: TestServer;
let world: ReminderWorld;
const folders: string[] = [];
beforeAll(async () => {
  server = await startTestServer({ now: '2026-03-02T02:00:00.000Z' });
  world = await makeReminderWorld(server);
});
afterAll(async () => {
  await server?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const PLAN = `
format: planwright/1
key: old-plan
title: { en: Old plan, zh-CN: 旧计划 }
stages:
  - key: only
    title: { en: Only, zh-CN: 唯一 }
    items:
      - { key: course, kind: COURSE, title: { en: Course, zh-CN: 课程 }, requirement: REQUIRED, due: { anchor: START, offset: 7, unit: DAY } }
      - key: report
        kind: TASK
        title: { en: Report, zh-CN: 报告 }
        requirement: REQUIRED
        due: { anchor: { completed: course }, offset: 10, unit: DAY }
        task: { deliverable: NONE, review: { by: MENTOR, within: PT24H } }
links: [ { from: course, to: report, on: COMPLETED } ]
reminders:
  - { key: due, use: core/before-due, with: { days: 3, at: '09:00' }, to: [LEARNER], channels: [inbox] }
  - { key: weekly, use: core/weekly, with: { weekday: MON, at: '09:00' }, to: [LEARNER], channels: [inbox] }
`;

const base = {
  'plans/old.yaml': PLAN,
  'people.csv': [
    'key,name,email,department,manager',
    'an,安,an@old.example,sales-2019,mei',
    'bo,Bo,,sales-2019,mei',
    'mei,Mei,,sales-2019,',
  ],
  'cohorts.csv': ['key,name,plan,starts_on', 'spring,Spring 2025,old,2025-03-03'],
  'enrolments.csv': ['cohort,person,mentor', 'spring,an,mei', 'spring,bo,mei'],
  'events.csv': [
    'cohort,person,at,event,item,score,decision,by,minutes',
    'spring,an,2025-03-13,submit,report,,,an,',
    'spring,an,2025-03-05T10:00,complete,course,,,,90',
    'spring,an,2025-03-14T09:00,review,report,88,approve,mei,',
    'spring,bo,2025-03-12,complete,course,,,,',
  ],
};
const folder = (files: Record<string, string | readonly string[]>) => {
  const made = folderOf(files);
  folders.push(made);
  return made;
};
const counts = async () =>
  server.sql.row(
    `select (select count(*)::int from person) as people, (select count(*)::int from progress_event) as events,
       (select count(*)::int from enrolment) as enrolments, (select count(*)::int from measurement) as measurements,
       (select count(*)::int from plan_version) as versions, (select count(*)::int from metric) as metrics,
       (select sum(seq)::int from board_counter) as boards, (select count(*)::int from audit_entry) as audit`,
  );
const items = (name: string) =>
  server.sql.rows<{ key: string; state: string; onTime: boolean | null; score: number | null; deliveredAt: string }>(
    `select i.item_key as key, i.state, i.on_time as "onTime", i.score, i.delivered_at as "deliveredAt"
     from item_state i join enrolment e on e.id = i.enrolment_id join person p on p.id = e.person_id
     where p.name = $1 order by i.position`,
    [name],
  );

describe('a history', () => {
  test('is told by a dry run and not kept', async () => {
    const before = await counts();
    const report = await importFolder(server, world.workspace.id, folder(base), { dryRun: true });
    expect(report).toMatchObject({ people: 3, versions: 1, cohorts: [{ enrolments: 2, rows: 4 }], notTaken: [] });
    expect(await counts()).toEqual(before);
  });

  test('is taken over as if it had been lived here: at its own moments, whatever the order of its rows', async () => {
    const report = await importFolder(server, world.workspace.id, folder(base));
    expect(report.notTaken).toEqual([]);
    expect(await items('安')).toEqual([
      { key: 'course', state: 'DONE', onTime: true, score: null, deliveredAt: '2025-03-05T02:00:00.000Z' },
      { key: 'report', state: 'DONE', onTime: true, score: 88, deliveredAt: '2025-03-13T04:00:00.000Z' },
    ]);
    // Seven days after the 3rd end on the 10th.
    expect(await items('Bo')).toMatchObject([
      { key: 'course', state: 'DONE', onTime: false },
      { key: 'report', state: 'AVAILABLE' },
    ]);
    const events = await server.sql.rows<{ type: string; recorded: string; occurred: string }>(
      `select type, recorded_at as recorded, occurred_at as occurred from progress_event v join enrolment e on e.id = v.enrolment_id
       join person p on p.id = e.person_id where p.name = '安' order by seq`,
    );
    expect(events.map(({ type }) => type)).toEqual([
      'enrolled',
      'dateFixed',
      'completed',
      'dateFixed',
      'submitted',
      'scored',
      'reviewed',
    ]);
    expect(events.every(({ recorded, occurred }) => recorded === occurred && recorded < '2025-03-15')).toBe(true);
  });

  test('adds nothing the second time', async () => {
    const before = await counts();
    const report = await importFolder(server, world.workspace.id, folder(base));
    expect(report).toMatchObject({ people: 0, versions: 0, cohorts: [{ enrolments: 0, rows: 0, knownRows: 4 }] });
    expect(report.notTaken).toEqual([]);
    expect(await counts()).toEqual(before);
  });

  test('goes on with what the files say more', async () => {
    const more = [...base['events.csv'], 'spring,bo,2025-03-20,submit,report,,,,'];
    const report = await importFolder(server, world.workspace.id, folder({ ...base, 'events.csv': more }));
    expect(report.cohorts).toMatchObject([{ enrolments: 0, rows: 1, knownRows: 4 }]);
    expect(await items('Bo')).toMatchObject([{ key: 'course' }, { key: 'report', state: 'SUBMITTED', onTime: true }]);
  });

  test('leaves projections and boards as a rebuild would make them', async () => {
    const lines: string[] = [];
    const { database, clock } = server;
    const code = await rebuildProjectionsCommand(
      { database, clock, log: pino({ level: 'silent' }), parameters: [], print: (line) => void lines.push(line) },
      {
        changed: (tx, changes) => patchBoards(tx, changes),
        differences: async (sql) => (await compareCounters(sql)).map(({ figure }) => `board ${figure}`),
        recount: recountBoards,
      },
    );
    expect({ code, lines }).toEqual({ code: 0, lines: [expect.stringContaining('0 differ, and 0 board figures')] });
  });
});

describe('of what cannot be taken', () => {
  test('every row is told, with its line, a code and a sentence in both languages', async () => {
    const report = await importFolder(
      server,
      world.workspace.id,
      folder({
        ...base,
        'people.csv': [...base['people.csv'], 'an,Twice,,,', ',Nobody,,,', 'zed,Zed,bad-address,,'],
        'cohorts.csv': [...base['cohorts.csv'], 'lost,Lost,no-plan,2025-03-03', 'bad,Bad,old,2025-02-30'],
        'enrolments.csv': [...base['enrolments.csv'], 'spring,nobody,', 'winter,an,', 'spring,an,'],
        'events.csv': [
          'cohort,person,at,event,item,score,decision,by,colour',
          'spring,an,2025-03-05,complete,nothing,,,,red',
          'spring,bo,2025-03-21,review,report,101,approve,mei,',
          'spring,bo,2027-03-21,submit,report,,,,',
          'spring,bo,soon,submit,report,,,,',
          'spring,bo,2025-03-21,dance,report,,,,',
          'spring,mei,2025-03-21,submit,report,,,,',
          'spring,an,2025-03-13,submit,report,,,,',
          'spring,bo,2025-03-03,excuse,,,,,',
          'winter,bo,2025-03-03,excuse,report,,,,',
        ],
        'metrics.csv': ['key,title.en,low,high,family', 'sales,Sales,0,100,PERFORMANCE', 'Bad Key,Bad,,,'],
        'measurements.csv': [
          'metric,person,measured_on,value,baseline',
          'sales,an,2025-03-01,40,yes',
          'sales,an,2025-03-01,40,yes',
          'sales,an,2025-03-01,41,yes',
          'sales,an,2025-06-01,400,',
          'rumours,an,2025-06-01,4,',
          'completion,an,2025-06-01,4,',
          'sales,nobody,2025-06-01,4,',
          'sales,an,2026-06-01,4,',
          'sales,an,2025-06-02,NaN,',
        ],
      }),
    );
    expect(codesOf(report)).toEqual(
      [
        'people.csv:5 DUPLICATE',
        'people.csv:6 MISSING_VALUE',
        'people.csv:7 BAD_VALUE',
        'cohorts.csv:3 UNKNOWN_PLAN',
        'cohorts.csv:3 COHORT_LEFT_OUT',
        'cohorts.csv:4 BAD_DATE',
        'enrolments.csv:4 UNKNOWN_PERSON',
        'enrolments.csv:5 UNKNOWN_COHORT',
        'enrolments.csv:6 DUPLICATE',
        'events.csv:1 UNKNOWN_COLUMN',
        'events.csv:2 INVALID',
        'events.csv:3 INVALID',
        'events.csv:4 IN_FUTURE',
        'events.csv:5 BAD_DATE',
        'events.csv:6 BAD_VALUE',
        'events.csv:7 NOT_ENROLLED',
        'events.csv:8 NOT_NOW',
        'events.csv:9 MISSING_VALUE',
        'events.csv:10 UNKNOWN_COHORT',
        'metrics.csv:3 BAD_VALUE',
        'measurements.csv:3 DUPLICATE',
        'measurements.csv:4 MEASURED_BEFORE',
        'measurements.csv:5 OUT_OF_BOUNDS',
        'measurements.csv:6 UNKNOWN_METRIC',
        'measurements.csv:7 UNKNOWN_METRIC',
        'measurements.csv:8 UNKNOWN_PERSON',
        'measurements.csv:9 IN_FUTURE',
        'measurements.csv:10 BAD_NUMBER',
      ].sort(),
    );
    for (const { text } of report.notTaken)
      expect([text.en, text['zh-CN']]).toEqual([expect.any(String), expect.any(String)]);
    expect(report).toMatchObject({ metrics: 1, measurements: 1 });
  });

  test('a cohort of which a row is wrong is left out as a whole when asked to be strict', async () => {
    const before = await counts();
    const files = {
      ...base,
      'cohorts.csv': ['key,name,plan,starts_on', 'autumn,Autumn 2025,old,2025-09-01'],
      'enrolments.csv': ['cohort,person', 'autumn,an'],
      'events.csv': [
        'cohort,person,at,event,item',
        'autumn,an,2025-09-02,complete,course',
        'autumn,an,2025-09-03,complete,course',
      ],
    };
    const report = await importFolder(server, world.workspace.id, folder(files), { strict: true });
    expect(codesOf(report)).toEqual(['cohorts.csv:2 COHORT_LEFT_OUT', 'events.csv:3 NOT_NOW']);
    expect(await counts()).toEqual(before);
  });

  test('a broken, foreign or missing file says so, and the others are read', async () => {
    const broken = folder({
      ...base,
      'events.csv': 'cohort,person,at,event,item\nspring,"an,2025-03-05,complete,course\n',
      'measurements.csv': 'metric;person;measured_on;value\nteam-performance;an;2025-03-01;81.5\n',
    });
    const report = await importFolder(server, world.workspace.id, broken, { dryRun: true });
    expect(codesOf(report)).toEqual([expect.stringMatching(/^events\.csv:\d UNREADABLE$/)]);
    expect(report.measurements).toBe(1);
    const nothing = await importFolder(server, world.workspace.id, folder({}));
    expect(codesOf(nothing)).toEqual([
      'cohorts.csv:0 MISSING_FILE',
      'enrolments.csv:0 MISSING_FILE',
      'people.csv:0 MISSING_FILE',
    ]);
  });
});

describe('people who are known already', () => {
  test('stay as they are, and what the files say otherwise is told', async () => {
    const [header = '', ...rows] = base['people.csv'];
    const files = {
      ...base,
      'people.csv': [header, ...rows.map((row) => row.replace(/^an,[^,]*/, 'an,Somebody Else'))],
    };
    const report = await importFolder(server, world.workspace.id, folder(files), { dryRun: true });
    const [told] = report.notTaken.filter(({ code }) => code === 'NOT_CHANGED');
    expect(told).toMatchObject({
      file: 'people.csv',
      text: { en: expect.stringContaining('name: the file has Somebody Else') },
    });
    expect(report.people).toBe(0);
  });

  test('two who would be each other’s superior are told of, and only one gets theirs', async () => {
    const files = {
      ...base,
      'people.csv': ['key,name,manager', 'c1,Carol One,c2', 'c2,Carol Two,c3', 'c3,Carol Three,c1', 'c4,Carol Four,c4'],
    };
    const report = await importFolder(server, world.workspace.id, folder(files), { dryRun: true });
    expect(codesOf(report).filter((code) => code.endsWith('CIRCLE'))).toEqual([
      'people.csv:4 CIRCLE',
      'people.csv:5 CIRCLE',
    ]);
    expect(report.notTaken.find(({ code }) => code === 'CIRCLE')?.text.en).toContain('Carol Three → Carol One');
  });
});

describe('files as people save them', () => {
  const table = base['people.csv'].join('\n');

  test.each([
    ['UTF-16', Buffer.from(`\uFEFF${table.replaceAll(',', '\t')}`, 'utf16le')],
    ['a title above the names', Buffer.from(`花名册\n\n${table}`)],
    ['GB 18030', Buffer.concat([Buffer.from('d0d5c3fb0a', 'hex'), Buffer.from(table.replace('安', 'An'))])],
    [
      'XLSX',
      makeWorkbook({
        rows: base['people.csv']
          .map((line, row) => {
            const cells = line.split(',').map((cell, column) => textCell(`${'ABCDEFGH'[column]}${row + 1}`, cell));
            return `<row r="${row + 1}">${cells.join('')}</row>`;
          })
          .join(''),
      }),
    ],
  ])('are read: %s', async (name, bytes) => {
    const { 'people.csv': _, ...others } = base;
    const at = folder(others);
    writeFileSync(path.join(at, name === 'XLSX' ? 'people.xlsx' : 'people.csv'), bytes);
    const { notTaken, people } = await readHistory(at);
    expect(notTaken).toEqual([]);
    expect(people.map(({ key }) => key)).toEqual(base['people.csv'].slice(1).map((line) => line.split(',')[0]));
  });

  test('two columns of one name are not guessed between', async () => {
    const at = folder({ ...base, 'people.csv': ['key,name,name', 'an,An,Ann'] });
    const { notTaken } = await readHistory(at);
    expect(notTaken.map(({ file, code }) => `${file} ${code}`)).toEqual(['people.csv DUPLICATE_COLUMN']);
  });
});

describe('reminders', () => {
  const whose = async () =>
    (await world.occurrences()).map(({ ruleKey, at }) => `${ruleKey} ${at.slice(0, 10)}`).sort();

  test('say nothing of a past that was taken over, nor for a plan all of which lies in it', async () => {
    await world.remind();
    expect(await whose()).toEqual([]);
  });

  test('go on with a plan that still runs, from the moment of the import', async () => {
    const files = {
      ...base,
      'cohorts.csv': ['key,name,plan,starts_on', 'now,Now,old,2026-02-26'],
      'enrolments.csv': ['cohort,person', 'now,bo'],
      'events.csv': ['cohort,person,at,event,item'],
    };
    await importFolder(server, world.workspace.id, folder(files));
    await world.remind();
    // Monday the 2nd at nine was an hour before the import; the course is due on the 5th, three days after that.
    expect(await whose()).toEqual([]);
    await world.moveTo('2026-03-08T01:00:00.000Z');
    expect(await whose()).toEqual(['weekly 2026-03-09']);
  });
});
