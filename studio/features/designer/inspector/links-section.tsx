'use client';
import type { Lag } from '@planwright/schema/calendar';
import type { Join, Link } from '@planwright/schema/definition';
import type { Item, LinkResult } from '@planwright/schema/kinds';
import { useTranslations } from 'next-intl';
import { useToast } from '@/features/ui/toast';
import { findItem } from '../edits/find';
import { editLink, link, linkId, linkRefusal, unlink } from '../edits/links';
import { useDesigner, useDesignerStore } from '../store/use-designer';
import { useCanvasWords } from '../words/use-canvas-words';
import { FieldProblems, NumberField, PickField, RemoveButton, SelectField } from './fields';
import styles from './inspector.module.css';
import { LagField } from './lag-field';
import { useProblemsAt } from './problems-context';
import { ResultField } from './result-field';
import { usePlanEdit } from './use-item-edit';

/** What must have happened before an item opens, and what it opens. Every link can be drawn here without a mouse. */
export function LinksFields({ item }: { item: Item }) {
  const t = useTranslations('designer.links');
  const links = useDesigner((state) => state.document.definition.links) ?? [];
  const incoming = links.filter((each) => each.to === item.key);
  const outgoing = links.filter((each) => each.from === item.key);
  return (
    <>
      <span className={styles.label}>{t('in')}</span>
      {incoming.length === 0 && <p className={styles.hint}>{t('noneIn')}</p>}
      <ul className={styles.list}>
        {incoming.map((each) => (
          <LinkFields key={linkId(each)} value={each} other="from" />
        ))}
      </ul>
      <ConnectField item={item} side="from" />
      {incoming.length > 1 && <JoinField item={item} count={incoming.length} />}
      <span className={styles.label}>{t('out')}</span>
      {outgoing.length === 0 && <p className={styles.hint}>{t('noneOut')}</p>}
      <ul className={styles.list}>
        {outgoing.map((each) => (
          <LinkFields key={linkId(each)} value={each} other="to" />
        ))}
      </ul>
      <ConnectField item={item} side="to" />
    </>
  );
}

/** One link's condition and lag. Changing the result changes the link's identity, so a selected link stays selected. */
export function LinkFields({ value, other }: { value: Link; other?: 'from' | 'to' }) {
  const t = useTranslations('designer.links');
  const store = useDesignerStore();
  const definition = useDesigner((state) => state.document.definition);
  const { text } = useCanvasWords();
  const edit = usePlanEdit();
  const id = linkId(value);
  const problems = useProblemsAt(id);
  const titleOf = (key: string): string => {
    const found = findItem(definition, key);
    return found ? text(found.item.title) : key;
  };
  const change = (on: LinkResult): void => {
    const wasSelected = store.getState().selection.includes(id);
    edit(
      `link.${id}`,
      (draft) =>
        editLink(draft, id, (each) => {
          each.on = on;
        }),
      'editLink',
    );
    if (wasSelected) store.getState().select([linkId({ ...value, on })]);
  };
  const changeLag = (lag: Lag | undefined): void =>
    edit(
      `link.${id}.lag`,
      (draft) =>
        editLink(draft, id, (each) => {
          if (lag) each.lag = lag;
          else delete each.lag;
        }),
      'editLink',
    );
  const fields = (
    <>
      <ResultField label={t('on')} value={value.on} from={value.from} onChange={change} />
      <LagField value={value.lag} onChange={changeLag} />
      <FieldProblems problems={problems} />
    </>
  );
  if (!other) return fields;
  const key = value[other];
  return (
    <li className={styles.entry}>
      <div className={styles.entryHead}>
        <button
          type="button"
          className={styles.entryTitle}
          title={titleOf(key)}
          onClick={() => store.getState().select([key])}
        >
          {titleOf(key)}
        </button>
        <RemoveButton
          label={t('remove', { title: titleOf(key) })}
          onClick={() => edit('unlink', (draft) => unlink(draft, [id]), 'unlink')}
        />
      </div>
      {fields}
    </li>
  );
}

function ConnectField({ item, side }: { item: Item; side: 'from' | 'to' }) {
  const t = useTranslations('designer.links');
  const tRefusal = useTranslations('designer.refusals');
  const definition = useDesigner((state) => state.document.definition);
  const { text } = useCanvasWords();
  const edit = usePlanEdit();
  const toast = useToast();
  const ends = (key: string): [string, string] => (side === 'from' ? [key, item.key] : [item.key, key]);
  const options = definition.stages.flatMap((stage) =>
    stage.items
      .filter((each) => linkRefusal(definition, ...ends(each.key)) === undefined)
      .map((each) => ({ value: each.key, label: text(each.title), about: text(stage.title) })),
  );
  return (
    <PickField
      label={<span className="visually-hidden">{t(side === 'from' ? 'connectFrom' : 'connectTo')}</span>}
      placeholder={t(side === 'from' ? 'connectFrom' : 'connectTo')}
      name={`connect-${side}`}
      value=""
      options={options}
      onChange={(key) => {
        if (key === '') return;
        const refusal = linkRefusal(definition, ...ends(key));
        if (refusal) return toast({ tone: 'info', text: tRefusal(refusal) });
        edit('link', (draft) => void link(draft, ...ends(key)), 'link');
      }}
    />
  );
}

function JoinField({ item, count }: { item: Item; count: number }) {
  const t = useTranslations('designer.links');
  const join = useDesigner((state) => state.document.definition.joins?.[item.key]) ?? { rule: 'ALL' };
  const edit = usePlanEdit();
  const set = (next: Join): void =>
    edit(`join.${item.key}`, (draft) => {
      const joins = { ...draft.joins };
      if (next.rule === 'ALL') delete joins[item.key];
      else joins[item.key] = next;
      draft.joins = joins;
    });
  return (
    <div className={styles.row}>
      <SelectField
        name="joins"
        label={t('join')}
        value={join.rule}
        options={(['ALL', 'ANY', 'AT_LEAST'] as const).map((rule) => ({ value: rule, label: t(`joins.${rule}`) }))}
        onChange={(rule) => set(rule === 'AT_LEAST' ? { rule, n: Math.min(2, count) } : { rule })}
      />
      {join.rule === 'AT_LEAST' && (
        <NumberField
          label={t('joinCount')}
          value={join.n}
          min={1}
          max={count}
          onChange={(n) => n !== undefined && set({ rule: 'AT_LEAST', n })}
        />
      )}
    </div>
  );
}
