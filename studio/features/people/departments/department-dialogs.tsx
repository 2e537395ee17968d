'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { DepartmentPicker } from '@/features/pickers/department-picker';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import styles from '../people.module.css';
import { createDepartment, mergeDepartment, updateDepartment } from './documents';

interface Shared {
  onClose: () => void;
  onDone: () => void;
}

export interface Department {
  id: string;
  name: string;
  closed: boolean;
  parent?: { id: string } | null;
  people: number;
}

/** A new department, below another one or at the top. */
export function CreateDepartmentDialog({ below, onClose, onDone }: Shared & { below: Department | undefined }) {
  const t = useTranslations('people.departments');
  const command = useCommand(createDepartment);
  const [name, setName] = useState('');
  const [parentId, setParentId] = useState(below?.id ?? '');
  const submit = async () => {
    const { kind } = await command.run({ input: { name: name.trim(), parentId: parentId || null } });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('create')}
      action={t('create')}
      testId="create-department"
      command={command}
      shownAt={['name', 'parentId']}
      canSubmit={name.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
      byEnter
    >
      <NameField value={name} onChange={setName} error={command.errorAt('name')} />
      <DepartmentPicker
        label={t('parent')}
        placeholder={t('top')}
        error={command.errorAt('parentId')}
        value={parentId}
        onChange={setParentId}
        clearable
      />
    </FormDialog>
  );
}

/** Another name, or another place in the tree. */
export function EditDepartmentDialog({
  department,
  without,
  onClose,
  onDone,
}: Shared & {
  department: Department;
  /** It, and what belongs to it: none of them can be above it. */
  without: ReadonlySet<string>;
}) {
  const t = useTranslations('people.departments');
  const command = useCommand(updateDepartment);
  const [name, setName] = useState(department.name);
  const [parentId, setParentId] = useState(department.parent?.id ?? '');
  const changes = {
    ...(name.trim() === department.name ? {} : { name: name.trim() }),
    ...(parentId === (department.parent?.id ?? '') ? {} : { parentId: parentId || null }),
  };
  const submit = async () => {
    const { kind } = await command.run({ input: { departmentId: department.id, ...changes } });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('editTitle', { name: department.name })}
      action={t('save')}
      testId="save-department"
      command={command}
      shownAt={['name', 'parentId']}
      canSubmit={name.trim() !== '' && Object.keys(changes).length > 0}
      onSubmit={submit}
      onClose={onClose}
      byEnter
    >
      <NameField value={name} onChange={setName} error={command.errorAt('name')} />
      <DepartmentPicker
        label={t('parent')}
        placeholder={t('top')}
        error={command.errorAt('parentId')}
        without={without}
        value={parentId}
        onChange={setParentId}
        clearable
      />
    </FormDialog>
  );
}

/** Puts its people and what belongs to it into another department, and leaves its key behind as another name of that one. */
export function MergeDepartmentDialog({
  department,
  without,
  onClose,
  onDone,
}: Shared & { department: Department; without: ReadonlySet<string> }) {
  const t = useTranslations('people.departments');
  const toast = useToast();
  const command = useCommand(mergeDepartment);
  const [intoId, setIntoId] = useState('');
  const submit = async () => {
    const outcome = await command.run({ input: { fromId: department.id, intoId } });
    if (outcome.kind !== 'done') return;
    toast({ tone: 'ok', text: t('merged', { name: department.name, into: outcome.payload.department?.name ?? '' }) });
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('mergeTitle', { name: department.name })}
      action={t('merge')}
      testId="merge-department"
      command={command}
      shownAt={['intoId']}
      canSubmit={intoId !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={styles.quiet}>{t('mergeText', { count: department.people })}</p>
      <DepartmentPicker
        label={t('into')}
        error={command.errorAt('intoId')}
        without={without}
        value={intoId}
        onChange={setIntoId}
      />
      <Note tone="warn" title={t('mergeFinal')} />
    </FormDialog>
  );
}

/** Nobody joins a closed department any more; an empty one can be closed, and opened again. */
export function CloseDepartmentDialog({ department, onClose, onDone }: Shared & { department: Department }) {
  const t = useTranslations('people.departments');
  const command = useCommand(updateDepartment);
  const { closed, people } = department;
  const submit = async () => {
    const { kind } = await command.run({ input: { departmentId: department.id, closed: !closed } });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t(closed ? 'reopenTitle' : 'closeTitle', { name: department.name })}
      action={t(closed ? 'reopen' : 'close')}
      testId="close-department"
      command={command}
      canSubmit={closed || people === 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(closed ? 'reopenText' : 'closeText')}</p>
      {!closed && people > 0 && <Note tone="warn" title={t('notEmpty', { count: people })} />}
    </FormDialog>
  );
}

function NameField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (name: string) => void;
  error: string | undefined;
}) {
  const t = useTranslations('people.departments');
  return (
    <Field label={t('name')} error={error}>
      {(control) => (
        <input
          {...control}
          name="name"
          required
          maxLength={200}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
