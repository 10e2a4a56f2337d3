import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { partnershipSorts } from '@common-table/shared/partnerships/schemas'
import { stages } from '@common-table/shared/partnerships/stages'
import { computed } from 'vue'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'
import { useSession } from '../platform/session.ts'
import { flag, list, manyOf, oneOf, text, useUrlState } from '../platform/url-state.ts'

const sorts = partnershipSorts.flatMap((sort) => [sort, `-${sort}`] as const)
export const partnershipFlags = [
  'goingCold',
  'unaligned',
  'withoutLead',
  'endingSoon',
  'shouldFormalise',
  'returnOverdue',
  'exitOpen',
] as const
/** Called the same in the API; `endingSoon` is a day there. */
const asked = partnershipFlags.filter((name) => name !== 'endingSoon')

/** The list of partnerships as it stands in the address. */
export const usePartnerships = () => {
  const call = useCall()
  const session = useSession()
  const { state, changed, reset } = useUrlState({
    q: text(),
    stage: manyOf(stages),
    category: list(),
    intensity: oneOf(['low', 'medium', 'high'], undefined),
    formality: oneOf(['formal', 'informal'], undefined),
    scope: oneOf(['district', 'several_schools', 'one_school'], undefined),
    year: text(),
    flags: manyOf(partnershipFlags),
    sort: oneOf(sorts, 'name'),
    view: oneOf(['table', 'board'], 'table'),
    school: text(),
    organization: text(),
    mine: flag(),
  })

  const soon = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
  const filters = computed(() => ({
    ...(state.q.trim() && { q: state.q.trim() }),
    ...(state.stage.length > 0 && { stage: state.stage }),
    ...(state.category.length > 0 && { category: state.category }),
    ...(state.school && { schoolId: state.school }),
    ...(state.organization && { organizationId: state.organization }),
    ...(state.mine && session.user && { leadUserId: session.user.id }),
    ...(state.intensity && { intensity: state.intensity }),
    ...(state.formality && { formality: state.formality }),
    ...(state.scope && { scope: state.scope }),
    ...(state.year && { schoolYearId: state.year }),
    ...Object.fromEntries(asked.filter((name) => state.flags.includes(name)).map((name) => [name, true])),
    ...(state.flags.includes('endingSoon') && { endsBefore: soon }),
  }))
  const sorting = computed(() => ({
    sort: state.sort.replace(/^-/, '') as (typeof partnershipSorts)[number], // `sorts` is made of these
    descending: state.sort.startsWith('-'),
  }))
  const found = useKeysetList(
    () => ['partnerships', 'list', filters.value, sorting.value],
    (cursor) =>
      call(partnershipsContract.listPartnerships, {
        query: { ...filters.value, ...sorting.value, limit: 50, ...(cursor && { cursor }) },
      }),
  )
  const narrowing = () =>
    changed.value.filter((name) => name !== 'view' && name !== 'sort') as (keyof typeof state)[] // its own names
  const active = computed(() => narrowing().length)
  const clear = () => reset(...narrowing())
  return { state, filters, found, active, clear }
}
