import { computed, type WritableComputedRef } from 'vue'

/** A field of cents, typed in dollars. */
export const inDollars = (model: {
  amountCents?: number | null | undefined
}): WritableComputedRef<number | undefined> =>
  computed({
    get: () => (typeof model.amountCents === 'number' ? model.amountCents / 100 : undefined),
    set: (dollars) => (model.amountCents = dollars === undefined ? undefined : Math.round(dollars * 100)),
  })
