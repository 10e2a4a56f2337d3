import type { Node } from './model.ts'

/** A thousand marks of full size would be one blot. */
const many = 900

/** Where the nodes are drawn in a picture of this size, before anyone moves or zooms it, and how large. */
export const placesOf = (
  nodes: readonly Node[],
  height: number,
  size: { readonly width: number; readonly height: number },
) => {
  const scale = Math.min(size.width / 1000, size.height / Math.max(1, height))
  const [left, top] = [(size.width - 1000 * scale) / 2, (size.height - height * scale) / 2]
  const by = nodes.length > many ? 0.65 : 1
  return nodes.map((node) => ({
    node,
    key: node.id,
    cluster: undefined,
    x: left + node.x * scale,
    y: top + node.y * scale,
    r:
      by *
      (node.kind === 'partner'
        ? Math.min(15, 4.5 + Math.sqrt(node.links) * 1.5)
        : node.links > 0
          ? 4.5
          : 3.5),
  }))
}
export type Place = ReturnType<typeof placesOf>[number]
