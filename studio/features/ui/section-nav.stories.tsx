import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { SectionNav } from './section-nav';

export const Tabs: Story = () => {
  const { title, person, action } = useSample();
  return (
    <SectionNav
      label={title}
      current="here"
      tabs={[
        { key: 'here', path: '/', text: action },
        { key: 'there', path: '/plans', text: person },
        { key: 'beyond', path: '/people', text: title },
      ]}
    />
  );
};

export const Long: Story = () => {
  const { longTitle, longPerson, title } = useSample();
  return (
    <SectionNav
      label={title}
      current="there"
      tabs={[
        { key: 'here', path: '/', text: longPerson },
        { key: 'there', path: '/plans', text: longTitle },
        { key: 'beyond', path: '/people', text: title },
      ]}
    />
  );
};

export default {
  title: 'ui/SectionNav',
  component: SectionNav,
  states: { ...TOLD, empty: 'there are always pages to go to', long: Long },
} satisfies Stories;
