'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { errorsAt } from '@/features/api/user-errors';
import { nextMonday } from '@/features/cohorts/monday';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { ChoicePicker } from '@/features/pickers/choice-picker';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import type { DesignChoicesQuery, PersonChoiceFragment } from '@/gql/graphql';
import { useToday } from '../use-today';
import styles from './design.module.css';
import { createExperiment } from './documents';
import { addDays, type Draft, type DraftField, FIELDS, incomplete, inputOf, refusedPeople } from './draft';
import { DrawStep } from './draw-step';
import { EffectAnswer } from './effect-answer';
import { MeasureStep } from './measure-step';
import { MeasuresFields } from './measures-fields';
import { PeopleStep } from './people-step';
import { Step } from './step';
import { VersionsStep } from './versions-step';

type Design = Draft & { people: readonly PersonChoiceFragment[] };

/** Most plans run for twelve weeks; results settle four weeks after. */
const USUAL_DAYS = 16 * 7;

/** The design, from the question to the dates, and beside it what it could show. */
export function DesignForm({
  choices,
  planKey,
  versionIds,
}: {
  choices: DesignChoicesQuery;
  planKey: string | undefined;
  versionIds: readonly string[];
}) {
  const t = useTranslations('experiments');
  const router = useRouter();
  const today = useToday();
  const { viewer } = useSession();
  const kept = useKept(['experiment', viewer.workspace?.id ?? '']);
  const form = useRef<HTMLFormElement>(null);
  const plans = choices.plans.edges.map(({ node }) => node).filter(({ current }) => current);
  const [draft, setDraft] = useState<Design>(() => ({
    name: kept.text('name'),
    hypothesis: kept.text('hypothesis'),
    planKey: planKey ?? (plans.length === 1 ? (plans[0]?.key ?? '') : ''),
    versionIds: [versionIds[0] ?? '', versionIds[1] ?? ''],
    metricKey: '',
    smallestEffect: '',
    guardrails: [],
    secondaryMetrics: [],
    people: [],
    unit: 'PERSON',
    strata: [],
    cohortName: '',
    startsOn: nextMonday(today),
    analysisOn: addDays(nextMonday(today), USUAL_DAYS),
    seed: '',
  }));
  const [isTried, setTried] = useState(false);
  const command = useCommand(createExperiment);
  const change = (part: Partial<Design>) => setDraft({ ...draft, ...part });
  const open = incomplete(draft, today);
  // People are refused by their place in the list that was sent.
  const [sent, setSent] = useState<readonly { id: string }[]>([]);
  const wrong = command.userErrors;
  const refused = new Set([...refusedPeople(wrong)].flatMap((place) => sent[place]?.id ?? []));
  const wrongsAt = (field: DraftField): string[] => {
    if (isTried && open.has(field)) return [t(`missing.${field}`)];
    // What was said of people who are no longer in the list is settled.
    if (field === 'personIds' && refused.size > 0 && !draft.people.some(({ id }) => refused.has(id))) return [];
    return errorsAt(wrong, field);
  };
  const wrongAt = (field: DraftField): string | undefined => wrongsAt(field)[0];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (open.size > 0) return showFirstError();
    setSent(draft.people);
    const outcome = await command.run({ input: inputOf(draft) });
    const id = outcome.kind === 'done' && outcome.payload.experiment?.id;
    if (id) {
      kept.done();
      router.push(`/experiments/${encodeURIComponent(id)}`);
    } else showFirstError();
  };
  const showFirstError = () => {
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid], [role=alert]')?.scrollIntoView({ block: 'center' }),
    );
  };

  const text = (field: 'name' | 'cohortName', hint: string) => (
    <Field label={t(`design.${field}`)} hint={hint} error={wrongAt(field)}>
      {(control) => (
        <input
          {...control}
          name={field}
          maxLength={200}
          value={draft[field]}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  const date = (field: 'startsOn' | 'analysisOn') => (
    <Field label={t(`design.${field}`)} hint={t(`design.${field}Hint`)} error={wrongAt(field)}>
      {(control) => (
        <input
          {...control}
          name={field}
          type="date"
          value={draft[field]}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <form ref={form} className={styles.design} onSubmit={(event) => void submit(event)} noValidate>
      <div className={styles.steps}>
        <Step number={1} title={t('design.question')} lead={t('design.questionLead')}>
          {text('name', t('design.nameHint'))}
          <Field label={t('design.hypothesis')} hint={t('design.hypothesisHint')} error={wrongAt('hypothesis')}>
            {(control) => (
              <LongText
                {...control}
                name="hypothesis"
                maxLength={2000}
                kept={{
                  ...kept.field('hypothesis'),
                  value: draft.hypothesis,
                  set: (hypothesis) => {
                    kept.change({ name: draft.name, hypothesis });
                    change({ hypothesis });
                  },
                  discard: () => {
                    kept.done();
                    change({ hypothesis: '' });
                  },
                }}
              />
            )}
          </Field>
        </Step>
        <Step number={2} title={t('design.which')} lead={t('design.whichLead')}>
          <ChoicePicker
            name="plan"
            label={t('plan')}
            placeholder={t('design.choosePlan')}
            error={wrongAt('planKey')}
            choices={plans.map(({ key, title }) => ({ value: key, label: title }))}
            value={draft.planKey}
            onChange={(planKey) => change({ planKey, versionIds: ['', ''] })}
          />
          <VersionsStep
            planKey={draft.planKey}
            versionIds={draft.versionIds}
            onChange={(ids) => change({ versionIds: ids })}
            error={wrongAt('versionIds')}
          />
        </Step>
        <Step number={3} title={t('design.measure')} lead={t('design.measureLead')}>
          <MeasureStep
            metrics={choices.metrics}
            metricKey={draft.metricKey}
            smallestEffect={draft.smallestEffect}
            onMetric={(metricKey) => change({ metricKey })}
            onSmallest={(smallestEffect) => change({ smallestEffect })}
            errors={{ metric: wrongAt('metricKey'), smallest: wrongAt('smallestEffect') }}
          />
          <MeasuresFields
            metrics={choices.metrics}
            primary={draft.metricKey}
            guardrails={draft.guardrails}
            secondaryMetrics={draft.secondaryMetrics}
            onGuardrails={(guardrails) => change({ guardrails })}
            onSecondary={(secondaryMetrics) => change({ secondaryMetrics })}
            errors={{ guardrails: wrongAt('guardrails'), secondaryMetrics: wrongAt('secondaryMetrics') }}
          />
        </Step>
        <Step number={4} title={t('design.who')} lead={t('design.whoLead')}>
          <PeopleStep
            people={draft.people}
            onChange={(people) => change({ people })}
            errors={wrongsAt('personIds')}
            refused={refused}
          />
        </Step>
        <Step number={5} title={t('design.draw')} lead={t('design.drawLead')}>
          <DrawStep
            unit={draft.unit}
            strata={draft.strata}
            onUnit={(unit) => change({ unit, ...(unit === 'PERSON' ? {} : { strata: [] }) })}
            onStrata={(strata) => change({ strata })}
            error={wrongAt('unit')}
          />
        </Step>
        <Step number={6} title={t('design.when')} lead={t('design.whenLead')}>
          {text('cohortName', t('design.cohortNameHint'))}
          <div className={styles.pair}>
            {date('startsOn')}
            {date('analysisOn')}
          </div>
          <details className={styles.more}>
            <summary>{t('design.seedMore')}</summary>
            <Field label={t('design.seed')} hint={t('design.seedHint')} error={wrongAt('seed')}>
              {(control) => (
                <input
                  {...control}
                  name="seed"
                  maxLength={200}
                  value={draft.seed}
                  onChange={(event) => change({ seed: event.target.value })}
                />
              )}
            </Field>
          </details>
        </Step>
      </div>
      <aside className={styles.side}>
        <h2 className={styles.sideTitle}>{t('effect.title')}</h2>
        <EffectAnswer draft={draft} />
        <div className={styles.act}>
          <CommandErrors command={command} shownAt={FIELDS} safe={t('kept')} />
          {isTried && open.size > 0 && <Note tone="warn" title={t('design.openFields', { count: open.size })} />}
          <Button look="primary" size="large" type="submit" busy={command.pending} data-testid="create-experiment">
            {t('design.create')}
          </Button>
          <p className={styles.quiet}>{t('design.createHint')}</p>
        </div>
      </aside>
    </form>
  );
}
