import { onScopeDispose, ref, watchEffect } from 'vue'

/** What the open page calls itself, when that is more than its route's title: a record's name. */
export const ownTitle = ref<string>()

/** `usePageTitle(() => partnership.value?.name)`: shown in the browser tab while the page lives. */
export const usePageTitle = (title: () => string | undefined): void => {
  watchEffect(() => (ownTitle.value = title()))
  onScopeDispose(() => (ownTitle.value = undefined))
}
