import { computed, watchEffect } from 'vue'
import { useMedia } from './media.ts'
import { usePreference } from './preferences.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Light, dark or whatever the device says. public/theme.js sets the first one before the page is painted. */
export const useTheme = () => {
  const theme = usePreference<Theme>('theme', 'system')
  const deviceIsDark = useMedia('(prefers-color-scheme: dark)')
  const isDark = computed(() => theme.value === 'dark' || (theme.value === 'system' && deviceIsDark.value))
  return { theme, isDark }
}

/** Called once, by the app. */
export const applyTheme = (): void => {
  const { isDark } = useTheme()
  watchEffect(() => {
    document.documentElement.classList.toggle('dark', isDark.value)
    const ink = isDark.value ? '#161e2b' : '#ffffff'
    for (const meta of document.querySelectorAll('meta[name=theme-color]')) meta.setAttribute('content', ink)
  })
}
