import { useAct as useAnyAct } from '../platform/act.ts'
import { useOrganizationsChanged } from './queries.ts'

/** An act after which what is shown of organisations is asked again. */
export const useAct = () => useAnyAct(useOrganizationsChanged())
