import { CombinedError } from 'urql';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { FailureNote } from './failure-note';

const CODES = ['FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED', 'READ_ONLY', 'INTERNAL_SERVER_ERROR'];
const offline = new CombinedError({ networkError: new Error('offline') });
const refused = (code: string) => new CombinedError({ graphQLErrors: [{ message: code, extensions: { code } }] });
const retry = () => undefined;

export const Kinds: Story = () => (
  <OnPage>
    <FailureNote error={offline} retry={retry} />
    {CODES.map((code) => (
      <FailureNote key={code} error={refused(code)} retry={retry} />
    ))}
  </OnPage>
);

export const ReadOnly: Story = () => (
  <OnPage>
    <FailureNote error={refused('READ_ONLY')} />
  </OnPage>
);

export const Long: Story = () => (
  <OnPage>
    <FailureNote error={offline} safe={useSample().longText} retry={retry} />
  </OnPage>
);

export default {
  title: 'ui/FailureNote',
  component: FailureNote,
  states: { ...TOLD, empty: 'there is a failure', error: Kinds, readOnly: ReadOnly, long: Long },
} satisfies Stories;
