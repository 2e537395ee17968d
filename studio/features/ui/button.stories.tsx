import { Plus, X } from 'lucide-react';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage, Row } from '@/workbench/surroundings';
import { Button, ButtonLink } from './button';

const LOOKS = ['primary', 'plain', 'quiet', 'danger'] as const;
const SIZES = ['base', 'large'] as const;

export const Looks: Story = () => {
  const { action } = useSample();
  return (
    <OnPage>
      {SIZES.map((size) => (
        <Row key={size}>
          {LOOKS.map((look) => (
            <Button key={look} look={look} size={size} icon={<Plus size={16} aria-hidden />}>
              {action}
            </Button>
          ))}
        </Row>
      ))}
    </OnPage>
  );
};

export const IconsAlone: Story = () => {
  const { action } = useSample();
  return (
    <OnPage>
      <Row>
        {LOOKS.map((look) => (
          <Button key={look} look={look} icon={<X size={16} aria-hidden />} aria-label={action} />
        ))}
      </Row>
    </OnPage>
  );
};

export const Links: Story = () => {
  const { action } = useSample();
  return (
    <OnPage>
      <Row>
        {LOOKS.map((look) => (
          <ButtonLink key={look} look={look} href="/plans">
            {action}
          </ButtonLink>
        ))}
        <ButtonLink href="https://planwright.example">{action}</ButtonLink>
      </Row>
    </OnPage>
  );
};

export const Busy: Story = () => {
  const { action } = useSample();
  return (
    <OnPage>
      <Row>
        {LOOKS.map((look) => (
          <Button key={look} look={look} busy>
            {action}
          </Button>
        ))}
      </Row>
    </OnPage>
  );
};

export const Disabled: Story = () => {
  const { action } = useSample();
  return (
    <OnPage>
      <Row>
        {LOOKS.map((look) => (
          <Button key={look} look={look} disabled>
            {action}
          </Button>
        ))}
      </Row>
    </OnPage>
  );
};

export const Long: Story = () => {
  const { longAction, longTitle } = useSample();
  return (
    <OnPage>
      <Row>
        <Button look="primary" icon={<Plus size={16} aria-hidden />}>
          {longAction}
        </Button>
        <Button>{longTitle}</Button>
        <ButtonLink look="quiet" href="/plans">
          {longTitle}
        </ButtonLink>
      </Row>
    </OnPage>
  );
};

export default {
  title: 'ui/Button',
  component: Button,
  subcomponents: { ButtonLink },
  states: {
    ...TOLD,
    empty: 'without words it has an icon and a name for screen readers: IconsAlone',
    loading: Busy,
    readOnly: Disabled,
    long: Long,
  },
} satisfies Stories;
