'use client';
import { useTranslations } from 'next-intl';
import { departmentChoices, departmentName } from '../edits/department-choices';
import { useDesigner } from '../store/use-designer';
import { RemoveButton, SelectField } from './fields';
import styles from './inspector.module.css';
import { useDepartments } from './use-departments';

/** Several departments, each chosen by name. */
export function DepartmentsField({
  name,
  label,
  value,
  onChange,
}: {
  name: string;
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const t = useTranslations('designer.departments');
  const departments = useDepartments();
  const readOnly = useDesigner((state) => state.readOnly);
  const unknown = (key: string) => (departments ? t('unknown', { key }) : key);
  const nameOf = (key: string) => departmentName(departments, key) ?? unknown(key);
  return (
    <>
      <SelectField
        name={name}
        label={label}
        value=""
        options={[
          { value: '', label: value.length > 0 ? t('more') : t('all') },
          ...(readOnly ? [] : departmentChoices(departments, { taken: value, unknown })),
        ]}
        onChange={(key) => key !== '' && onChange([...value, key])}
      />
      {value.length > 0 && (
        <ul className={styles.list}>
          {value.map((key, index) => (
            <li key={key} className={styles.entryHead}>
              <span className={styles.entryTitle}>{nameOf(key)}</span>
              {!readOnly && (
                <RemoveButton
                  label={t('remove', { name: nameOf(key) })}
                  onClick={() => onChange(value.toSpliced(index, 1))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** One department or any. */
export function DepartmentField({
  label,
  value,
  onChange,
}: {
  label: string;
  /** '' = any */
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations('designer.departments');
  const departments = useDepartments();
  const choices = departmentChoices(departments, {
    ...(value === '' ? {} : { value }),
    unknown: (key) => t('unknown', { key }),
  });
  return (
    <SelectField
      label={label}
      value={value}
      options={[{ value: '', label: t('any') }, ...choices]}
      onChange={onChange}
    />
  );
}
