import { Building2, Handshake, HeartHandshake, School } from '@lucide/vue'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Found } from '@common-table/shared/search/contract'
import { useCall } from '../platform/api.ts'
import type { Command } from '../ui/CommandPalette.vue'

const looks = {
  school: { icon: School, route: 'school', param: 'schoolId' },
  organization: { icon: Building2, route: 'organization', param: 'organizationId' },
  service: { icon: HeartHandshake, route: 'organization', param: 'organizationId' },
  partnership: { icon: Handshake, route: 'partnership', param: 'partnershipId' },
} as const

/** Waits until typing pauses, so that a word is one question. */
const pause = 140

/** Records of the district that fit what is typed, as commands that open them. */
export const useFoundRecords = () => {
  const { t } = useI18n()
  const call = useCall()
  const router = useRouter()
  const found = shallowRef<readonly Found[]>([])
  const busy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest = 0

  const ask = async (typed: string, mine: number): Promise<void> => {
    // Fetched with the first search: its schemas are not part of the first page.
    const { searchContract } = await import('@common-table/shared/search/contract')
    const items = await call(searchContract.search, { query: { q: typed } }).then(
      (answer) => answer.items,
      () => [],
    )
    if (mine !== latest) return
    found.value = items
    busy.value = false
  }
  const search = (typed: string): void => {
    clearTimeout(timer)
    const mine = ++latest // a slow earlier answer must not overwrite a later one
    const words = typed.trim().slice(0, 120)
    busy.value = words.length > 1
    if (words.length > 1) timer = setTimeout(() => void ask(words, mine), pause)
    else found.value = []
  }
  onScopeDispose(() => clearTimeout(timer))

  const commands = computed<Command[]>(() =>
    found.value.map(({ kind, id, ownerId, name, hint }) => {
      const { icon, route, param } = looks[kind]
      return {
        id: `${kind}-${id}`,
        label: name,
        hint: [t(`app.palette.kinds.${kind}`), kind === 'organization' ? '' : hint]
          .filter(Boolean)
          .join(' · '),
        icon,
        run: () => void router.push({ name: route, params: { [param]: ownerId } }),
      }
    }),
  )
  return { commands, busy, search }
}
