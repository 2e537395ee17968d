import { useMemo } from 'react';
import type { ExperimentStatus, Verdict } from '@/gql/graphql';
import { type Sample, useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { type Answer, Answered } from '@/workbench/stub-api';
import { SignedIn } from '@/workbench/surroundings';
import { ExperimentPage } from './experiment-page';
import { Results } from './results';

type Words = Pick<Sample, 'title' | 'text' | 'person'>;

const version = (number: number) => ({ id: `version-${number}`, number });
const VALUES = [71, 74, 75, 78, 78, 80, 81, 83, 84, 84, 86, 88, 90, 92];

const arm = (number: number, isOpen: boolean) => ({
  allocated: 24,
  measured: 22,
  mean: isOpen ? 80 + number : null,
  standardDeviation: isOpen ? 6.2 : null,
  values: isOpen ? VALUES.map((value) => value + number * 2) : null,
  version: version(number),
});

function experiment({ title, text, person }: Words, status: ExperimentStatus, verdict: Verdict | undefined): Answer {
  const isOpen = verdict !== undefined;
  const line = { method: title, estimate: 5.5, low: 1.2, high: 9.8, pValue: 0.013, note: null };
  return {
    data: {
      experiment: {
        id: 'experiment',
        name: title,
        hypothesis: text,
        status,
        smallestEffect: 3,
        detectableEffect: 6.4,
        seed: 'a5f0c2d1e8b79364',
        seedHash: 'sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
        registrationHash: 'sha256:fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9',
        rosterDigest: 'sha256:baa5a0964d3320fbc0c6a922140453c8513ea24ab8fd0577034804a967248096',
        algorithm: 'permuted-blocks/4',
        replayed: true,
        registeredAt: '2026-01-05T02:00:00.000Z',
        unit: 'PERSON',
        strata: ['DEPARTMENT'],
        startsOn: '2026-01-12',
        analysisOn: isOpen ? '2026-03-10' : '2026-04-10',
        openedAt: isOpen ? '2026-03-10T02:00:00.000Z' : null,
        openedBy: isOpen ? { id: 'person', name: person } : null,
        resultDigest: null,
        endedAt: null,
        endedBy: null,
        endReason: null,
        method: title,
        decisions: [],
        measures: [
          { role: 'GUARDRAIL', margin: 2, metric: { key: 'satisfaction', title, unit: '%' } },
          { role: 'SECONDARY', margin: null, metric: { key: 'retention', title, unit: null } },
        ],
        measureResults: isOpen
          ? (['HELD', 'WORSE', null] as const).map((state, at) => ({
              metricKey: `metric-${at}`,
              title,
              unit: '%',
              role: state === null ? 'SECONDARY' : 'GUARDRAIL',
              state,
              estimate: 0.4,
              low: -1.1,
              high: 1.9,
              adjustedP: 0.6,
              sentence: text,
              arm: { version: version(3) },
            }))
          : [],
        laterValues: isOpen
          ? [
              {
                baseline: false,
                before: null,
                after: 82,
                recordedAt: '2026-03-11T02:00:00.000Z',
                person: { id: 'person', name: person },
                recordedBy: { id: 'person', name: person },
              },
            ]
          : [],
        outlook: isOpen ? null : { measured: 18, of: 48, power: 0.42, powerOfAll: 0.81, sentence: text },
        plan: { id: 'plan', key: 'retail-new-manager', title },
        metric: { key: 'performance', title, unit: '分', direction: 'HIGHER_IS_BETTER', scale: 'POINTS' },
        cohort: null,
        arms: [arm(2, isOpen), arm(3, isOpen)],
        integrity: [
          { key: 'split', passed: true, value: 0.5, text },
          { key: 'missing', passed: false, value: 0.2, text },
        ],
        members: Array.from({ length: 6 }, (_, at) => ({
          late: at === 5,
          measured: at % 2 === 0,
          deviation: at === 4 ? text : null,
          version: version(2 + (at % 2)),
          deviatedTo: at === 4 ? version(3) : null,
          person: { id: `person-${at}`, name: person, department: { id: 'department', name: title } },
        })),
        results: isOpen
          ? [
              {
                ...line,
                arm: { version: version(3) },
                reference: { version: version(2) },
                verdict,
                sentence: text,
                sensitivity: [line, { ...line, estimate: null, low: null, high: null, note: text }],
                later: line,
              },
            ]
          : [],
      },
    },
  };
}

function Experiment({
  status = 'ANALYSED',
  verdict,
  words,
  by,
}: {
  status?: ExperimentStatus;
  verdict?: Verdict;
  words?: Words;
  by?: Answer;
}) {
  const sample = useSample();
  const answer = useMemo(
    () => by ?? experiment(words ?? sample, status, verdict),
    [by, words, sample, status, verdict],
  );
  return (
    <Answered by={{ ExperimentDetail: answer }}>
      <ExperimentPage id="experiment" />
    </Answered>
  );
}

export const Better: Story = () => <Experiment verdict="BETTER_MEANINGFUL" />;
export const CannotTell: Story = () => <Experiment verdict="INCONCLUSIVE" />;
export const Worse: Story = () => <Experiment verdict="WORSE_MEANINGFUL" />;
export const Running: Story = () => <Experiment status="RUNNING" />;
export const Designed: Story = () => <Experiment status="DESIGNED" />;
export const Gone: Story = () => <Experiment by={{ data: { experiment: null } }} />;
export const Loading: Story = () => <Experiment by="waits" />;
export const Failing: Story = () => <Experiment by="offline" />;

export const ForDesigners: Story = () => (
  <SignedIn roles={['DESIGNER']}>
    <Experiment verdict="EQUIVALENT" />
  </SignedIn>
);

export const Long: Story = () => {
  const { longTitle, longText, longPerson } = useSample();
  return <Experiment verdict="BETTER_TESTED" words={{ title: longTitle, text: longText, person: longPerson }} />;
};

export default {
  title: 'experiments/Experiment',
  component: ExperimentPage,
  subcomponents: { Results },
  states: { ...TOLD, empty: Gone, loading: Loading, error: Failing, readOnly: ForDesigners, long: Long },
} satisfies Stories;
