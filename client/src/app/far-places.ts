import { CornerDownRight, Languages, Plus } from '@lucide/vue'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Words } from '../platform/i18n.ts'
import { useSession } from '../platform/session.ts'
import type { Command } from '../ui/CommandPalette.vue'
import type { NavItem } from '../ui/navigation.ts'
import { messages } from './far-places.en.ts'
import { useOwnChoices } from './own-choices.ts'

type Kind = 'pages' | 'acts'

/** What the palette knows beyond the menu: pages a click further in, what can be begun, and the other language. */
export const useFarPlaces = (near: () => readonly NavItem[]) => {
  const { t } = useI18n()
  const router = useRouter()
  const session = useSession()
  const keep = useOwnChoices()
  const words = inject<Words | undefined>('words', undefined)
  void words?.load('far')

  const commandsOf = (kind: Kind): Command[] =>
    Object.keys(messages[kind]).flatMap((name) => {
      if (!router.hasRoute(name)) return []
      const { path, meta } = router.resolve({ name })
      if (!session.permits(meta.access)) return []
      const above = near().find(({ to }) => to !== '/' && path.startsWith(`${to}/`))
      return {
        id: `${kind}-${name}`,
        label: t(`far.${kind}.${name}`),
        hint: above?.label,
        icon: kind === 'acts' ? Plus : CornerDownRight,
        run: () => void router.push({ name }),
      }
    })

  const speak = async (): Promise<void> => {
    const next = words?.locale.value === 'es' ? 'en' : 'es'
    await words?.speak(next)
    await keep({ locale: next })
  }
  const language = computed<Command>(() => ({
    id: 'language',
    label: t('far.speak'),
    icon: Languages,
    run: () => void speak(),
  }))
  return { pages: computed(() => commandsOf('pages')), acts: computed(() => commandsOf('acts')), language }
}
