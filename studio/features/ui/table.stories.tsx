import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { Button } from './button';
import { Cell, Table } from './table';
import { Tag } from './tag';

function People({ name, about, doing, rows }: { name: string; about: string; doing: string; rows: number }) {
  const { person, action } = useSample();
  return (
    <OnPage>
      <Table caption={about} heads={[person, action, action, '']}>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike
            <tr key={row}>
              <Cell>{name}</Cell>
              <Cell label={action}>{about}</Cell>
              <Cell label={action}>
                <Tag>{doing}</Tag>
              </Cell>
              <Cell end>
                <Button look="quiet">{action}</Button>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </OnPage>
  );
}

export const Rows: Story = () => {
  const { person, title, action } = useSample();
  return <People name={person} about={title} doing={action} rows={4} />;
};

export const Long: Story = () => {
  const { longPerson, longTitle, longAction } = useSample();
  return <People name={longPerson} about={longTitle} doing={longAction} rows={2} />;
};

export default {
  title: 'ui/Table',
  component: Table,
  subcomponents: { Cell },
  states: { ...TOLD, long: Long },
} satisfies Stories;
