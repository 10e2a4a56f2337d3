import { storiesContract } from '@common-table/shared/stories/contract'
import type { StoryQuery } from '@common-table/shared/stories/schemas'
import { useQuery, useQueryCache } from '@pinia/colada'
import { useAct } from '../platform/act.ts'
import { useApi, useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'
import { usePicture } from '../platform/picture.ts'

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

export const useStoryPhoto = (
  story: () => { id: string; hasPhoto: boolean; version: number } | undefined,
) => {
  const api = useApi()
  return usePicture(
    () => (story()?.hasPhoto ? ['story', story()!.id, String(story()!.version)] : undefined),
    () => api.download(storiesContract.getPhoto, { params: { storyId: story()!.id } }), // asked only with a key
  )
}
export const useAskedPhoto = (wanted: () => boolean) => {
  const api = useApi()
  return usePicture(
    () => (wanted() ? ['story of the link'] : undefined),
    () => api.download(storiesContract.getStoryPhotoByLink),
  )
}
