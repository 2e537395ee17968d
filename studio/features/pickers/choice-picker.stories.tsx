import { useState } from 'react';
import { useSample } from '@/workbench/sample';
import type { Stories, Story } from '@/workbench/story';
import { type Answer, Answered } from '@/workbench/stub-api';
import { OnPage } from '@/workbench/surroundings';
import { ChoicePicker, ChoicesPicker } from './choice-picker';
import { CohortPicker } from './cohort-picker';
import { DepartmentPicker, DepartmentsPicker } from './department-picker';
import { JobRolePicker, JobRolesPicker } from './job-role-picker';
import { MetricPicker } from './metric-picker';
import { Opened } from './opened.fixture';
import { PlanPicker } from './plan-picker';
import { ZonePicker } from './zone-picker';

const noop = (): void => undefined;

function useChoices(count = 6) {
  const { title, person } = useSample();
  return Array.from({ length: count }, (_, at) => ({ value: `${at}`, label: `${title} ${at + 1}`, about: person }));
}

export const OneOfMany: Story = () => {
  const { action } = useSample();
  const [value, setValue] = useState('1');
  return (
    <OnPage width={480}>
      <ChoicePicker label={action} choices={useChoices()} value={value} onChange={setValue} clearable />
    </OnPage>
  );
};

export const Open: Story = () => {
  const { action } = useSample();
  const [value, setValue] = useState('1');
  return (
    <OnPage width={480}>
      <Opened>
        <ChoicePicker label={action} choices={useChoices(120)} value={value} onChange={setValue} />
      </Opened>
    </OnPage>
  );
};

export const Several: Story = () => {
  const { action } = useSample();
  const [values, setValues] = useState(['0', '2', 'gone']);
  return (
    <OnPage width={480}>
      <ChoicesPicker label={action} choices={useChoices()} values={values} onChange={setValues} />
    </OnPage>
  );
};

export const Wrong: Story = () => {
  const { action, text } = useSample();
  return (
    <OnPage width={480}>
      <ChoicePicker label={action} choices={useChoices()} value="" onChange={noop} hint={text} error={text} />
    </OnPage>
  );
};

function Named({ departments }: { departments: Answer }) {
  const { action, title, person } = useSample();
  const plan = { id: 'plan', key: 'plan', title, current: { id: 'version', number: 3 } };
  return (
    <Answered
      by={{
        DepartmentsToPick: departments,
        JobRolesToPick: { data: { jobRoles: [{ id: '1', key: 'manager', title }] } },
        PlansToPick: { data: { plans: { edges: [{ node: plan }] } } },
      }}
    >
      <OnPage width={480}>
        <DepartmentPicker label={action} value="2" onChange={noop} />
        <DepartmentsPicker by="key" label={action} values={['east', 'shanghai']} onChange={noop} />
        <JobRolePicker label={action} value="manager" onChange={noop} />
        <JobRolesPicker label={action} values={['manager']} onChange={noop} />
        <PlanPicker label={action} value="plan" onChange={noop} />
        <CohortPicker label={action} cohorts={[{ id: '1', name: title, about: person }]} value="1" onChange={noop} />
        <MetricPicker label={action} metrics={[{ key: 'score', title }]} value="score" onChange={noop} />
        <ZonePicker label={action} value="Asia/Shanghai" onChange={noop} />
      </OnPage>
    </Answered>
  );
}

const departmentsNamed = (name: string): Answer => ({
  data: {
    departments: [
      { __typename: 'Department', id: '1', key: 'east', name, closed: false, formerKeys: [], parent: null },
      { __typename: 'Department', id: '2', key: 'shanghai', name, closed: false, formerKeys: [], parent: { id: '1' } },
    ],
  },
});

export const ByKind: Story = () => <Named departments={departmentsNamed(useSample().person)} />;
export const Loading: Story = () => <Named departments="waits" />;
export const Failing: Story = () => <Named departments="offline" />;

export const Empty: Story = () => {
  const { action } = useSample();
  return (
    <OnPage width={480}>
      <Opened>
        <ChoicePicker label={action} choices={[]} value="" onChange={noop} />
      </Opened>
    </OnPage>
  );
};

export const ReadOnly: Story = () => {
  const { action } = useSample();
  return (
    <OnPage width={480}>
      <ChoicePicker label={action} choices={useChoices()} value="2" onChange={noop} readOnly clearable />
      <ChoicesPicker label={action} choices={useChoices()} values={['0', '2']} onChange={noop} readOnly />
    </OnPage>
  );
};

export const Long: Story = () => {
  const { longAction, longTitle, longPerson } = useSample();
  const choices = Array.from({ length: 6 }, (_, at) => ({ value: `${at}`, label: longTitle, about: longPerson }));
  return (
    <OnPage width={480}>
      <ChoicesPicker label={longAction} choices={choices} values={['0', '2']} onChange={noop} />
      <Opened>
        <ChoicePicker label={longAction} choices={choices} value="2" onChange={noop} clearable />
      </Opened>
    </OnPage>
  );
};

export default {
  title: 'pickers/ChoicePicker',
  component: ChoicePicker,
  subcomponents: {
    ChoicesPicker,
    DepartmentPicker,
    DepartmentsPicker,
    JobRolePicker,
    JobRolesPicker,
    PlanPicker,
    ZonePicker,
    CohortPicker,
    MetricPicker,
  },
  states: {
    empty: Empty,
    loading: Loading,
    error: Failing,
    readOnly: ReadOnly,
    stale: 'what was read once is offered until the page is read again',
    long: Long,
  },
} satisfies Stories;
