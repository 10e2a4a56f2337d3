import { complianceContract } from '@common-table/shared/compliance/contract'
import { useQuery } from '@pinia/colada'
import { useCall } from '../platform/api.ts'

export const usePassport = (organizationId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['passport', organizationId()],
    query: () => call(complianceContract.getPassport, { params: { organizationId: organizationId() } }),
  })
}

/** What the district asks for; few enough to be held whole. */
export const useRules = () => {
  const call = useCall()
  return useQuery({ key: ['clearances', 'rules'], query: () => call(complianceContract.listRequirements) })
}
