import type { SchoolYear } from '@common-table/shared/calendar/schemas'
import type { Decision } from '@common-table/shared/lifecycle/rollover'
import type { RolloverCandidate, RolloverPlan } from '@common-table/shared/lifecycle/rollover-schemas'
import { computed, reactive, watch, type Ref } from 'vue'

type Choice = RolloverPlan['choices'][number]
export interface Chosen {
  decision: Decision | undefined
  reason: Choice['reason']
}

/** The two years: as the address says, else the current one (or the latest that has a next) and the one after it. */
export const chosenYears = (
  years: readonly SchoolYear[],
  fromId: string,
  toId: string,
): { from: SchoolYear; to: SchoolYear } | undefined => {
  const inOrder = [...years].sort((a, b) => a.startsOn.localeCompare(b.startsOn))
  const current = inOrder.findIndex(({ current }) => current)
  const at = current >= 0 && current < inOrder.length - 1 ? current : inOrder.length - 2
  const from = inOrder.find(({ id }) => id === fromId) ?? inOrder[at]
  const after = from && inOrder.filter(({ startsOn }) => startsOn > from.startsOn)
  const to = inOrder.find(({ id }) => id === toId) ?? after?.[0]
  return from && to && from.id !== to.id ? { from, to } : undefined
}

/** What is decided about each partnership: the first opinion, until a person says otherwise. */
export const useChoices = (items: Readonly<Ref<readonly RolloverCandidate[]>>) => {
  const choices = reactive<Record<string, Chosen>>({})
  watch(
    items,
    (list) => {
      for (const id of Object.keys(choices))
        if (!list.some((one) => one.partnershipId === id)) delete choices[id]
      for (const one of list) {
        if (one.carried) delete choices[one.partnershipId]
        else choices[one.partnershipId] ??= { decision: one.suggestion, reason: undefined }
      }
    },
    { immediate: true },
  )
  const chosen = computed<Choice[]>(() =>
    Object.entries(choices).flatMap(([partnershipId, { decision, reason }]) =>
      decision ? [{ partnershipId, decision, ...(decision === 'end' && reason && { reason }) }] : [],
    ),
  )
  return {
    choices,
    chosen,
    /** How many end without a reason so far. */
    missing: computed(
      () => chosen.value.filter(({ decision, reason }) => decision === 'end' && !reason).length,
    ),
    choose: (id: string, decision: Decision | undefined) =>
      (choices[id] = { decision, reason: choices[id]?.reason }),
    chooseReason: (id: string, reason: Choice['reason']) =>
      (choices[id] = { decision: choices[id]?.decision, reason }),
  }
}
