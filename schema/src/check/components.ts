/** A directed graph by node name; an edge points at what its node depends on. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Strongly connected components, what others depend on first (Tarjan 1972, without recursion so that a chain of fifty
 * thousand items does not end the stack). A component of one node is a cycle only with an edge to itself.
 */
export function components(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found: string[][] = [];
  for (const root of graph.keys()) {
    if (order.has(root)) continue;
    const frames: { node: string; next: number }[] = [];
    const enter = (node: string) => {
      order.set(node, order.size);
      low.set(node, order.get(node) ?? 0);
      open.push(node);
      isOpen.add(node);
      frames.push({ node, next: 0 });
    };
    const lower = (node: string, to: number | undefined) => low.set(node, Math.min(low.get(node) ?? 0, to ?? 0));
    enter(root);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const { node } = frame;
      const target = graph.get(node)?.[frame.next];
      frame.next += 1;
      if (target !== undefined) {
        if (!order.has(target)) enter(target);
        else if (isOpen.has(target)) lower(node, order.get(target));
        continue;
      }
      frames.pop();
      const parent = frames.at(-1);
      if (parent) lower(parent.node, low.get(node));
      if (low.get(node) !== order.get(node)) continue;
      const component: string[] = [];
      for (let popped = open.pop(); popped !== undefined; popped = open.pop()) {
        isOpen.delete(popped);
        component.push(popped);
        if (popped === node) break;
      }
      found.push(component.reverse());
    }
  }
  return found;
}

/** Whether a component is a cycle. */
export function isCycle(component: readonly string[], graph: Graph): boolean {
  const [first] = component;
  return component.length > 1 || (first !== undefined && (graph.get(first) ?? []).includes(first));
}

/** A shortest circle through the component's first node, each node depending on the next; the first is not repeated. */
export function shortestCycle(component: readonly string[], graph: Graph): string[] {
  const [start] = component;
  if (start === undefined) return [];
  const inside = new Set(component);
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const target of graph.get(node) ?? []) {
      if (target === start) return pathTo(node, cameFrom);
      if (!inside.has(target) || cameFrom.has(target)) continue;
      cameFrom.set(target, node);
      queue.push(target);
    }
  }
  return [start];
}

function pathTo(node: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path: string[] = [];
  for (let at: string | undefined = node; at !== undefined; at = cameFrom.get(at)) path.unshift(at);
  return path;
}
