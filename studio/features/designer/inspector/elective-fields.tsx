'use client';
import type { Stage } from '@planwright/schema/definition';
import type { Item } from '@planwright/schema/kinds';
import { useTranslations } from 'next-intl';
import { joinGroup } from '../edits/items';
import { useDesigner } from '../store/use-designer';
import { useCanvasWords } from '../words/use-canvas-words';
import { FieldProblems, NumberField, SelectField } from './fields';
import styles from './inspector.module.css';
import { OptionalLocalizedField } from './localized-field';
import { useProblemsAt } from './problems-context';
import { usePlanEdit } from './use-item-edit';

/** The group that an elective item belongs to, and how many of it are to be chosen. */
export function ElectiveFields({ item, stage }: { item: Item; stage: Stage }) {
  const t = useTranslations('designer.electives');
  const { text } = useCanvasWords();
  const edit = usePlanEdit();
  const groups = useDesigner((state) => state.document.definition.electives) ?? [];
  const group = groups.find((each) => each.from.includes(item.key));
  const problems = useProblemsAt(item.key, 'requirement');
  const titleOf = (key: string): string => {
    const found = stage.items.find((each) => each.key === key);
    return found ? text(found.title) : key;
  };
  const change = (field: string, run: (group: NonNullable<typeof groups>[number]) => void) =>
    edit(`electives.${group?.key}.${field}`, (draft) => {
      const found = draft.electives?.find((each) => each.key === group?.key);
      if (found) run(found);
    });
  return (
    <>
      <SelectField
        name="electives"
        label={t('group')}
        value={group?.key ?? ''}
        options={[
          ...(group ? [] : [{ value: '', label: t('noGroup') }]),
          ...groups.map((each) => ({ value: each.key, label: each.title ? text(each.title) : each.key })),
          { value: '+', label: t('newGroup') },
        ]}
        onChange={(key) =>
          key !== '' && edit(`group.${item.key}`, (draft) => joinGroup(draft, item.key, key === '+' ? undefined : key))
        }
      />
      <FieldProblems problems={problems} />
      {group && (
        <>
          <OptionalLocalizedField
            name="group"
            label={t('title')}
            value={group.title}
            onChange={(title, language) =>
              change(`title.${language}`, (each) => {
                if (title) each.title = title;
                else delete each.title;
              })
            }
          />
          <NumberField
            label={t('choose', { count: group.from.length })}
            value={group.choose}
            min={1}
            max={group.from.length}
            onChange={(choose) =>
              choose !== undefined &&
              change('choose', (each) => {
                each.choose = choose;
              })
            }
          />
          <p className={styles.hint}>{t('members', { titles: group.from.map(titleOf).join(t('comma')) })}</p>
        </>
      )}
    </>
  );
}
