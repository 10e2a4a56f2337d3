import { linksContract } from '@common-table/shared/people/links-contract'
import type { LinkOwner } from '@common-table/shared/people/user-schemas'
import { ProblemError } from '@common-table/shared/contract/problem'
import { onMounted, ref, shallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { useProblemWords } from '../platform/problem-words.ts'
import { useCall } from '../platform/api.ts'

/** The secret of an e-mailed link stands after the `#`, which no server sees; whom it is for is asked once. */
export const useLinkToken = (purpose: LinkOwner['purpose']) => {
  const route = useRoute()
  const call = useCall()
  const { say } = useProblemWords()
  const token = route.hash.slice(1)
  const owner = shallowRef<LinkOwner>()
  const gone = ref(false)
  const trouble = ref('')
  onMounted(async () => {
    try {
      const found = await call(linksContract.lookAtLink, { body: { token } })
      if (found.purpose === purpose) owner.value = found
      else gone.value = true
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      if (error.code === 'link-expired' || error.code === 'invalid-input') gone.value = true
      else trouble.value = say(error)
    }
  })
  return { token, owner, gone, trouble }
}
