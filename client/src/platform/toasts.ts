import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface Toast {
  id: number
  text: string
  tone: 'success' | 'danger' | 'info'
  /** Takes the change back. Offered for ten seconds and by Ctrl+Z for the last twenty changes. */
  undo?: () => unknown
}

export const useToasts = defineStore('toasts', () => {
  const toasts = ref<Toast[]>([])
  const undoable: Toast[] = []
  let next = 1

  const show = (text: string, options: { tone?: Toast['tone']; undo?: () => unknown } = {}): void => {
    const toast: Toast = {
      id: next,
      text,
      tone: options.tone ?? 'success',
      ...(options.undo && { undo: options.undo }),
    }
    next += 1
    toasts.value = [...toasts.value.slice(-2), toast]
    if (toast.undo) undoable.splice(0, Math.max(0, undoable.length - 19))
    if (toast.undo) undoable.push(toast)
  }
  const dismiss = (id: number): void => {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }
  const undo = async (id?: number): Promise<boolean> => {
    const at = id === undefined ? undoable.length - 1 : undoable.findIndex((toast) => toast.id === id)
    const [toast] = at < 0 ? [] : undoable.splice(at, 1)
    if (!toast?.undo) return false
    dismiss(toast.id)
    await toast.undo()
    return true
  }
  return { toasts, show, dismiss, undo }
})
