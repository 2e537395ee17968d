'use client';
import '@xyflow/react/dist/style.css';
import {
  applyNodeChanges,
  Background,
  type Connection,
  type Edge,
  type EdgeChange,
  MarkerType,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTheme } from '@/features/tokens/theme';
import { stageColours } from '@/features/tokens/tokens';
import { link, linkRefusal } from '../edits/links';
import { useRemoveSelected } from '../edits/use-remove-selected';
import { PAD } from '../layout/arrange';
import { CARD_WIDTH, cardHeight } from '../layout/card-size';
import { type Drop, dropAt } from '../layout/drop';
import type { Point } from '../layout/plan-layout';
import type { DesignerStore } from '../store/designer-store';
import { useCanvasHandle, useDesigner, useDesignerStore } from '../store/use-designer';
import styles from './canvas.module.css';
import { CanvasControls } from './canvas-controls';
import { ItemNode } from './item-node';
import { LinkEdge } from './link-edge';
import { motion } from './motion';
import { type Direction, placeCards, stepCard } from './place-cards';
import { reveal } from './reveal';
import { showAll } from './show-all';
import { StageNode } from './stage-node';
import type { ProblemCount } from './to-canvas';
import {
  type CanvasModel,
  type CanvasNode,
  type CanvasWords,
  type LinkEdge as LinkEdgeType,
  toCanvas,
} from './to-canvas';
import { useFlowWords } from './use-flow-words';

const nodeTypes = { stage: StageNode, item: ItemNode };
const edgeTypes = { link: LinkEdge };
const MARKER = { type: MarkerType.ArrowClosed, width: 14, height: 14, color: 'var(--line)' } as const;
const defaultEdgeOptions = { markerEnd: MARKER };
const MANY_NODES = 200;

export interface PlanCanvasProps {
  words: CanvasWords;
  problems: ReadonlyMap<string, ProblemCount>;
  /** Why a link was not drawn, said to the person. */
  onRefused(reason: NonNullable<ReturnType<typeof linkRefusal>>): void;
}

