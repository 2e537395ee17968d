import { useState } from 'react';
import type { SurveyRespondents } from '@/gql/graphql';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { End } from './end';
import { Framed } from './framed';
import { type Kept, NOTHING } from './kept-answers';
import { Scale } from './scale';
import { SurveyForm } from './survey-form';

const noop = () => undefined;

function Survey({
  start = NOTHING,
  respondents = 'TEAM',
  about,
  question,
  scale = 5,
}: {
  start?: Kept;
  respondents?: SurveyRespondents;
  about: string;
  question: string;
  scale?: number;
}) {
  const [kept, setKept] = useState(start);
  const keys = ['q1', 'q2', 'q3'];
  return (
    <Framed workspace={about}>
      <SurveyForm
        token="token"
        kept={kept}
        keep={(change) => setKept((before) => ({ ...before, ...change }))}
        discard={() => setKept(NOTHING)}
        onShut={noop}
        form={{
          state: 'OPEN',
          about,
          closesOn: '2026-03-27',
          cohort: about,
          respondents,
          workspace: about,
          next: null,
          questions: keys.map((key) => ({ key, scale, text: question })),
        }}
      />
    </Framed>
  );
}

export const Untouched: Story = () => {
  const { person, title } = useSample();
  return <Survey about={person} question={title} />;
};

export const HalfAnswered: Story = () => {
  const { person, title, text } = useSample();
  return <Survey about={person} question={title} start={{ answers: { q1: 4, q2: 2 }, comment: text }} />;
};

export const Long: Story = () => {
  const { longPerson, longTitle, longText } = useSample();
  return (
    <Survey
      about={longPerson}
      question={longTitle}
      scale={10}
      respondents="LEARNER"
      start={{ answers: { q1: 10 }, comment: longText }}
    />
  );
};

export const Missing: Story = () => (
  <OnPage width={640}>
    <Scale number={1} question={{ text: useSample().title, scale: 5 }} value={undefined} isMissing onChange={noop} />
    <Scale number={2} question={{ text: useSample().title, scale: 10 }} value={7} isMissing={false} onChange={noop} />
  </OnPage>
);

export const Thanks: Story = () => {
  const { longPerson, person } = useSample();
  return (
    <Framed workspace={person}>
      <End why="thanks" next={{ about: longPerson, token: 'next' }} />
    </Framed>
  );
};

export const Closed: Story = () => (
  <Framed>
    <End why="closed" closedOn="2026-03-06" />
  </Framed>
);

export const WrongLink: Story = () => (
  <Framed>
    <End why="dead" />
  </Framed>
);

export default {
  title: 'surveys/SurveyForm',
  component: SurveyForm,
  subcomponents: { End, Framed, Scale },
  states: { ...TOLD, empty: Untouched, error: Missing, readOnly: Thanks, stale: Closed, long: Long },
} satisfies Stories;
