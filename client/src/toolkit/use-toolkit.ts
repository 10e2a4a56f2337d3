import { toolkitContract } from '@common-table/shared/toolkit/contract'
import type { ResourceQuery } from '@common-table/shared/toolkit/schemas'
import { resourceAudiences, resourceKinds } from '@common-table/shared/toolkit/vocabulary'
import { nameOf, type Language, type Term } from '@common-table/shared/vocabulary/terms'
import { useQuery, useQueryCache } from '@pinia/colada'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import { useApi, useCall } from '../platform/api.ts'
import { saveFile } from '../platform/downloads.ts'
import type { Words } from '../platform/i18n.ts'
import { useKeysetList } from '../platform/keyset-list.ts'

export const useResources = (query: () => Omit<ResourceQuery, 'cursor' | 'limit'>) => {
  const call = useCall()
  return useKeysetList(
    () => ['toolkit', 'list', JSON.stringify(query())],
    (cursor) =>
      call(toolkitContract.listResources, { query: { ...query(), limit: 50, ...(cursor && { cursor }) } }),
  )
}

export const useResource = (resourceId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['toolkit', 'one', resourceId()],
    query: () => call(toolkitContract.getResource, { params: { resourceId: resourceId() } }),
  })
}

export const useFacets = () => {
  const call = useCall()
  return useQuery({ key: ['toolkit', 'facets'], query: () => call(toolkitContract.resourceFacets) })
}

export const useToolkitChanged = () => {
  const cache = useQueryCache()
  return () => cache.invalidateQueries({ key: ['toolkit'] })
}

export const useResourceFile = () => {
  const api = useApi()
  return async (resourceId: string, name: string) =>
    saveFile(await api.download(toolkitContract.getResourceFile, { params: { resourceId } }), name)
}

/** The vocabulary of the toolkit in this person's language; also fetches the feature's own words. */
export const useToolkitWords = () => {
  const { locale } = useI18n()
  void inject<Words | undefined>('words', undefined)?.load('toolkit')
  return computed(() => {
    const language: Language = locale.value === 'es' ? 'es' : 'en'
    const options = <Code extends string>(terms: readonly Term<Code>[]) =>
      terms.map((term) => ({ value: term.code, label: term[language] }))
    return {
      kinds: options(resourceKinds),
      audiences: options(resourceAudiences),
      kind: (code: string) => nameOf(resourceKinds, code, language),
      audience: (code: string) => nameOf(resourceAudiences, code, language),
      named: (thing: { name: string; nameEs: string }) => (language === 'es' && thing.nameEs) || thing.name,
    }
  })
}
