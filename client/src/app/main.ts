import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { apiKey, createApi } from '../platform/api.ts'
import { createWords, preferredLocale } from '../platform/i18n.ts'
import { useSession } from '../platform/session.ts'
import { applyTheme } from '../platform/theme.ts'
import App from './App.vue'
import './main.css'
import { catalogues } from './messages.ts'
import { createPages } from './router.ts'

const api = createApi(() => {
  useSession().end()
  void router.push({ name: 'sign-in', query: { next: router.currentRoute.value.fullPath, ended: '1' } })
})
const locale = preferredLocale()
const words = createWords(catalogues, 'en')
const router = createPages(words)

applyTheme()
const app = createApp(App)
  .provide(apiKey, api)
  .use(createPinia())
  .use(PiniaColada, { queryOptions: { staleTime: 30_000, gcTime: 300_000 } })
  .use(words.i18n)
if (locale !== 'en') await words.speak(locale)
app.provide('words', words).use(router).mount('#app')
