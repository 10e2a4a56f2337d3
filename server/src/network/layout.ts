import type { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'

const width = 1000
const linkedHeight = 640
const gap = 14

// As in compute-network.ts: the function is the module itself.
const pulled = forceAtlas2 as unknown as typeof forceAtlas2.default

const round = (value: number): number => Math.round(value * 10) / 10

/**
 * Where each node is drawn: those with links pulled together by them, those without in rows below. Begun from a spiral in
 * the order of the nodes and without chance, so that the same network is the same picture every time.
 */
export const layoutOf = (graph: UndirectedGraph, nodes: number) => {
  const turn = Math.PI * (3 - Math.sqrt(5))
  graph.forEachNode((node) => {
    const far = Math.sqrt(Number(node) + 1)
    graph.mergeNodeAttributes(node, {
      x: Math.cos(Number(node) * turn) * far * 10,
      y: Math.sin(Number(node) * turn) * far * 10,
    })
  })
  const iterations = Math.round(Math.min(400, Math.max(60, 120_000 / Math.max(1, graph.order))))
  const places =
    graph.order === 0
      ? {}
      : pulled(graph, {
          iterations,
          settings: {
            ...pulled.inferSettings(graph),
            barnesHutOptimize: graph.order > 400,
            gravity: 2,
            scalingRatio: 8,
          },
        })
  const all = Object.values(places)
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))]
  const alone = Array.from({ length: nodes }, (_, node) => node).filter((node) => !graph.hasNode(node))
  const row = Math.floor((width - 2 * gap) / gap)
  const rowOf = new Map(alone.map((node, place) => [node, place]))
  const below = graph.order === 0 ? 0 : linkedHeight
  return {
    height: below + (alone.length > 0 ? (Math.ceil(alone.length / row) + 2) * gap : 0),
    at: (node: number): [number, number] => {
      const found = places[node]
      if (found)
        return [
          round(gap * 2 + ((found.x - left) / Math.max(1, right - left)) * (width - 4 * gap)),
          round(gap * 2 + ((found.y - top) / Math.max(1, bottom - top)) * (linkedHeight - 4 * gap)),
        ]
      const place = rowOf.get(node) ?? 0
      return [gap + (place % row) * gap, below + (Math.floor(place / row) + 1) * gap]
    },
  }
}
