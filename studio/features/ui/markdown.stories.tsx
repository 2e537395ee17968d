import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { Markdown } from './markdown';

export const Blocks: Story = () => {
  const { title, text, person } = useSample();
  return (
    <OnPage>
      <Markdown>{`**${title}**\n\n${text}\n\n- ${person}\n- [${title}](/my-plan)\n\n1. ${text}\n2. ${text}`}</Markdown>
    </OnPage>
  );
};

export const Long: Story = () => {
  const { longTitle, longText } = useSample();
  return (
    <OnPage>
      <Markdown>{`**${longTitle}**\n\n${longText}\n\n- [${longTitle}](https://planwright.example)\n- ${longText}`}</Markdown>
    </OnPage>
  );
};

export default {
  title: 'ui/Markdown',
  component: Markdown,
  states: { ...TOLD, empty: 'a message without text is not shown', long: Long },
} satisfies Stories;
