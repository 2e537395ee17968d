import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { Menu } from './menu';

const noop = (): void => undefined;

function Opened({ labels }: { labels: readonly string[] }) {
  const { action } = useSample();
  return (
    <OnPage width={480}>
      <div
        ref={(box) => box?.querySelector<HTMLElement>('[popover]')?.showPopover()}
        style={{ minHeight: 240, justifySelf: 'end' }}
      >
        <Menu label={action} entries={labels.map((label, at) => ({ key: `${at}`, label, run: noop }))} />
      </div>
    </OnPage>
  );
}

export const Closed: Story = () => {
  const { action } = useSample();
  return (
    <OnPage width={480}>
      <Menu label={action} entries={[{ key: 'one', label: action, run: noop }]} />
    </OnPage>
  );
};

export const Open: Story = () => {
  const { action, person, title } = useSample();
  return <Opened labels={[action, person, title]} />;
};

export const Long: Story = () => {
  const { action, longAction } = useSample();
  return <Opened labels={[action, longAction]} />;
};

export default {
  title: 'ui/Menu',
  component: Menu,
  states: { ...TOLD, empty: 'without entries it is not there', long: Long },
} satisfies Stories;
