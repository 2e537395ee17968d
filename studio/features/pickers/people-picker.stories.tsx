import { useState } from 'react';
import type { PersonChoiceFragment } from '@/gql/graphql';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { type Answer, Answered } from '@/workbench/stub-api';
import { OnPage } from '@/workbench/surroundings';
import { PeoplePicker } from './people-picker';

const people = (name: string, department: string, count: number, totalCount = count): Answer => ({
  data: {
    people: {
      totalCount,
      edges: Array.from({ length: count }, (_, at) => ({
        node: {
          id: `person-${at}`,
          name,
          job: null,
          active: true,
          mentees: at,
          department: { id: 'department', name: department },
        },
      })),
    },
  },
});

function Picker({ by, single = false }: { by: Answer; single?: boolean }) {
  const [chosen, setChosen] = useState<PersonChoiceFragment[]>([]);
  return (
    <Answered by={{ FindPeople: by }}>
      <OnPage width={480}>
        <PeoplePicker
          label={useSample().title}
          chosen={chosen}
          onChange={setChosen}
          withRole="MENTOR"
          single={single}
        />
      </OnPage>
    </Answered>
  );
}

export const Found: Story = () => {
  const { person, action } = useSample();
  return <Picker by={people(person, action, 12, 48)} />;
};

export const OneOnly: Story = () => {
  const { person, action } = useSample();
  return <Picker by={people(person, action, 3)} single />;
};

export const Nobody: Story = () => <Picker by={people('', '', 0)} />;
export const Loading: Story = () => <Picker by="waits" />;
export const Failing: Story = () => <Picker by="offline" />;

export const Long: Story = () => {
  const { longPerson, longAction } = useSample();
  return <Picker by={people(longPerson, longAction, 6, 48)} />;
};

export default {
  title: 'pickers/PeoplePicker',
  component: PeoplePicker,
  states: {
    ...TOLD,
    empty: Nobody,
    loading: Loading,
    error: Failing,
    readOnly: 'only those who may choose are shown it',
    long: Long,
  },
} satisfies Stories;
