'use client';
import type { Problem } from '@planwright/schema/definition';
import { GitCompareArrows, MoreHorizontal, Play, Redo2, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSession } from '@/features/session/session';
import { Button, ButtonLink } from '@/features/ui/button';
import { Tag } from '@/features/ui/tag';
import styles from './designer.module.css';
import { ProblemSign } from './problems/problem-sign';
import { SaveIndicator } from './save/save-indicator';
import { downloadPlan } from './save/save-notes';
import type { Autosave } from './save/use-autosave';
import type { EditLabel } from './store/history';
import { useDesigner, useDesignerStore } from './store/use-designer';
import type { OpenPlan } from './use-open-plan';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Title, version, what is saved, and what can be done with the whole plan. */
export function DesignerBar({
  plan,
  title,
  version,
  readOnly,
  autosave,
  problems,
  onShowProblems,
}: {
  plan: OpenPlan;
  title: string;
  version: number | undefined;
  readOnly: boolean;
  autosave: Autosave;
  problems: readonly Problem[];
  onShowProblems: () => void;
}) {
  const t = useTranslations('designer');
  const router = useRouter();
  const { has } = useSession();
  const store = useDesignerStore();
  const undoLabel = useDesigner((state) => state.past.at(-1)?.label);
  const redoLabel = useDesigner((state) => state.future[0]?.label);
  const errors = problems.filter((problem) => problem.severity === 'ERROR').length;
  const [leaving, setLeaving] = useState(false);
  const base = `/plans/${plan.key}`;
  const name = (label: EditLabel): string => {
    const [root, kind] = label.key.split('.');
    const about = { title: label.title ?? '', count: label.count ?? 1, kind: kind ? t(`kinds.${kind}`) : '' };
    return t(`edits.${root}`, about);
  };

  /** The pages beyond work on the saved draft, so it is saved before they open. */
  const go = async (path: string) => {
    setLeaving(true);
    const state = await autosave.flush();
    if (state.kind === 'saved') router.push(path);
    else setLeaving(false);
  };
  const dryRun = (
    <Button icon={<Play {...icon} />} onClick={() => void go(`${base}/dry-run`)}>
      {t('bar.dryRun')}
    </Button>
  );
  const compare = (
    <Button icon={<GitCompareArrows {...icon} />} onClick={() => void go(`${base}/versions`)} data-testid="versions">
      {plan.current ? t('bar.compare', { number: plan.current.number }) : t('bar.versions')}
    </Button>
  );

  return (
    <header className={styles.bar}>
      <h1 className={styles.title} title={title}>
        {title || t('untitled')}
      </h1>
      <div className={styles.facts}>
        <Tag>
          {version !== undefined
            ? t('bar.version', { number: version })
            : plan.draft?.basedOn
              ? t('bar.draftOf', { number: plan.draft.basedOn })
              : t('bar.draft')}
        </Tag>
        {readOnly ? (
          <Tag tone="soft">{t('bar.readOnly')}</Tag>
        ) : (
          <SaveIndicator state={autosave.state} onRetry={() => void autosave.flush()} />
        )}
      </div>
      <span className={styles.space} />
      {!readOnly && (
        <>
          <Button
            look="quiet"
            icon={<Undo2 {...icon} />}
            aria-label={t('bar.undo')}
            title={undoLabel ? t('bar.undoEdit', { edit: name(undoLabel) }) : t('bar.undo')}
            disabled={!undoLabel}
            onClick={() => store.getState().undo()}
            data-testid="undo"
          />
          <Button
            look="quiet"
            icon={<Redo2 {...icon} />}
            aria-label={t('bar.redo')}
            title={redoLabel ? t('bar.redoEdit', { edit: name(redoLabel) }) : t('bar.redo')}
            disabled={!redoLabel}
            onClick={() => store.getState().redo()}
            data-testid="redo"
          />
        </>
      )}
      <Button onClick={onShowProblems} data-testid="check">
        {t('bar.check')}
        <ProblemSign errors={errors} warnings={problems.length - errors} />
      </Button>
      <span className={styles.wide}>{dryRun}</span>
      <span className={styles.wide}>{compare}</span>
      <More>
        <span className={styles.narrowMenu}>{dryRun}</span>
        <span className={styles.narrowMenu}>{compare}</span>
        {has('ADMIN', 'HR') && (
          <ButtonLink href={`${base}/migration`} data-testid="migration">
            {t('bar.migration')}
          </ButtonLink>
        )}
        {has('ADMIN', 'HR') && (
          <ButtonLink href={`${base}/rule`} data-testid="rule">
            {t('bar.rule')}
          </ButtonLink>
        )}
        <Button onClick={() => void downloadPlan(store.getState().document)}>{t('bar.download')}</Button>
      </More>
      {!readOnly && (
        <Button look="primary" busy={leaving} onClick={() => void go(`${base}/publish`)} data-testid="publish">
          {t('bar.publish')}
        </Button>
      )}
      {version !== undefined && plan.draft && <ButtonLink href={base}>{t('bar.toDraft')}</ButtonLink>}
    </header>
  );
}

function More({ children }: { children: ReactNode }) {
  const t = useTranslations('designer.bar');
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    window.addEventListener('pointerdown', close);
    window.addEventListener('keydown', close);
    return () => {
      window.removeEventListener('pointerdown', close);
      window.removeEventListener('keydown', close);
    };
  }, [open]);
  return (
    <div className={styles.more} ref={box}>
      <Button
        icon={<MoreHorizontal {...icon} />}
        aria-label={t('more')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="more"
      />
      {open && <div className={styles.menu}>{children}</div>}
    </div>
  );
}
