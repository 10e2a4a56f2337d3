import type { ImportStatus } from '@common-table/shared/imports/schemas'

/** How a state looks. */
export const toneOf = (status: ImportStatus): 'success' | 'info' | 'danger' | 'neutral' | 'warning' =>
  status === 'done'
    ? 'success'
    : status === 'failed'
      ? 'danger'
      : status === 'undone' || status === 'cancelled'
        ? 'neutral'
        : status === 'checked' || status === 'uploaded'
          ? 'warning'
          : 'info'
