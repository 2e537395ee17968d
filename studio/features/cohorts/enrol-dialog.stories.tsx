import { type Sample, useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { type Answer, Answered } from '@/workbench/stub-api';
import { EnrolDialog } from './enrol-dialog';

const noop = () => undefined;
const NOBODY: ReadonlySet<string> = new Set();

const people = ({ person, action }: Pick<Sample, 'person' | 'action'>): Answer => ({
  data: {
    people: {
      totalCount: 8,
      edges: Array.from({ length: 8 }, (_, at) => ({
        node: {
          id: `person-${at}`,
          name: person,
          job: null,
          active: true,
          mentees: at,
          department: { id: 'department', name: action },
        },
      })),
    },
  },
});

const metrics = (title: string): Answer => ({
  data: { metrics: [{ key: 'performance', title, unit: '%', scale: 'POINTS', source: 'RECORDED' }] },
});

function Enrol({ startsOn, found, name, metric }: { startsOn: string; found: Answer; name: string; metric: string }) {
  return (
    <Answered by={{ FindPeople: found, BaselineMetrics: metrics(metric) }}>
      <EnrolDialog cohort={{ id: 'cohort', name, startsOn }} enrolled={NOBODY} onClose={noop} />
    </Answered>
  );
}

export const BeforeItStarts: Story = () => {
  const sample = useSample();
  return <Enrol startsOn="2026-03-16" found={people(sample)} name={sample.title} metric={sample.title} />;
};

/** The cohort has begun: those who join now have a start of their own. */
export const Late: Story = () => {
  const sample = useSample();
  return <Enrol startsOn="2026-02-23" found={people(sample)} name={sample.title} metric={sample.title} />;
};

export const Loading: Story = () => {
  const { title } = useSample();
  return <Enrol startsOn="2026-03-16" found="waits" name={title} metric={title} />;
};

export const Failing: Story = () => {
  const { title } = useSample();
  return <Enrol startsOn="2026-03-16" found="offline" name={title} metric={title} />;
};

export const Long: Story = () => {
  const { longTitle, longPerson, longAction } = useSample();
  const found = people({ person: longPerson, action: longAction });
  return <Enrol startsOn="2026-02-23" found={found} name={longTitle} metric={longTitle} />;
};

export default {
  title: 'cohorts/EnrolDialog',
  component: EnrolDialog,
  states: {
    ...TOLD,
    empty: BeforeItStarts,
    loading: Loading,
    error: Failing,
    readOnly: 'only those who may enrol people are offered it',
    long: Long,
  },
} satisfies Stories;
