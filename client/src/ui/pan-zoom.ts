import { onBeforeUnmount, onMounted, reactive, ref, shallowRef } from 'vue'

export interface Point {
  readonly x: number
  readonly y: number
}
/** A point of the drawing stands at `point * k + offset` of the picture. */
export interface View extends Point {
  readonly k: number
}

const still: View = { k: 1, x: 0, y: 0 }
const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value))

/** The view after zooming by a factor around a point of the picture; the drawing never leaves the picture. */
export const zoomed = (
  { k, x, y }: View,
  factor: number,
  around: Point,
  size: { width: number; height: number },
  most: number,
): View => {
  const next = between(0.7, k * factor, most)
  const by = next / k
  return held({ k: next, x: around.x - (around.x - x) * by, y: around.y - (around.y - y) * by }, size)
}

/** The middle of the picture stays on the drawing. */
export const held = ({ k, x, y }: View, { width, height }: { width: number; height: number }): View => ({
  k,
  x: between(width / 2 - width * k, x, width / 2),
  y: between(height / 2 - height * k, y, height / 2),
})

/** How far fingers or the mouse go before it is a move and not a press. */
const slack = 4

/**
 * Moving and zooming a drawing by mouse, touch and keyboard. The wheel zooms only with Ctrl or ⌘ held (a pinch on a
 * touch pad counts as that), so that a page can be scrolled past the drawing.
 */
export const usePanZoom = (most: number) => {
  const surface = ref<SVGSVGElement>()
  const size = reactive({ width: 800, height: 520 })
  const view = shallowRef<View>(still)
  const moving = ref(false)
  const fingers = new Map<number, Point>()
  let observer: ResizeObserver | undefined

  const middle = (): Point => ({ x: size.width / 2, y: size.height / 2 })
  const zoom = (factor: number, around = middle()) =>
    (view.value = zoomed(view.value, factor, around, size, most))
  const pan = (dx: number, dy: number) =>
    (view.value = held({ ...view.value, x: view.value.x + dx, y: view.value.y + dy }, size))
  const reset = () => (view.value = still)
  /** Brings a point of the drawing to the middle, at least so near. */
  const goTo = ({ x, y }: Point, k: number) => {
    const near = between(0.7, k, most)
    view.value = held({ k: near, x: size.width / 2 - x * near, y: size.height / 2 - y * near }, size)
  }

  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const box = surface.value?.getBoundingClientRect()
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) }
  }
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.006)), placeOf(event))
  }
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return
    if (fingers.size === 0) moving.value = false
    fingers.set(event.pointerId, placeOf(event))
  }
  const drag = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId)
    if (!before) return
    const now = placeOf(event)
    const [dx, dy] = [now.x - before.x, now.y - before.y]
    if (!moving.value && Math.hypot(dx, dy) < slack) return
    if (!moving.value) surface.value?.setPointerCapture(event.pointerId)
    moving.value = true
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (other) {
      const apart = ({ x, y }: Point) => Math.hypot(x - other.x, y - other.y)
      zoom(apart(now) / Math.max(1, apart(before)), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 })
    } else pan(dx, dy)
    fingers.set(event.pointerId, now)
  }
  const lift = (event: PointerEvent) => {
    fingers.delete(event.pointerId)
    // The press that ends a move comes after this and is none.
    if (fingers.size === 0) setTimeout(() => (moving.value = false))
  }
  /** True when the key was one of the drawing's. */
  const key = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const step = 60
    const acts: Record<string, () => unknown> = {
      ArrowLeft: () => pan(step, 0),
      ArrowRight: () => pan(-step, 0),
      ArrowUp: () => pan(0, step),
      ArrowDown: () => pan(0, -step),
      '+': () => zoom(1.5),
      '=': () => zoom(1.5),
      '-': () => zoom(1 / 1.5),
      '0': reset,
    }
    const act = acts[event.key]
    if (!act) return false
    event.preventDefault()
    act()
    return true
  }

  onMounted(() => {
    const box = surface.value?.parentElement
    if (!box) return
    surface.value?.addEventListener('wheel', wheel, { passive: false })
    const measure = () => {
      if (box.clientWidth > 0 && box.clientHeight > 0)
        Object.assign(size, { width: box.clientWidth, height: box.clientHeight })
    }
    measure()
    observer = new ResizeObserver(measure)
    observer.observe(box)
  })
  onBeforeUnmount(() => observer?.disconnect())

  return { surface, size, view, moving, zoom, reset, goTo, key, on: { press, drag, lift } }
}
