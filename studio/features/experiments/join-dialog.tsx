'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { PeoplePicker } from '@/features/pickers/people-picker';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import type { ExperimentViewFragment, PersonChoiceFragment } from '@/gql/graphql';
import { refusedPeople } from './design/draft';
import { joinExperiment } from './documents';
import styles from './experiment-page.module.css';

/** People who come later: the random draw continues where it ended, and shows at once which version each person got. */
export function JoinDialog({
  experiment,
  onClose,
  onDone,
}: {
  experiment: ExperimentViewFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('experiments');
  const ui = useTranslations('ui');
  const [people, setPeople] = useState<PersonChoiceFragment[]>([]);
  const command = useCommand(joinExperiment);
  const inIt = new Set(experiment.members.map(({ person }) => person.id));
  // People are refused by their place in the list that was sent; what was said of those taken out is settled.
  const [sent, setSent] = useState<readonly PersonChoiceFragment[]>([]);
  const given = command.userErrors;
  const refused = new Set([...refusedPeople(given)].flatMap((place) => sent[place]?.id ?? []));
  const isSettled = refused.size > 0 && !people.some(({ id }) => refused.has(id));
  const wrong = isSettled ? [] : given;
  const drawn = given.length === 0 ? command.payload?.experiment?.members : undefined;
  const chosen = new Set(people.map(({ id }) => id));

  if (drawn) {
    return (
      <Dialog title={t('join.done')} onClose={onDone} footer={<Button onClick={onDone}>{ui('close')}</Button>}>
        <ul className={styles.drawn}>
          {drawn
            .filter(({ person }) => chosen.has(person.id))
            .map(({ person, version }) => (
              <li key={person.id}>{t('join.got', { name: person.name, number: version.number })}</li>
            ))}
        </ul>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t('join.title')}
      action={t('join.confirm', { count: people.length })}
      // Who is refused is said beside the way to take them out.
      command={{ ...command, userErrors: [] }}
      safe={t('kept')}
      canSubmit={people.length > 0}
      onSubmit={() => {
        setSent(people);
        return command.run({ input: { experimentId: experiment.id, personIds: people.map(({ id }) => id) } });
      }}
      onClose={onClose}
      width={560}
    >
      <p>{t('join.text')}</p>
      <PeoplePicker label={t('join.who')} chosen={people} onChange={setPeople} without={inIt} />
      {wrong.length > 0 && (
        <Note
          tone="danger"
          title={t('join.refused')}
          action={
            refused.size > 0 && (
              <Button onClick={() => setPeople(people.filter(({ id }) => !refused.has(id)))}>
                {t('design.removeRefused', { count: people.filter(({ id }) => refused.has(id)).length })}
              </Button>
            )
          }
        >
          <ul className={styles.refused}>
            {wrong.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Note>
      )}
    </FormDialog>
  );
}