/** The canvas of the designer. Nothing else imports React Flow. */
export function PlanCanvas(props: PlanCanvasProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function useModel(words: CanvasWords, problems: PlanCanvasProps['problems']): CanvasModel {
  const { definition, layout } = useDesigner((state) => state.document);
  const selection = useDesigner((state) => state.selection);
  const readOnly = useDesigner((state) => state.readOnly);
  const before = useRef<CanvasModel>(undefined);
  return useMemo(() => {
    const model = toCanvas(definition, layout, words, { selection, problems, readOnly }, before.current);
    before.current = model;
    return model;
  }, [definition, layout, words, selection, problems, readOnly]);
}

function Flow({ words, problems, onRefused }: PlanCanvasProps) {
  const t = useTranslations('designer.canvas');
  const store = useDesignerStore();
  const readOnly = useDesigner((state) => state.readOnly);
  const flow = useReactFlow<CanvasNode, LinkEdgeType>();
  const flowWords = useFlowWords();
  const model = useModel(words, problems);
  const modelNow = useRef(model);
  modelNow.current = model;
  const frame = useRef<HTMLDivElement>(null);

  // React Flow moves cards here while they are dragged; the plan is told when they are let go.
  const [nodes, setNodes] = useState(model.nodes);
  const [drawn, setDrawn] = useState(model);
  if (drawn !== model) {
    setDrawn(model);
    setNodes(keepMeasured(model.nodes, nodes));
  }

  const isDragging = useRef(false);
  const settle = useCallback(
    (moved: readonly CanvasNode[]) => {
      const { arrangement } = modelNow.current;
      const cards = moved.flatMap((node) => {
        const stage = node.parentId && arrangement.stages.find((box) => box.key === node.parentId);
        return stage ? [{ key: node.id, corner: { x: stage.x + node.position.x, y: stage.y + node.position.y } }] : [];
      });
      store.getState().setDropStage(undefined);
      if (cards.length === 0) return;
      const before = store.getState().document;
      const first = moved.find((node) => node.id === cards[0]?.key);
      store
        .getState()
        .editDocument({ key: 'moveItems', title: first?.data.title ?? '', count: cards.length }, (document) =>
          placeCards(document, arrangement, cards),
        );
      // Nothing changed: the cards go back to where they were.
      if (store.getState().document === before) setNodes((current) => keepMeasured(modelNow.current.nodes, current));
    },
    [store],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      setNodes((current) => applyNodeChanges(changes, current));
      select(store, changes);
      if (isDragging.current || readOnly) return;
      for (const change of changes) {
        if (change.type !== 'position' || !change.position) continue;
        const before = modelNow.current.nodes.find((node) => node.id === change.id);
        const direction = before && directionOf(before.position, change.position);
        if (!before || !direction || before.type !== 'item') continue;
        store
          .getState()
          .editDocument(
            { key: 'moveItems', title: before.data.title, count: 1 },
            (document) => stepCard(document, change.id, direction),
            'arrow-keys',
          );
        // React Flow has moved the card by some pixels; it belongs where the plan says.
        setNodes((current) => keepMeasured(modelNow.current.nodes, current));
      }
    },
    [readOnly, store],
  );

  const onConnect = useCallback(
    ({ source, target }: Connection) => {
      const { document, edit } = store.getState();
      const refusal = linkRefusal(document.definition, source, target);
      if (refusal) return onRefused(refusal);
      edit({ key: 'link' }, (definition) => void link(definition, source, target));
    },
    [store, onRefused],
  );

  const removeSelected = useRemoveSelected();
  const onBeforeDelete = useCallback(async () => {
    removeSelected();
    return false;
  }, [removeSelected]);

  const handle = useCanvasHandle();
  useEffect(() => {
    handle.current = {
      dropAt: (clientX, clientY): Drop | undefined => {
        const box = frame.current?.getBoundingClientRect();
        if (!box || clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom) return;
        const point = flow.screenToFlowPosition({ x: clientX, y: clientY });
        return dropAt(modelNow.current.arrangement, { x: point.x - CARD_WIDTH / 2, y: point.y - PAD }, cardHeight(''));
      },
      reveal: (id) => {
        // What was added in the same click is drawn by then.
        requestAnimationFrame(() => reveal(flow, modelNow.current, frame.current, id, motion()));
      },
    };
    return () => {
      handle.current = null;
    };
  }, [flow, handle]);

  const colorMode = useTheme();
  return (
    <div ref={frame} className={styles.canvas}>
      <ReactFlow<CanvasNode, LinkEdgeType>
        nodes={nodes}
        edges={model.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultEdgeOptions={defaultEdgeOptions}
        onNodesChange={onNodesChange}
        onEdgesChange={(changes) => select(store, changes)}
        onNodeDragStart={() => {
          isDragging.current = true;
        }}
        onNodeDrag={(_, node) => {
          const { arrangement } = modelNow.current;
          const stage = arrangement.stages.find((box) => box.key === node.parentId);
          if (!stage) return;
          const corner = { x: stage.x + node.position.x, y: stage.y + node.position.y };
          store.getState().setDropStage(dropAt(arrangement, corner, node.height ?? 0, node.id)?.stageKey);
        }}
        onNodeDragStop={(_, __, moved) => {
          isDragging.current = false;
          settle(moved);
        }}
        onConnect={onConnect}
        isValidConnection={(edge: Connection | Edge) => edge.source !== edge.target}
        onBeforeDelete={onBeforeDelete}
        deleteKeyCode={readOnly ? null : DELETE_KEYS}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        connectionRadius={28}
        selectionMode={SelectionMode.Partial}
        onlyRenderVisibleElements={nodes.length >= MANY_NODES}
        colorMode={colorMode}
        ariaLabelConfig={flowWords}
        aria-label={t('label')}
        onInit={() => showAll(flow, modelNow.current.arrangement, frame.current)}
        minZoom={0.2}
        maxZoom={1.6}
        panOnScroll
        zoomOnDoubleClick={false}
        attributionPosition="top-left"
      >
        <Background gap={20} size={1} />
        <CanvasControls onFit={() => showAll(flow, modelNow.current.arrangement, frame.current, motion())} />
        <MiniMap
          pannable
          zoomable
          className={styles.minimap ?? ''}
          nodeColor={(node) =>
            node.type === 'stage'
              ? stageColours((node as Extract<CanvasNode, { type: 'stage' }>).data.index).soft
              : stageColours((node as Extract<CanvasNode, { type: 'item' }>).data.stageIndex).ink
          }
          nodeStrokeWidth={0}
          style={MINIMAP_SIZE}
          maskColor="color-mix(in srgb, var(--ink) 10%, transparent)"
          nodeBorderRadius={8}
        />
      </ReactFlow>
    </div>
  );
}

const MINIMAP_SIZE = { width: 150, height: 92 };
const DELETE_KEYS = ['Delete', 'Backspace'];

/** Which arrow key moved a card. */
function directionOf(from: Point, to: Point): Direction | undefined {
  if (to.y !== from.y) return to.y < from.y ? 'up' : 'down';
  if (to.x !== from.x) return to.x < from.x ? 'left' : 'right';
  return undefined;
}

/** The store knows what is selected; React Flow only says what changes. */
function select(store: DesignerStore, changes: readonly (NodeChange<CanvasNode> | EdgeChange<LinkEdgeType>)[]): void {
  const chosen = new Set(store.getState().selection);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) chosen.add(change.id);
    else chosen.delete(change.id);
  }
  if (changes.some((change) => change.type === 'select')) store.getState().select([...chosen]);
}

/** The nodes of the plan with what React Flow measured of the ones before, so that nothing is drawn twice. */
function keepMeasured(next: CanvasNode[], before: readonly CanvasNode[]): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return next.map((node) => {
    const old = known.get(node.id);
    return old?.measured && old.width === node.width && old.height === node.height
      ? ({ ...node, measured: old.measured } as CanvasNode)
      : node;
  });
}
