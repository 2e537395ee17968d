'use client';
import type { PlanDefinition, Problem } from '@planwright/schema/definition';
import { decodeText } from '@planwright/schema/tables';
import { FileUp } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type DragEvent, useId, useState } from 'react';
import { isLocale } from '@/features/i18n/locale';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import { renamedDefinition } from './new-definition';
import styles from './plans.module.css';
import { useCreatePlan } from './use-create-plan';

const LARGEST_FILE = 2 * 1024 * 1024;

interface Read {
  name: string;
  definition?: PlanDefinition;
  problems: readonly Problem[];
  tooLarge?: boolean;
}

/** Reads a plan file on this device, shows what is wrong with it, and imports it as a draft. */
export function ImportPlanDialog({ taken, onClose }: { taken: ReadonlySet<string>; onClose: () => void }) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const language = isLocale(locale) ? locale : 'zh-CN';
  const input = useId();
  const [file, setFile] = useState<Read>();
  const [over, setOver] = useState(false);
  const { create, command } = useCreatePlan();

  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > LARGEST_FILE) {
      setFile({ name: chosen.name, problems: [], tooLarge: true });
      return;
    }
    // The reader of plan files is large and only needed here.
    const { parsePlanYaml } = await import('@planwright/schema/yaml');
    const decoded = decodeText(new Uint8Array(await chosen.arrayBuffer()));
    setFile({ name: chosen.name, ...(decoded ? parsePlanYaml(decoded.text) : { problems: [] }) });
  };

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };

  const definition = file?.definition;
  const rekeyed = definition && taken.has(definition.key);
  return (
    <FormDialog
      title={t('import')}
      action={t('importAsDraft')}
      command={command}
      canSubmit={definition !== undefined}
      onSubmit={() => create(renamedDefinition(definition, { language, taken }))}
      onClose={onClose}
      width={560}
    >
      <label
        htmlFor={input}
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <FileUp size={24} strokeWidth={1.5} aria-hidden />
        <span>{file ? file.name : t('chooseFile')}</span>
        <span className={styles.description}>{t('fileKinds')}</span>
        <input
          id={input}
          type="file"
          className="visually-hidden"
          accept=".yaml,.yml,.json,application/json,application/yaml"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </label>
      {file?.tooLarge && <Note tone="danger" title={t('tooLarge')} />}
      {file && !file.tooLarge && !definition && <Note tone="danger" title={t('unreadable')} />}
      {definition && (
        <Note
          tone="ok"
          title={t('readable', { title: definition.title[language] ?? Object.values(definition.title)[0] ?? '' })}
        >
          {t('contains', {
            stages: definition.stages.length,
            items: definition.stages.reduce((sum, stage) => sum + stage.items.length, 0),
          })}
          {rekeyed && ` ${t('rekeyed')}`}
        </Note>
      )}
      {file && file.problems.length > 0 && (
        <ul className={styles.problems} aria-label={t('problems')}>
          {file.problems.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and never changes
            <li key={index} data-severity={problem.severity}>
              <span>{problem.message[language] ?? Object.values(problem.message)[0]}</span>
              {problem.path.length > 0 && <code>{problem.path.join(' › ')}</code>}
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}
