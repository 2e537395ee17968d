import type { PlanDefinition } from '@planwright/schema/definition';
import { useState } from 'react';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { retailPlan } from '../edits/retail-plan.fixture';
import { EMPTY_LAYOUT } from '../layout/plan-layout';
import { createDesignerStore } from '../store/designer-store';
import { DesignerProvider } from '../store/use-designer';
import { useCanvasWords } from '../words/use-canvas-words';
import { ItemNode } from './item-node';
import { PlanCanvas } from './plan-canvas';
import { StageNode } from './stage-node';
import type { ProblemCount } from './to-canvas';

const NONE: ReadonlyMap<string, ProblemCount> = new Map();
const SOME: ReadonlyMap<string, ProblemCount> = new Map([
  ['interviews', { errors: 2, warnings: 1 }],
  ['team', { errors: 0, warnings: 1 }],
]);
const noop = () => undefined;

function Canvas({ problems }: { problems: ReadonlyMap<string, ProblemCount> }) {
  const words = useCanvasWords();
  return <PlanCanvas words={words} problems={problems} onRefused={noop} />;
}

function Plan({
  definition,
  problems = NONE,
  readOnly = false,
  selection = [],
}: {
  definition: PlanDefinition;
  problems?: ReadonlyMap<string, ProblemCount>;
  readOnly?: boolean;
  selection?: string[];
}) {
  const [store] = useState(() => {
    const made = createDesignerStore({ definition, layout: EMPTY_LAYOUT }, readOnly);
    made.getState().select(selection);
    return made;
  });
  return (
    <DesignerProvider store={store}>
      <main style={{ height: '100dvh', display: 'grid' }}>
        <Canvas problems={problems} />
      </main>
    </DesignerProvider>
  );
}

export const Drawn: Story = () => <Plan definition={retailPlan()} />;
export const Selected: Story = () => <Plan definition={retailPlan()} selection={['interviews']} />;
export const WithProblems: Story = () => <Plan definition={retailPlan()} problems={SOME} />;
export const ReadOnly: Story = () => <Plan definition={retailPlan()} readOnly />;

/** A new plan: one stage, and nothing in it. */
export const Empty: Story = () => {
  const plan = retailPlan();
  return (
    <Plan
      definition={{ ...plan, stages: plan.stages.slice(0, 1).map((stage) => ({ ...stage, items: [] })), links: [] }}
    />
  );
};

export const Long: Story = () => {
  const { longTitle } = useSample();
  const plan = retailPlan();
  const title = { 'zh-CN': longTitle, en: longTitle };
  return (
    <Plan
      problems={SOME}
      definition={{
        ...plan,
        stages: plan.stages.map((stage) => ({
          ...stage,
          title,
          items: stage.items.map((item) => ({ ...item, title })),
        })),
      }}
    />
  );
};

export default {
  title: 'designer/PlanCanvas',
  component: PlanCanvas,
  subcomponents: { ItemNode, StageNode },
  states: {
    ...TOLD,
    empty: Empty,
    error: WithProblems,
    readOnly: ReadOnly,
    stale: 'the designer says above it when somebody else has changed the plan',
    long: Long,
  },
} satisfies Stories;
