import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { ClockProvider } from './clock';
import { useTimeWords } from './use-time-words';

/** From a moment ago to another year, before and after the moment of the stories. */
const MOMENTS = [
  '2025-11-28T02:30:00.000Z',
  '2026-03-01T02:30:00.000Z',
  '2026-03-11T10:00:00.000Z',
  '2026-03-12T02:20:00.000Z',
  '2026-03-12T02:30:00.000Z',
  '2026-03-12T07:30:00.000Z',
  '2026-03-13T10:00:00.000Z',
  '2026-03-20T10:00:00.000Z',
  '2027-01-04T01:00:00.000Z',
];

export const Words: Story = () => {
  const { date, due, left, ago, moment, isPast } = useTimeWords();
  return (
    <OnPage>
      {MOMENTS.map((at) => (
        <p key={at} style={{ margin: 0 }}>
          {[date(at, 'fullTime'), due(at), isPast(at) ? ago(at) : left(at), moment(at)].join(' | ')}
        </p>
      ))}
    </OnPage>
  );
};

export default {
  title: 'time/Words',
  component: ClockProvider,
  states: { ...TOLD, empty: 'it is always some time', long: 'its words are ours; every kind is shown' },
} satisfies Stories;
