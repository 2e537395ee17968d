'use client';
import { fieldsOfSchema } from '@planwright/schema/settings';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { useKept } from '@/features/device/use-kept';
import { errorsIn } from '@/features/schema-form/field-errors';
import { fieldsDrawn } from '@/features/schema-form/fields-drawn';
import { useFieldErrors } from '@/features/schema-form/form-context';
import {
  configToSend,
  type SecretEdit,
  secretsIn,
  startValues,
  type Values,
  withValue,
} from '@/features/schema-form/form-values';
import { SchemaForm } from '@/features/schema-form/schema-form';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import type { IntegrationViewFragment } from '@/gql/graphql';
import { CheckReport } from './check-report';
import { createIntegration, integrationsPage, updateIntegration } from './documents';
import styles from './integrations.module.css';
import { useTest } from './use-test';

interface PluginOfForm {
  id: string;
  title: string;
  configSchema: unknown;
}

const valuesOf = (config: unknown): Values =>
  typeof config === 'object' && config !== null && !Array.isArray(config) ? { ...config } : {};

/** Settings of an integration, drawn from the plugin's schema; saving also tests them. */
export function IntegrationForm({
  plugin,
  integration,
  testNow,
}: {
  plugin: PluginOfForm;
  integration: IntegrationViewFragment | undefined;
  /** It was just created: test it without being asked. */
  testNow: boolean;
}) {
  const t = useTranslations('integrations');
  const router = useRouter();
  const client = useClient();
  const language = useLocale() === 'en' ? 'en' : 'zh-CN';
  const fields = useMemo(() => fieldsOfSchema(plugin.configSchema, language), [plugin.configSchema, language]);
  const { viewer, has } = useSession();
  const readOnly = !has('ADMIN');

  // Names and settings stay on the device until they are saved; secrets never do.
  const kept = useKept(['integration', integration?.id ?? `${viewer.workspace?.id}:${plugin.id}`]);
  const stored = (): Values => (integration ? valuesOf(integration.config) : startValues(fields));
  const storedName = integration?.name ?? plugin.title;
  const [fromEarlier, setFromEarlier] = useState(() => !readOnly && kept.text('values') !== '');
  const [name, setName] = useState(() => (fromEarlier && kept.text('name')) || storedName);
  const [values, setValues] = useState<Values>(() =>
    fromEarlier ? valuesOf(JSON.parse(kept.text('values'))) : stored(),
  );
  const [secrets, setSecrets] = useState<ReadonlyMap<string, SecretEdit>>(new Map());
  const [changed, setChanged] = useState(!integration || fromEarlier);
  const [shown, setShown] = useState(false);
  const create = useCommand(createIntegration);
  const update = useCommand(updateIntegration);
  const command = integration ? update : create;
  const test = useTest();

  const words = useFieldErrors();
  const errors = errorsIn(fields, values);
  const set = new Set(integration?.secretsSet ?? []);
  const drawn = new Map(fieldsDrawn(fields, values).map(({ path, field }) => [path, field]));
  const missing = secretsIn(fields).filter((path) => {
    const edit = secrets.get(path);
    const isOnTop = !path.includes('.');
    return isOnTop && drawn.get(path)?.required && !set.has(path) && !(edit?.do === 'replace' && edit.text !== '');
  });
  const isComplete = errors.size === 0 && missing.length === 0 && name.trim() !== '';
  const wrongAt = (path: string): string | undefined =>
    command.errorAt(`config.${path}`) ??
    (shown ? words(missing.includes(path) ? 'required' : errors.get(path), drawn.get(path)) : undefined);
  const shownAt = ['name', ...[...drawn.keys()].map((path) => `config.${path}`)];

  const touch = (next: { name?: string; values?: Values } = {}) => {
    kept.change({ name: next.name ?? name, values: JSON.stringify(next.values ?? values) });
    setChanged(true);
    command.reset();
    test.clear();
  };

  const save = async (): Promise<void> => {
    setShown(true);
    if (!isComplete) return;
    const config = configToSend(fields, values, secrets);
    const input = { name: name.trim(), config };
    const outcome = integration
      ? await update.run({ input: { integrationId: integration.id, ...input } })
      : await create.run({ input: { pluginId: plugin.id, ...input } });
    const saved = outcome.kind === 'done' && outcome.payload.integration;
    if (!saved) return;
    kept.done();
    setFromEarlier(false);
    setChanged(false);
    setShown(false);
    setSecrets(new Map());
    if (integration) return test.run(saved.id);
    await client.query(integrationsPage, {}, { requestPolicy: 'network-only' }).toPromise();
    router.replace(`/integrations/${encodeURIComponent(saved.id)}?test=1`);
  };

  const runTest = useRef(test.run);
  runTest.current = test.run;
  const created = testNow ? integration?.id : undefined;
  useEffect(() => {
    if (created) void runTest.current(created);
  }, [created]);

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (changed || !integration) void save();
        else void test.run(integration.id);
      }}
    >
      {fromEarlier && (
        <Note
          tone="info"
          title={t('fromEarlier')}
          action={
            <Button
              onClick={() => {
                kept.done();
                setFromEarlier(false);
                setName(storedName);
                setValues(stored());
                setChanged(!integration);
              }}
            >
              {t('discardEarlier')}
            </Button>
          }
        />
      )}
      <Field
        label={t('name')}
        hint={t('nameHint')}
        error={command.errorAt('name') ?? (shown && name.trim() === '' ? words('required') : undefined)}
      >
        {(control) => (
          <input
            {...control}
            name="name"
            required
            maxLength={200}
            readOnly={readOnly}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              touch({ name: event.target.value });
            }}
          />
        )}
      </Field>
      <SchemaForm
        spacing="page"
        fields={fields}
        values={values}
        readOnly={readOnly}
        keeper="device"
        errorAt={wrongAt}
        onChange={(path, value) => {
          const next = withValue(values, path, value);
          setValues(next);
          touch({ values: next });
        }}
        secrets={{
          set,
          edits: secrets,
          onEdit: (path, edit) => {
            setSecrets((before) => new Map(before).set(path, edit));
            touch();
          },
        }}
      />
      <CommandErrors command={command} shownAt={shownAt} safe={t('kept')} />
      {readOnly ? (
        <p className={styles.lead}>{t('readOnly')}</p>
      ) : (
        <div className={styles.actions}>
          <Button look="primary" type="submit" busy={command.pending || test.pending}>
            {command.pending ? t('saving') : test.pending ? t('testing') : changed ? t('saveAndTest') : t('test')}
          </Button>
          {!changed && !test.report && <span className={styles.quiet}>{t('saved')}</span>}
        </div>
      )}
      <CheckReport test={test} />
    </form>
  );
}
