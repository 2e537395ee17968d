'use client';
import type { FormField } from '@planwright/schema/settings';
import { Field } from '@/features/ui/field';
import { ListField, MapField } from './entries-fields';
import { fieldsDrawn } from './fields-drawn';
import type { FormContext } from './form-context';
import { recordIn, startOfVariant, variantOf, withValue } from './form-values';
import { ChoiceInput, ChoicesInput, FlagInput, NumberInput, TextInput, WordsInput } from './inputs';
import styles from './schema-form.module.css';
import { SecretField } from './secret-field';

/** A plugin's settings as native fields. The page holds the values; this only draws and reports. */
export function SchemaForm({
  fields,
  spacing = 'narrow',
  ...context
}: { fields: readonly FormField[]; spacing?: 'narrow' | 'page' } & FormContext) {
  return (
    <div className={styles.form} data-spacing={spacing}>
      {fields.map((field) => (
        <OneField key={field.name} field={field} at={[]} {...context} />
      ))}
    </div>
  );
}

function OneField({ field, at, ...context }: { field: FormField; at: string[] } & FormContext) {
  const path = [...at, field.name];
  const key = path.join('.');
  const value = context.values[field.name];
  const set = (next: unknown) => context.onChange(path, next);
  const input = {
    value,
    set,
    shared: {
      'data-field': context.name ? `${context.name}.${key}` : key,
      onBlur: context.onBlur,
      keeper: context.keeper,
    },
    labelled: { label: field.title, hint: field.description, error: context.errorAt(key) },
    off: context.readOnly ?? false,
  };
  const inner = (fields: readonly FormField[]) =>
    fields.map((each) => <OneField key={each.name} field={each} at={path} {...context} values={recordIn(value)} />);
  const isSaidWithin = fieldsDrawn([field], context.values, 'with', at).some(
    (each) => each.path !== key && context.errorAt(each.path),
  );
  // An entry is drawn on its own: its path goes on from here, its values are itself alone.
  const entries = {
    ...input,
    error: isSaidWithin ? undefined : input.labelled.error,
    draw: (entry: FormField, own: unknown, change: (next: unknown) => void) => (
      <OneField
        field={entry}
        at={path}
        {...context}
        values={{ [entry.name]: own }}
        onChange={(whole, next) => change(withValue({ [entry.name]: own }, whole.slice(path.length), next)[entry.name])}
      />
    ),
  };

  switch (field.kind) {
    case 'group':
      return (
        <fieldset className={styles.group}>
          <legend>{field.title}</legend>
          {field.description && <span className={styles.hint}>{field.description}</span>}
          {inner(field.fields)}
        </fieldset>
      );
    case 'variants': {
      const chosen = variantOf(field, value);
      return (
        <div className={styles.form}>
          <Field {...input.labelled}>
            {(control) => (
              <select
                {...control}
                data-field={input.shared['data-field']}
                disabled={input.off}
                value={chosen?.value ?? ''}
                onChange={(event) => {
                  const next = field.variants.find((each) => each.value === event.target.value);
                  set(next && startOfVariant(field, next));
                }}
              >
                {(!field.required || !chosen) && <option value="">–</option>}
                {field.variants.map((each) => (
                  <option key={each.value} value={each.value}>
                    {each.label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {chosen && chosen.fields.length > 0 && <div className={styles.group}>{inner(chosen.fields)}</div>}
        </div>
      );
    }
    case 'list':
      return <ListField field={field} {...entries} />;
    case 'map':
      return <MapField field={field} {...entries} />;
    case 'secret':
      return <SecretField field={field} path={key} {...context} />;
    case 'flag':
      return <FlagInput field={field} {...input} />;
    case 'choices':
      return <ChoicesInput field={field} {...input} />;
    case 'choice':
      return <ChoiceInput field={field} {...input} />;
    case 'number':
      return <NumberInput field={field} {...input} />;
    case 'words':
      return <WordsInput {...input} />;
    case 'text':
      return <TextInput field={field} {...input} />;
    case 'fixed':
      return null;
    default:
      return field satisfies never;
  }
}
