import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, plainDateIn, plainTimeIn, weekdayIndex } from '@planwright/schema/time';
import { DEMO_ACCOUNTS, demoOrganisation } from '@planwright/seeds';
import type { Browser } from 'playwright-core';
import {
  type CohortFact,
  calendarWith,
  cohortsOf,
  type DeliveryFact,
  deliveriesOf,
  enterAs,
  type Reader,
  readAs,
  stateOfCohort,
  type YearFact,
} from './api';
import { type App, startApp } from './app';
import { openBrowser, shoot, signIn, type Visitor, visit, WIDE } from './browser';
import { Board } from './pages/board';
import { Cohorts } from './pages/cohorts';
import { Designer } from './pages/designer';
import { Messages, type ShownMessage } from './pages/messages';
import { MyPlan } from './pages/my-plan';
import { Publishing } from './pages/publishing';
import { Sandbox } from './pages/sandbox';
import { type Say, wordsOf } from './words';

const PLAN = 'retail-new-manager';
const ZONE = 'Asia/Shanghai';
const WEEKS = 12;
const HOUR = 3_600_000;

const nameOf = (key: string): string => {
  const person = demoOrganisation().people.find((each) => each.key === key);
  if (!person) throw new Error(`the demo company has no ${key}`);
  return person.name;
};
/** HR takes part in person: nobody else is let into a sandbox to try out what it is like. */
const LEARNER = nameOf(DEMO_ACCOUNTS.hr);
const MENTOR = nameOf(DEMO_ACCOUNTS.mentor);
const ENROLLED = [LEARNER, nameOf('retail-south-25'), nameOf('retail-south-26'), nameOf('retail-south-27')];

const STORIES = [
  {
    locale: 'zh-CN' as const,
    people: 'NOBODY' as const,
    sandbox: '零售沙盒',
    plan: '零售新经理培养计划',
    course: '新经理的角色定位',
    report: '完成团队成员访谈报告',
    cohort: '沙盒里的零售新经理',
    whys: {
      dayOne: /^计划第一天的完整清单/,
      monday: /^每周一 09:00 提醒/,
      beforeDue: /^截止前 3 天提醒/,
      feedback: /^反馈时限前 4 小时提醒/,
    },
  },
  {
    locale: 'en' as const,
    people: 'MIXED' as const,
    sandbox: 'Retail sandbox',
    plan: 'Retail new manager',
    course: 'The role of a new manager',
    report: 'Team interview report',
    cohort: 'Retail, in a sandbox',
    whys: {
      dayOne: /^The whole list on the first day/,
      monday: /^Every Monday at 09:00/,
      beforeDue: /^3 days before the due date/,
      feedback: /^4 hours before feedback is due/,
    },
  },
];

/** The first Monday of next January: the story's plan starts on the one of 2026, and crosses the Spring Festival. */
function nextJanuary(now: Date): string {
  let day = `${Number(plainDateIn(now.toISOString(), ZONE).slice(0, 4)) + 1}-01-01`;
  while (weekdayIndex(day) !== 0) day = addDays(day, 1);
  return day;
}

/** Nine days off and two Saturdays of work around them, as far from the start as in 2026. */
function festivalAfter(startsOn: string) {
  return {
    year: Number(startsOn.slice(0, 4)),
    off: Array.from({ length: 9 }, (_, i) => addDays(startsOn, 41 + i)),
    on: [addDays(startsOn, 40), addDays(startsOn, 54)],
  };
}

const dayOf = (instant: string): string => plainDateIn(instant, ZONE);
const momentOf = ({ sentAt, dueAt }: DeliveryFact): string => sentAt ?? dueAt;

