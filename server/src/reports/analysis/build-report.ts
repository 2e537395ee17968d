import { FIGURES } from '@planwright/schema/figures';
import { say } from '../generated/messages.js';
import { correlationScreen, type Series } from './correlate.js';
import { findFindings } from './find-findings.js';
import { itemFigures } from './item-figures.js';
import { learningTime } from './learning-time.js';
import { mentorFigures } from './mentor-figures.js';
import { outcomeSection } from './outcome-section.js';
import { departmentSection, flowSection, processSection, running, stageSection } from './process-section.js';
import type { ReportBody, ReportInput } from './report-data.js';

/** The figures of a report, before anybody puts them into pages. Pure: the same rows give the same report. */
export function buildReport(input: ReportInput): ReportBody {
  const { lines: correlations, scanned } = correlationScreen(processSeries(input), outcomeSeriesOf(input));
  const courses = itemFigures(input, 'LEARNING');
  const tasks = itemFigures(input, 'WORK');
  const mentors = mentorFigures(input);
  const departments = departmentSection(input);
  return {
    people: running(input.rows).length,
    process: processSection(input),
    stages: stageSection(input),
    departments,
    suppressed: departments.filter(({ suppressed }) => suppressed).length,
    learningTime: learningTime(input),
    outcomes: outcomeSection(input),
    ratings: input.ratings,
    correlations,
    scanned,
    courses,
    tasks,
    mentors,
    findings: findFindings(input, { courses, tasks, mentors, correlations }),
    flow: flowSection(input),
  };
}

function processSeries({ rows }: ReportInput): Series[] {
  const people = running(rows);
  const share = ({ count, of }: { count: number; of: number }) => (of === 0 ? null : count / of);
  return [
    {
      key: 'completion',
      title: FIGURES.completion.title,
      values: people.map(({ process }) => share(process.completion)),
      exposure: true,
    },
    { key: 'onTime', title: FIGURES.onTime.title, values: people.map(({ process }) => share(process.onTime)) },
    {
      key: 'minutes',
      title: say('buildReport.timeSpentLearning'),
      values: people.map(({ process }) => process.minutes),
    },
    {
      key: 'quality',
      title: say('buildReport.qualityWork'),
      values: people.map(({ process }) => process.quality),
    },
    {
      key: 'mentorResponse',
      title: say('buildReport.mentorsResponseTime'),
      values: people.map(({ process }) => process.mentorResponseHours),
    },
    {
      key: 'contacts',
      title: say('buildReport.contactsOtherDepartments'),
      values: people.map(({ process }) => process.contacts),
    },
    {
      key: 'documents',
      title: say('buildReport.sharedDocuments'),
      values: people.map(({ process }) => process.sharedDocuments),
    },
  ];
}

function outcomeSeriesOf({ rows, metrics }: ReportInput): Series[] {
  const people = running(rows);
  return metrics.map(({ key, title }) => ({
    key,
    title,
    values: people.map(({ outcome }) => outcome[key]?.value ?? null),
  }));
}
