'use client';
import { ArrowDown, ArrowUp, CornerDownRight, Plus, Settings2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { KindIcon } from '@/features/states/kind-icon';
import { stageColours } from '@/features/tokens/tokens';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import type { CanvasWords, ProblemCount } from '../canvas/to-canvas';
import { findItem } from '../edits/find';
import { moveItem } from '../edits/items';
import { linkId } from '../edits/links';
import { Palette } from '../palette/palette';
import { ProblemSign } from '../problems/problem-sign';
import { useDesigner, useDesignerStore } from '../store/use-designer';
import { useIsPhone } from '../use-is-phone';
import styles from './outline.module.css';

const NONE: ProblemCount = { errors: 0, warnings: 0 };

/** The plan as a nested list: everything the canvas shows and does, for screen readers, phones and print. */
export function Outline({ words, counts }: { words: CanvasWords; counts: ReadonlyMap<string, ProblemCount> }) {
  const t = useTranslations('designer.outline');
  const store = useDesignerStore();
  const isPhone = useIsPhone();
  const readOnly = useDesigner((state) => state.readOnly);
  const definition = useDesigner((state) => state.document.definition);
  const selection = useDesigner((state) => state.selection);
  const [adding, setAdding] = useState<string>();
  const { select } = store.getState();
  const current = (key: string) => selection.includes(key) || undefined;

  const move = (key: string, stageKey: string, index: number, title: string) =>
    store.getState().editDocument({ key: 'moveItems', title, count: 1 }, (document) => {
      moveItem(document.definition, key, stageKey, index);
      delete document.layout.items[key];
    });

  return (
    <div className={styles.outline}>
      {isPhone && (
        <Button
          look="quiet"
          icon={<Settings2 size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => select([], 'plan')}
          data-testid="plan-settings"
        >
          {t('plan')}
        </Button>
      )}
      <ol className={styles.stages} aria-label={t('label')}>
        {definition.stages.map((stage, stageIndex) => {
          const { ink, soft } = stageColours(stageIndex);
          const count = counts.get(stage.key) ?? NONE;
          const title = words.text(stage.title);
          return (
            <li
              key={stage.key}
              className={styles.stage}
              style={{ '--stage-ink': ink, '--stage-soft': soft } as React.CSSProperties}
              data-testid={`stage-${stage.key}`}
            >
              <button
                type="button"
                className={styles.stageHead}
                data-current={current(stage.key)}
                onClick={() => select([stage.key])}
              >
                <span className={styles.stageTitle}>{title}</span>
                <ProblemSign {...count} />
                <span className={styles.weeks}>{words.weeks(stage)}</span>
              </button>
              <ol className={styles.items}>
                {stage.items.map((item, index) => {
                  const itemTitle = words.text(item.title);
                  const incoming = (definition.links ?? []).filter((link) => link.to === item.key);
                  return (
                    <li key={item.key} className={styles.row} data-testid={`item-${item.key}`}>
                      <button
                        type="button"
                        className={styles.item}
                        data-current={current(item.key)}
                        onClick={() => select([item.key])}
                      >
                        <span className={styles.icon}>
                          <KindIcon kind={item.kind} />
                        </span>
                        <span className={styles.itemText}>
                          <span className={styles.itemTitle}>{itemTitle}</span>
                          <span className={styles.facts}>
                            {words.due(item)} · {words.meta(item)}
                          </span>
                          {incoming.map((link) => {
                            const from = findItem(definition, link.from);
                            return (
                              <span key={linkId(link)} className={styles.facts}>
                                <CornerDownRight size={13} aria-hidden />
                                {t('after', {
                                  title: from ? words.text(from.item.title) : link.from,
                                  word: words.link(link),
                                })}
                              </span>
                            );
                          })}
                        </span>
                        <ProblemSign {...(counts.get(item.key) ?? NONE)} />
                      </button>
                      {!readOnly && (
                        <span className={styles.moves}>
                          <Button
                            look="quiet"
                            icon={<ArrowUp size={16} aria-hidden />}
                            aria-label={t('up', { title: itemTitle })}
                            disabled={index === 0}
                            onClick={() => move(item.key, stage.key, index - 1, itemTitle)}
                          />
                          <Button
                            look="quiet"
                            icon={<ArrowDown size={16} aria-hidden />}
                            aria-label={t('down', { title: itemTitle })}
                            disabled={index === stage.items.length - 1}
                            onClick={() => move(item.key, stage.key, index + 1, itemTitle)}
                          />
                        </span>
                      )}
                    </li>
                  );
                })}
              </ol>
              {isPhone && !readOnly && (
                <Button
                  look="quiet"
                  icon={<Plus size={16} aria-hidden />}
                  aria-haspopup="dialog"
                  onClick={() => setAdding(stage.key)}
                  data-testid={`add-to-${stage.key}`}
                >
                  {t('addTo', { title })}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {adding !== undefined && (
        <Dialog title={t('add')} onClose={() => setAdding(undefined)}>
          <Palette into={adding} onAdded={() => setAdding(undefined)} />
        </Dialog>
      )}
    </div>
  );
}
