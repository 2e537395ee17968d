import { useMemo } from 'react';
import { mask } from '@/features/api/fragments';
import type { ShareFieldsFragment } from '@/gql/graphql';
import { type Sample, useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { type Answer, Answered } from '@/workbench/stub-api';
import { OnPage, Row, SignedIn } from '@/workbench/surroundings';
import { DesignBadge } from './design-badge';
import { GradeBadge } from './findings/grade-badge';
import { ReportPage } from './report-page';
import { ReportReaders } from './report-readers';
import { NoFigures, Section } from './section';
import { ShareTable } from './share-table';

type Words = Pick<Sample, 'title' | 'text' | 'person' | 'action'>;

const share = (key: string, title: string, count: number, of: number) => ({
  key,
  title,
  share: of === 0 ? null : count / of,
  low: of === 0 ? null : Math.max(0, count / of - 0.14),
  high: of === 0 ? null : Math.min(1, count / of + 0.11),
  count,
  of,
  suppressed: key === 'hidden',
});

const correlation = (x: string, badge: string) => ({
  x,
  y: x,
  n: 24,
  pearson: badge === 'NONE' ? null : 0.42,
  spearman: badge === 'NONE' ? null : 0.4,
  low: badge === 'NONE' ? null : 0.02,
  high: badge === 'NONE' ? null : 0.7,
  adjustedP: badge === 'NONE' ? null : 0.04,
  badge,
  reason: badge === 'NONE' ? x : null,
});

const item = (key: string, title: string) => ({
  itemKey: key,
  title,
  completion: share(key, title, 20, 24),
  onTime: share(key, title, 15, 20),
  quality: 82.4,
  qualityLow: 78.1,
  qualityHigh: 86.7,
  qualityOf: 20,
  association: correlation(title, 'SOLID'),
});

const mentor = (at: number, name: string) => ({
  mentor: { id: `mentor-${at}`, name },
  timely: share(`mentor-${at}`, name, at === 1 ? 6 : 16, 20 + at),
  outsideLimits: at === 1,
  warnBelow: 0.6,
  alarmBelow: 0.4,
});

const estimate = (method: string) => ({ method, estimate: 5.5, low: 1.2, high: 9.8, pValue: 0.013, note: null });
const noEstimate = (method: string, note: string) => ({
  method,
  estimate: null,
  low: null,
  high: null,
  pValue: 0.4,
  note,
});

/** Everything that a report can say, or a report of a cohort in which nothing has happened yet. */
function report({ title, text, person, action }: Words, isEmpty: boolean): Answer {
  const some = <Part,>(...parts: Part[]): Part[] => (isEmpty ? [] : parts);
  return {
    data: {
      node: {
        __typename: 'EvaluationReport',
        id: 'report',
        generatedAt: '2026-03-10T02:30:00.000Z',
        design: isEmpty ? 'PROCESS_ONLY' : 'BEFORE_AFTER',
        headline: text,
        nextStep: text,
        people: isEmpty ? 0 : 24,
        pooled: null,
        scanned: 42,
        suppressed: 1,
        manifest: {
          engineVersion: '1',
          dataCutoff: '2026-03-10T02:30:00.000Z',
          timeZone: 'Asia/Shanghai',
          planVersions: [{ number: 2, contentHash: 'sha256:2c26b46b68ffc68ff99b453c1d304134' }],
          targets: { completion: 0.9, onTime: 0.8 },
        },
        cohort: {
          id: 'cohort',
          name: title,
          startsOn: '2026-01-05',
          plan: { id: 'plan', key: 'retail-new-manager', title },
          experiment: null,
        },
        flow: ['enrolled', 'started', 'completed', 'measured'].map((key, at) => ({
          key,
          title,
          count: isEmpty ? 0 : 24 - at * 4,
        })),
        process: [
          share('completion', title, isEmpty ? 0 : 20, isEmpty ? 0 : 24),
          share('onTime', title, isEmpty ? 0 : 15, isEmpty ? 0 : 20),
        ],
        stages: some(share('stage-1', title, 22, 24), share('stage-2', title, 12, 24)),
        departments: some(share('one', title, 9, 12), { ...share('hidden', title, 0, 0), suppressed: true }),
        learningTime: some({
          itemKey: 'item-1',
          title,
          planned: 90,
          median: 120,
          low: 60,
          high: 240,
          n: 20,
          suppressed: false,
        }),
        ratings: some({
          roundId: 'round',
          respondents: 'TEAM',
          closesOn: '2026-03-01',
          answered: 12,
          people: 16,
          means: [{ key: 'q1', text: title, scale: 5, mean: 4.2, agree: { count: 9, of: 12, low: 0.47, high: 0.91 } }],
        }),
        outcomeFigures: some({
          metricKey: 'performance',
          title,
          unit: '分',
          direction: 'HIGHER_IS_BETTER',
          n: 18,
          smallestEffect: 3,
          changes: [-4, -1, 0, 2, 3, 3, 5, 6, 7, 9, 12],
          method: title,
          estimate: 4.1,
          low: 1.1,
          high: 7.2,
          pValue: 0.02,
          note: null,
        }),
        correlations: some(correlation(title, 'SOLID'), correlation(person, 'NONE')),
        courses: some(item('item-1', title)),
        tasks: some(item('item-2', title)),
        mentors: isEmpty ? null : [0, 1, 2].map((at) => mentor(at, person)),
        mentorFunnel: isEmpty
          ? null
          : {
              count: 38,
              of: 63,
              limits: [5, 15, 25].map((of) => ({
                of,
                warnLow: 0.8 - 0.8 / Math.sqrt(of),
                warnHigh: Math.min(1, 0.8 + 0.8 / Math.sqrt(of)),
                alarmLow: 0.8 - 1.3 / Math.sqrt(of),
                alarmHigh: Math.min(1, 0.8 + 1.3 / Math.sqrt(of)),
              })),
            },
        findings: some(
          ...(['STRONG', 'MODERATE', 'NOT_ENOUGH_DATA'] as const).map((grade, at) => ({
            id: `finding-${at}`,
            rule: `R4${at}`,
            itemKey: `item-${at}`,
            grade,
            title,
            evidence: text,
            suggestion: text,
            edits: [title, action],
            applicable: grade === 'STRONG',
            appliedAt: null,
            mentor: null,
          })),
        ),
        integrity: some(
          { key: 'split', passed: true, value: 0.5, text },
          { key: 'missing', passed: false, value: 0.2, text },
        ),
        sensitivity: isEmpty ? [] : [estimate(title), noEstimate(action, text)],
        methods: [{ key: 'wilson', title, text }],
      },
    },
  };
}

function Report({ words, isEmpty = false, by }: { words?: Words; isEmpty?: boolean; by?: Answer }) {
  const sample = useSample();
  const answer = useMemo(() => by ?? report(words ?? sample, isEmpty), [by, words, sample, isEmpty]);
  return (
    <Answered by={{ ReportPage: answer }}>
      <ReportPage reportId="report" />
    </Answered>
  );
}

export const Whole: Story = () => <Report />;
export const NothingHappened: Story = () => <Report isEmpty />;
export const Loading: Story = () => <Report by="waits" />;
export const Failing: Story = () => <Report by="offline" />;

export const ForOthers: Story = () => (
  <SignedIn roles={['MENTOR']}>
    <Report />
  </SignedIn>
);

export const Long: Story = () => {
  const { longTitle, longText, longPerson, longAction } = useSample();
  return <Report words={{ title: longTitle, text: longText, person: longPerson, action: longAction }} />;
};

export const Parts: Story = () => {
  const { title, text } = useSample();
  return (
    <OnPage>
      <Row>
        <DesignBadge design="RANDOMISED" />
        <DesignBadge design="BEFORE_AFTER" />
        <DesignBadge design="PROCESS_ONLY" />
        <GradeBadge grade="STRONG" />
        <GradeBadge grade="MODERATE" />
        <GradeBadge grade="NOT_ENOUGH_DATA" />
      </Row>
      <Section id="chapter" number={3} title={title} lead={text}>
        <ShareTable
          caption={title}
          titleHead={title}
          noneYet={text}
          shares={[share('one', title, 20, 24), share('two', title, 0, 0), share('hidden', title, 0, 0)].map((each) =>
            mask<ShareFieldsFragment>(each),
          )}
          targetOf={() => 0.9}
        />
        <NoFigures>{text}</NoFigures>
      </Section>
    </OnPage>
  );
};

export default {
  title: 'reports/Report',
  component: ReportPage,
  subcomponents: { DesignBadge, GradeBadge, NoFigures, ReportReaders, Section, ShareTable },
  states: {
    ...TOLD,
    empty: NothingHappened,
    loading: Loading,
    error: Failing,
    readOnly: ForOthers,
    stale: 'a report says on which day it was made, and can be made again',
    long: Long,
  },
} satisfies Stories;
