'use client';
import type { RuleUse } from '@planwright/schema/kinds';
import { type FormField, fieldsOfSchema } from '@planwright/schema/settings';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { fieldsDrawn } from '@/features/schema-form/fields-drawn';
import { startValues, withValue } from '@/features/schema-form/form-values';
import { SchemaForm } from '@/features/schema-form/schema-form';
import { type RuleRole, useCatalogue } from '../rules/catalogue';
import { useRuleProblems } from '../rules/use-rule-problems';
import { useDesigner, useDesignerStore } from '../store/use-designer';
import { useLanguage } from '../words/use-canvas-words';
import { FieldProblems, SelectField } from './fields';
import styles from './inspector.module.css';
import { NotInstalled } from './not-installed';
import { RUBRIC, RubricFields, START, WEIGHTED, WeightFields } from './rule-settings';

type Settings = NonNullable<RuleUse['with']>;

/** A pluggable rule with its settings: the form is drawn from the rule's own schema; of a rule that is not here its settings are told. */
export function RuleUseField({
  part,
  value,
  target,
  path,
  required = false,
  onChange,
}: {
  part: RuleRole;
  value: RuleUse | undefined;
  /** Key of the item that the rule belongs to; undefined = the plan. */
  target?: string;
  /** Names the field for focus, undo and problems: `reminders.monday`, `scorer`. */
  path: string;
  required?: boolean;
  onChange: (value: RuleUse | undefined) => void;
}) {
  const t = useTranslations('designer.rules');
  const language = useLanguage();
  const catalogue = useCatalogue(part);
  const entry = value && catalogue.find(value.use);
  const schema = entry?.configSchema;
  const fields = useMemo(() => fieldsOfSchema(schema, language), [schema, language]);
  const problems = useRuleProblems(target, path);
  const box = useRef<HTMLDivElement>(null);
  useFocusSetting(box, `${path}.with`);

  const isOffered = value !== undefined && catalogue.offered.some((each) => each.use === value.use);
  const options = [
    ...(required ? [] : [{ value: '', label: t(`none.${part}`) }]),
    ...catalogue.offered.map((each) => ({ value: each.use, label: each.title })),
    ...(value && !isOffered
      ? [{ value: value.use, label: catalogue.isKnown ? t('notHere', { use: value.use }) : value.use }]
      : []),
  ];
  const settings = value?.with ?? {};
  const change = (next: Settings) => value && onChange({ ...value, with: next });
  return (
    <div ref={box} className={styles.fields}>
      <SelectField
        name={path}
        label={t(`roles.${part}`)}
        value={value?.use ?? ''}
        options={options}
        onChange={(use) => {
          if (use === '') return onChange(undefined);
          const chosen = catalogue.offered.find((each) => each.use === use);
          if (use === value?.use) return;
          const start = START[use] ?? startValues(fieldsOfSchema(chosen?.configSchema, language));
          onChange({ use, with: structuredClone(start) as Settings });
        }}
      />
      {value && (
        <SettingsForm
          use={value.use}
          isKnown={catalogue.isKnown}
          fields={entry ? fields : undefined}
          value={settings}
          path={path}
          errorAt={problems.errorAt}
          onChange={change}
        />
      )}
      <FieldProblems
        problems={problems.beside(
          hasOwnForm(value?.use) || !entry ? [] : fieldsDrawn(fields, settings).map((each) => each.path),
        )}
      />
    </div>
  );
}

const hasOwnForm = (use: string | undefined): boolean => use === RUBRIC || use === WEIGHTED;

function SettingsForm({
  use,
  isKnown,
  fields,
  value,
  path,
  errorAt,
  onChange,
}: {
  use: string;
  /** What is installed is read. */
  isKnown: boolean;
  /** undefined = the rule is not here, or the catalogue is not read yet. */
  fields: readonly FormField[] | undefined;
  value: Settings;
  path: string;
  errorAt: (setting: string) => string | undefined;
  onChange: (value: Settings) => void;
}) {
  const store = useDesignerStore();
  const readOnly = useDesigner((state) => state.readOnly);
  if (use === RUBRIC) return <RubricFields value={value} onChange={onChange} />;
  if (use === WEIGHTED) return <WeightFields value={value} onChange={onChange} />;
  if (!fields) return isKnown ? <NotInstalled use={use} value={value} /> : null;
  return (
    <SchemaForm
      fields={fields}
      values={value}
      name={`${path}.with`}
      readOnly={readOnly}
      keeper="journal"
      errorAt={errorAt}
      onBlur={() => store.getState().endGesture()}
      onChange={(at, next) => onChange(withValue(value, at, next) as Settings)}
    />
  );
}

/** The problem list may lead to a single setting: the field of the drawn form takes the focus. */
function useFocusSetting(box: React.RefObject<HTMLElement | null>, root: string): void {
  const asked = useDesigner(({ focusField }) => (focusField?.startsWith(`${root}.`) ? focusField : undefined));
  useEffect(() => {
    if (!asked) return;
    const names = asked.split('.');
    // A path may lead deeper than the form does: its nearest field takes it.
    for (let length = names.length; length > 0; length -= 1) {
      const field = box.current?.querySelector<HTMLElement>(
        `[data-field="${CSS.escape(names.slice(0, length).join('.'))}"]`,
      );
      if (field) return field.focus();
    }
  }, [asked, box]);
}
