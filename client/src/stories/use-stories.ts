import { storiesContract } from '@common-table/shared/stories/contract'
import type { StoryQuery } from '@common-table/shared/stories/schemas'
import { useQuery, useQueryCache } from '@pinia/colada'
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { useAct } from '../platform/act.ts'
import { useApi, useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'

type Wanted = Omit<StoryQuery, 'cursor' | 'limit'>

export const useStories = (query: () => Wanted) => {
  const call = useCall()
  return useKeysetList(
    () => ['stories', 'list', JSON.stringify(query())],
    (cursor) =>
      call(storiesContract.listStories, { query: { ...query(), limit: 50, ...(cursor && { cursor }) } }),
  )
}

export const useStory = (storyId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['stories', 'one', storyId()],
    query: () => call(storiesContract.getStory, { params: { storyId: storyId() } }),
  })
}

export const useStoriesChanged = () => {
  const cache = useQueryCache()
  return () => cache.invalidateQueries({ key: ['stories'] })
}
export const useStoryAct = () => useAct(useStoriesChanged())

/** A picture of the API as an address for an `img`, for as long as this part is on the page. */
const usePicture = (key: () => string | undefined, fetchPicture: () => Promise<Blob>) => {
  const picture = useQuery({
    key: () => ['story-photo', key() ?? 'none'],
    query: fetchPicture,
    enabled: () => key() !== undefined,
    staleTime: 3_600_000, // another picture has another key
  })
  const address = ref<string>()
  const forget = () => address.value && URL.revokeObjectURL(address.value)
  watch(
    () => picture.data.value,
    (blob) => {
      forget()
      address.value = blob ? URL.createObjectURL(blob) : undefined
    },
    { immediate: true },
  )
  onScopeDispose(forget)
  return address as Readonly<Ref<string | undefined>>
}

export const useStoryPhoto = (
  story: () => { id: string; hasPhoto: boolean; version: number } | undefined,
) => {
  const api = useApi()
  return usePicture(
    () => (story()?.hasPhoto ? `${story()!.id} ${story()!.version}` : undefined),
    () => api.download(storiesContract.getPhoto, { params: { storyId: story()!.id } }), // asked only with a key
  )
}
export const useAskedPhoto = (wanted: () => boolean) => {
  const api = useApi()
  return usePicture(
    () => (wanted() ? 'link' : undefined),
    () => api.download(storiesContract.getStoryPhotoByLink),
  )
}
