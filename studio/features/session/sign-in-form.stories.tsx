import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { SignInForm } from './sign-in-form';

const noop = () => undefined;

export const FirstTime: Story = () => (
  <OnPage width={360}>
    <SignInForm onSignedIn={noop} />
  </OnPage>
);

/** The same person signs in again, so the address is given. */
export const Again: Story = () => (
  <OnPage width={360}>
    <SignInForm email="mingyue@yuanshan.example" onSignedIn={noop} />
  </OnPage>
);

export const Long: Story = () => (
  <OnPage width={360}>
    <SignInForm email={`${useSample().longPerson.replaceAll(/\W/g, '')}@planwright.example`} onSignedIn={noop} />
  </OnPage>
);

export default {
  title: 'session/SignInForm',
  component: SignInForm,
  states: { ...TOLD, empty: FirstTime, readOnly: Again, long: Long },
} satisfies Stories;
