'use client';
import { cnCalendar } from '@planwright/schema/calendar';
import type { Problem } from '@planwright/schema/definition';
import { textIn } from '@planwright/schema/text';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useSession } from '@/features/session/session';
import { useNow } from '@/features/time/clock';
import { Segmented } from '@/features/ui/segmented';
import { useToast } from '@/features/ui/toast';
import type { CanvasWords } from './canvas/to-canvas';
import styles from './designer.module.css';
import { DesignerBar } from './designer-bar';
import type { LinkRefusal } from './edits/links';
import { EmptyPlan } from './empty-plan';
import { Inspector } from './inspector/inspector';
import { InspectorSheet } from './inspector/inspector-sheet';
import { ProblemsContext } from './inspector/problems-context';
import { Outline } from './outline/outline';
import { Palette } from './palette/palette';
import { countByTarget } from './problems/locate';
import { ProblemDrawer } from './problems/problem-drawer';
import { useProblems } from './problems/use-problems';
import { CatalogueContext, usePluginCatalogue, useReadCatalogue } from './rules/catalogue';
import { LeftoverNote, StaleNote } from './save/save-notes';
import { useAutosave } from './save/use-autosave';
import { useJournal } from './save/use-journal';
import { createDesignerStore } from './store/designer-store';
import type { PlanDocument } from './store/plan-document';
import { DesignerProvider, useDesigner, useDesignerStore } from './store/use-designer';
import { useIsPhone } from './use-is-phone';
import type { OpenPlan } from './use-open-plan';
import { useShortcuts } from './use-shortcuts';
import { useCanvasWords, useLanguage } from './words/use-canvas-words';

const PlanCanvas = dynamic(() => import('./canvas/plan-canvas').then((module) => module.PlanCanvas), { ssr: false });

const NONE_YET: readonly Problem[] = [];

/** The calendars that plans may name. */
const CALENDARS = { [cnCalendar.key]: cnCalendar };

export interface DesignerStart {
  document: PlanDocument;
  revision: number;
  savedAt: string | undefined;
}

interface DesignerProps {
  plan: OpenPlan;
  /** The number of the published version that is shown; absent = the draft. */
  version: number | undefined;
  start: DesignerStart;
  readOnly: boolean;
}

/** The designer of one plan: palette, canvas or outline, inspector, problems, and the saving of it all. */
export function Designer(props: DesignerProps) {
  const [store] = useState(() => createDesignerStore(props.start.document, props.readOnly));
  return (
    <DesignerProvider store={store}>
      <Workbench {...props} />
    </DesignerProvider>
  );
}

function Workbench({ plan, version, start, readOnly }: DesignerProps) {
  const t = useTranslations('designer');
  const store = useDesignerStore();
  const language = useLanguage();
  const toast = useToast();
  const isPhone = useIsPhone();
  const { viewer } = useSession();
  const now = useNow();
  const nowRef = useRef(now);
  nowRef.current = now;

  const [first] = useState(start);
  const workspaceId = viewer.workspace?.id ?? '';
  const { journal, leftovers } = useJournal(workspaceId, plan.key, first.document, readOnly);
  const autosave = useAutosave(
    store,
    { planKey: plan.key, revision: first.revision, savedAt: first.savedAt },
    journal,
    () => nowRef.current.toISOString(),
  );

  const rules = useReadCatalogue();
  const found = useProblems(now.getUTCFullYear(), CALENDARS, usePluginCatalogue(rules));
  const problems = found ?? NONE_YET;
  const definition = useDesigner((state) => state.document.definition);
  const counts = useMemo(() => countByTarget(definition, problems), [definition, problems]);
  const [showsProblems, setShowsProblems] = useState(false);
  const [view, setView] = useState<'canvas' | 'outline'>('canvas');
  const words = useCanvasWords();
  useShortcuts();

  const onRefused = useCallback(
    (reason: LinkRefusal) => toast({ tone: 'info', text: t(`refusals.${reason}`) }),
    [toast, t],
  );
  const isEmpty = definition.stages.length === 0;
  const shown = isPhone ? 'outline' : view;

  return (
    <CatalogueContext value={rules}>
      <ProblemsContext value={problems}>
        <div className={styles.designer} data-testid="designer" data-problems={found?.length}>
          <DesignerBar
            plan={plan}
            title={textIn(definition.title, language)}
            version={version}
            readOnly={readOnly}
            autosave={autosave}
            problems={problems}
            onShowProblems={() => setShowsProblems(!showsProblems)}
          />
          {leftovers.map((leftover) => (
            <LeftoverNote
              key={leftover.place}
              entry={leftover}
              revision={first.revision}
              onDone={(restore) => {
                if (restore) {
                  const { document } = leftover;
                  store.getState().editDocument({ key: 'restore' }, (draft) => Object.assign(draft, document));
                  // Until the server has it, it stands in the journal of this tab.
                  journal.write({ revision: first.revision, at: nowRef.current.toISOString(), document });
                }
                journal.discard(leftover);
              }}
            />
          ))}
          <StaleNote autosave={autosave} />
          <div className={styles.work} data-read-only={readOnly || undefined}>
            {!readOnly && !isPhone && <Palette />}
            <div className={styles.main}>
              {!isPhone && (
                <div className={styles.views}>
                  <Segmented
                    label={t('views.label')}
                    value={view}
                    onChange={setView}
                    options={[
                      { value: 'canvas', label: t('views.canvas') },
                      { value: 'outline', label: t('views.outline') },
                    ]}
                  />
                </div>
              )}
              <div className={styles.view}>
                {shown === 'outline' ? (
                  <Outline words={words} counts={counts} />
                ) : (
                  <PlanCanvas words={words satisfies CanvasWords} problems={counts} onRefused={onRefused} />
                )}
              </div>
              {isEmpty && !readOnly && <EmptyPlan />}
              <ProblemDrawer
                problems={problems}
                open={showsProblems}
                onToggle={setShowsProblems}
                running={plan.runningCount}
              />
            </div>
            {isPhone ? (
              <InspectorSheet published={plan.current?.definition} />
            ) : (
              <aside className={styles.inspector} aria-label={t('inspector.title')} data-testid="inspector">
                <Inspector published={plan.current?.definition} />
              </aside>
            )}
          </div>
        </div>
      </ProblemsContext>
    </CatalogueContext>
  );
}
