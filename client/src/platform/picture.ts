import { useQuery } from '@pinia/colada'
import { onScopeDispose, ref, watch, type Ref } from 'vue'

/**
 * A picture of the API as an address for an `img`, for as long as this part is on the page. Another picture has another key;
 * without a key there is none.
 */
export const usePicture = (
  key: () => readonly string[] | undefined,
  fetchPicture: () => Promise<Blob>,
): Readonly<Ref<string | undefined>> => {
  const picture = useQuery({
    key: () => ['picture', ...(key() ?? [])],
    query: fetchPicture,
    enabled: () => key() !== undefined,
    staleTime: 3_600_000,
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
  return address
}
