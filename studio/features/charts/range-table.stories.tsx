import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { DotStrip } from './dot-strip';
import { tickText } from './figures';
import { type RangeRow, RangeTable } from './range-table';
import { scaleOver } from './scale';

const scale = scaleOver([-8, 12]);

function Compared({ name, about, reason, rows }: { name: string; about: string; reason: string; rows: RangeRow[] }) {
  return (
    <OnPage>
      <RangeTable
        caption={about}
        titleHead={name}
        heads={['n', about, reason]}
        chartHead={about}
        rows={rows}
        scale={scale}
        tickText={tickText}
        mark={0}
        band={{ from: -3, to: 3 }}
      />
    </OnPage>
  );
}

const rowsOf = (title: string, reason: string): RangeRow[] => [
  { key: 'one', title, label: title, low: 1.2, high: 9.8, middle: 5.5, cells: ['24', '+5.5', '+1.2 – +9.8'] },
  {
    key: 'two',
    title,
    label: title,
    low: -4,
    high: 6,
    middle: 1,
    cells: ['18', '+1.0', '−4.0 – +6.0'],
    below: <DotStrip values={[-4, -1, 0, 1, 1, 2, 5]} scale={scale} label={title} mark={0} mean={1} />,
  },
  { key: 'three', title, label: title, low: null, high: null, middle: null, cells: ['3', '–', '–'], reason },
];

export const Rows: Story = () => {
  const { person, action, title } = useSample();
  return <Compared name={person} about={action} reason={action} rows={rowsOf(title, action)} />;
};

export const NoRows: Story = () => {
  const { person, action } = useSample();
  return <Compared name={person} about={action} reason={action} rows={[]} />;
};

export const Long: Story = () => {
  const { longPerson, longAction, person, longTitle, longText } = useSample();
  return <Compared name={longPerson} about={longAction} reason={person} rows={rowsOf(longTitle, longText)} />;
};

export default {
  title: 'charts/RangeTable',
  component: RangeTable,
  states: { ...TOLD, empty: NoRows, long: Long },
} satisfies Stories;