let app: App;
let browser: Browser;
const visitors: Visitor[] = [];
const STARTS_ON = nextJanuary(new Date());

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe.each(STORIES)('twelve weeks in a sandbox in $locale, while people do $people', (story) => {
  const { locale, people, whys } = story;
  const say: Say = wordsOf(locale);
  let reader: Reader;
  let live: CohortFact[];
  let hr: Visitor;
  let years: YearFact[];
  let shown: ShownMessage[];
  let told: DeliveryFact[];
  let states: Awaited<ReturnType<typeof stateOfCohort>>;

  const comes = async (account: string, size = WIDE) => {
    const visitor = await visit(browser, app.studioUrl, { size, locale });
    await visitor.context.route('https://learn.example.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Course</title>' }),
    );
    await signIn(visitor, account);
    visitors.push(visitor);
    return visitor;
  };

  const isWorkday = (date: string): boolean => {
    const year = years.find((each) => each.published && String(each.year) === date.slice(0, 4));
    if (year?.on.includes(date)) return true;
    return weekdayIndex(date) < 5 && !year?.off.includes(date);
  };
  const workdayAfter = (date: string, count: number): string => {
    let [day, left] = [date, count];
    while (left > 0) {
      day = addDays(day, 1);
      if (isWorkday(day)) left -= 1;
    }
    return day;
  };
  const workdayUpTo = (date: string): string => (isWorkday(date) ? date : workdayUpTo(addDays(date, -1)));
  const has = (why: RegExp, to?: string) => (message: ShownMessage) =>
    message.whys.some((each) => why.test(each)) && (to === undefined || message.to === to);
  /** Days on which somebody got a message for this reason. */
  const daysOf = (why: RegExp, to: string): string[] => shown.filter(has(why, to)).map(({ at }) => dayOf(at));
  /** For one item: to which person, in which role, on which days a rule spoke. */
  const spoken = (ruleKey: string, itemKey: string, learnerName: string) =>
    told.flatMap((message) =>
      message.occurrences
        .filter(
          (part) => part.ruleKey === ruleKey && part.itemKey === itemKey && part.enrolment.person.name === learnerName,
        )
        .map(({ recipient }) => ({ recipient, to: message.to.name, day: dayOf(momentOf(message)) })),
    );

  beforeAll(async () => {
    reader = await readAs(app.apiUrl, 'hr');
    live = await cohortsOf(reader);
    hr = await comes('hr');
  });

  it('HR makes a sandbox, is told all the time that it is one, and puts the clock before the first day', async () => {
    const sandbox = new Sandbox(hr.page, say);
    await sandbox.create(story.sandbox);
    await enterAs(reader, story.sandbox);
    expect(await cohortsOf(reader)).toEqual([]);
    years = await calendarWith(reader, festivalAfter(STARTS_ON));

    await sandbox.moveTo(`${addDays(STARTS_ON, -1)}T20:00`, 'NOBODY');
    const [year, , day] = addDays(STARTS_ON, -1).split('-');
    expect(await sandbox.bar.innerText()).toMatch(new RegExp(`\\b${year}\\b`));
    expect(await sandbox.bar.innerText()).toMatch(new RegExp(`\\b${Number(day)}\\b`));
    await shoot(hr.page, `sandbox-bar-${locale}`);
  });

  it('HR adds the escalation to the plan, publishes it and starts a cohort', async () => {
    const designer = new Designer(hr.page, say);
    await designer.open(PLAN);
    await designer.addReminder('core/overdue');
    await shoot(hr.page, `sandbox-designer-${locale}`);
    await designer.untilSaved();
    await designer.publish();
    await new Publishing(hr.page, say).publish(2, 'Sandbox');

    const cohorts = new Cohorts(hr.page, say);
    await hr.page.goto('/cohorts');
    const cohortId = await cohorts.create({
      plan: story.plan,
      name: story.cohort,
      startsOn: STARTS_ON,
    });
    const board = new Board(hr.page, say);
    await board.enrol(ENROLLED, MENTOR);
    await board.row(LEARNER).waitFor();
    expect((await board.people()).sort()).toEqual([...ENROLLED].sort());
    expect(decodeURIComponent(cohortId)).toBe((await cohortsOf(reader))[0]?.id);
  });

  it('the first day passes, and HR, who takes part, hands in a report that nobody looks at', async () => {
    await new Sandbox(hr.page, say).move('day', 'NOBODY');
    const myPlan = new MyPlan(hr.page, say);
    await myPlan.open();
    await myPlan.goToCourse(story.course);
    await myPlan.markDone(story.course);
    await myPlan.submit(story.report, 'https://docs.example.com/interviews');
  });

  it('twelve weeks pass, and every message is on the page as the API has it', async () => {
    const sandbox = new Sandbox(hr.page, say);
    // The reviewer does nothing that day, whatever people do later.
    await sandbox.move('day', 'NOBODY');
    const began = performance.now();
    const sentence = await sandbox.move('twelveWeeks', people);
    const seconds = (performance.now() - began) / 1000;

    const messages = new Messages(hr.page, say);
    await messages.open();
    await shoot(hr.page, `messages-${people}-${locale}`);
    shown = await messages.readAll();
    told = await deliveriesOf(reader);
    const [cohort] = await cohortsOf(reader);
    states = await stateOfCohort(reader, cohort?.id ?? '');
    console.info(`${locale} ${people}: ${shown.length} messages; twelve weeks in ${seconds.toFixed(1)} s; ${sentence}`);

    const line = (at: string, to: string, title: string) => `${at} ${to} ${title}`;
    expect(shown.map(({ at, to, title }) => line(at, to, title)).sort()).toEqual(
      told.map((each) => line(momentOf(each), each.to.name, each.title)).sort(),
    );
    expect(told.every(({ sink, state }) => sink && state === 'SENT')).toBe(true);
    expect(shown.map(({ whys: each }) => each.length).filter((count) => count === 0)).toEqual([]);
  });

  it('everybody gets the list on day one, and on every working Monday what the week asks', () => {
    for (const name of ENROLLED) {
      expect(daysOf(whys.dayOne, name)).toEqual([STARTS_ON]);
      const day = shown.find(has(whys.dayOne, name));
      expect(plainTimeIn(day?.at ?? '', ZONE)).toBe('09:00:00');
      const mondays = Array.from({ length: WEEKS }, (_, week) => addDays(STARTS_ON, 7 * week)).filter(isWorkday);
      expect(mondays).not.toHaveLength(WEEKS);
      const heard = daysOf(whys.monday, name).sort();
      expect(heard.filter((each) => !isWorkday(each) || weekdayIndex(each) !== 0)).toEqual([]);
      if (people === 'NOBODY') expect(heard.filter((each) => each < addDays(STARTS_ON, 7 * WEEKS))).toEqual(mondays);
      else expect(heard.length).toBeGreaterThan(0);
    }
  });

  it('three days before each due date, on the working day before if that is none, learner and mentor are told', () => {
    let announced = 0;
    for (const state of states) {
      for (const item of state.items) {
        if (item.dueAt === null) continue;
        const day = workdayUpTo(addDays(dayOf(item.dueAt), -3));
        const told = spoken('before-due', item.key, state.person.name);
        // What was handed in before that morning needs no reminder; people who do nothing are reminded of everything.
        const isSilent =
          people === 'MIXED' || (state.person.name === LEARNER && /manager-role|interviews/.test(item.key));
        if (told.length === 0 && isSilent) continue;
        announced += 1;
        const to = (recipient: string) => told.filter((each) => each.recipient === recipient);
        expect({ item: item.key, heard: to('LEARNER') }).toEqual({
          item: item.key,
          heard: [{ recipient: 'LEARNER', to: state.person.name, day }],
        });
        expect({ item: item.key, heard: to('MENTOR') }).toEqual({
          item: item.key,
          heard: [{ recipient: 'MENTOR', to: MENTOR, day }],
        });
        expect(daysOf(whys.beforeDue, state.person.name)).toContain(day);
        expect(daysOf(whys.beforeDue, MENTOR)).toContain(day);
      }
    }
    expect(announced).toBeGreaterThan(people === 'NOBODY' ? 3 * WEEKS - 4 : 0);
  });

  it('the mentor is reminded four hours before the 24 are over', () => {
    const submittedOn = STARTS_ON;
    const reminder = shown.filter(has(whys.feedback, MENTOR)).filter(({ text }) => text.includes(LEARNER));
    const first = reminder.at(-1);
    expect(dayOf(first?.at ?? '')).toBe(addDays(submittedOn, 1));
    // Handed in a little after eight in the evening.
    expect(plainTimeIn(first?.at ?? '', ZONE)).toMatch(/^16:/);
  });

  it('what stays open climbs: the learner, then the mentor, the superior and HR', () => {
    const open = people === 'NOBODY' ? states : [];
    for (const { person, items } of open) {
      const item = items.find(({ key }) => key === 'retail-team-duties');
      const late = dayOf(item?.dueAt ?? '');
      const ladder = spoken('reminder', 'retail-team-duties', person.name);
      const rung = (role: string) => ladder.filter(({ recipient }) => recipient === role).map(({ day }) => day);
      expect([...new Set(rung('LEARNER'))]).toEqual([workdayAfter(late, 1)]);
      expect([...new Set(rung('MENTOR'))]).toEqual([workdayAfter(late, 3)]);
      expect([...new Set(rung('SUPERIOR'))]).toEqual([workdayAfter(late, 5)]);
      expect([...new Set(rung('HR'))]).toEqual([workdayAfter(late, 10)]);
    }
    if (people === 'MIXED') {
      // Whoever was done in time is not chased: nobody hears of an item before it is late.
      const chased = told.flatMap(({ occurrences }) => occurrences.filter(({ ruleKey }) => ruleKey === 'reminder'));
      for (const { itemKey, dueAt, enrolment } of chased) {
        const state = states.find(({ id }) => id === enrolment.id);
        const due = state?.items.find(({ key }) => key === itemKey)?.dueAt ?? '';
        expect(dueAt > due).toBe(true);
      }
    }
  });

  it('nobody hears anything in the Spring Festival, on another day off or at night, and nothing twice', () => {
    const festival = years.find(({ year }) => String(year) === STARTS_ON.slice(0, 4))?.off ?? [];
    expect(festival.filter((day) => day > STARTS_ON && day < addDays(STARTS_ON, 7 * WEEKS)).length).toBeGreaterThan(6);
    expect(shown.filter(({ at }) => festival.includes(dayOf(at)))).toEqual([]);
    const atNight = ({ at }: ShownMessage) => {
      const time = plainTimeIn(at, ZONE);
      return time < '08:00' || time >= '21:00';
    };
    expect(shown.filter(atNight)).toEqual([]);
    const words = shown.map(({ at, to, title, text }) => [dayOf(at), to, title, text].join('|'));
    expect(words.filter((each, index) => words.indexOf(each) !== index)).toEqual([]);
  });

  it('outside, the live workspace has got none of it', async () => {
    await new Sandbox(hr.page, say).leave();
    await shoot(hr.page, `sandbox-left-${locale}`);
    await hr.page.goto('/messages');
    await hr.page.getByText(say('deliveries.lead'), { exact: true }).waitFor();
    expect(await hr.page.getByTestId('sandbox-bar').count()).toBe(0);

    const outside = await readAs(app.apiUrl, 'hr');
    expect(await cohortsOf(outside)).toEqual(live);
    const real = await deliveriesOf(outside);
    expect(real.filter(({ sink }) => sink)).toEqual([]);
    const soon = new Date(Date.now() + 72 * HOUR).toISOString();
    expect(real.filter((each) => momentOf(each) > soon)).toEqual([]);
    const mine = await readAs(app.apiUrl, 'learner');
    const { inbox } = await mine.read<{ inbox: { edges: { node: { at: string } }[] } }>(
      '{ inbox(first: 50) { edges { node { at } } } }',
    );
    expect(inbox.edges.filter(({ node }) => node.at > soon)).toEqual([]);
  });

  it('no page complained, and the server answered every request', () => {
    expect(visitors.map(({ complaints }) => complaints)).toEqual(visitors.map(() => []));
    expect(app.output()).not.toMatch(/"level":(50|60)/);
  });
});
