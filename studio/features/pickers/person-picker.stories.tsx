import { useState } from 'react';
import { useSample } from '@/workbench/sample';
import type { Stories, Story } from '@/workbench/story';
import { type Answer, Answered } from '@/workbench/stub-api';
import { OnPage } from '@/workbench/surroundings';
import { Opened } from './opened.fixture';
import { PersonPicker, type PickedPerson } from './person-picker';

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

function Picker({
  by,
  open = true,
  start,
  readOnly,
}: {
  by: Answer;
  open?: boolean;
  start?: string;
  readOnly?: boolean;
}) {
  const [chosen, setChosen] = useState<PickedPerson | undefined>(start ? { id: 'person-1', name: start } : undefined);
  const picker = (
    <PersonPicker
      label={useSample().action}
      chosen={chosen}
      onChange={setChosen}
      clearable
      {...(readOnly === undefined ? {} : { readOnly })}
    />
  );
  return (
    <Answered by={{ FindPeople: by }}>
      <OnPage width={480}>{open ? <Opened>{picker}</Opened> : picker}</OnPage>
    </Answered>
  );
}

export const Chosen: Story = () => {
  const { person, action } = useSample();
  return <Picker by={people(person, action, 3)} open={false} start={person} />;
};

export const Found: Story = () => {
  const { person, action } = useSample();
  return <Picker by={people(person, action, 12, 48)} />;
};

export const Nobody: Story = () => <Picker by={people('', '', 0)} />;
export const Loading: Story = () => <Picker by="waits" />;
export const Failing: Story = () => <Picker by="offline" />;
export const ReadOnly: Story = () => <Picker by={people('', '', 0)} open={false} start={useSample().person} readOnly />;

export const Long: Story = () => {
  const { longPerson, longAction } = useSample();
  return <Picker by={people(longPerson, longAction, 6, 48)} start={longPerson} />;
};

export default {
  title: 'pickers/PersonPicker',
  component: PersonPicker,
  states: {
    empty: Nobody,
    loading: Loading,
    error: Failing,
    readOnly: ReadOnly,
    stale: 'what was found once is offered until something else is looked for',
    long: Long,
  },
} satisfies Stories;
