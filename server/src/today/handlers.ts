import { holds } from '@common-table/shared/contract/permission'
import type { todayContract } from '@common-table/shared/today/contract'
import { todayKinds } from '@common-table/shared/today/kinds'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { todayOf } from './remembered.ts'

export const todayHandlers: Handlers<typeof todayContract> = {
  getToday: async ({ db, actor, now, query: { mine, kind, limit = 5 } }) => {
    const kinds = todayKinds.filter(
      ({ code, access }) => holds(actor.permissions, access) && (kind === undefined || kind === code),
    )
    const request = {
      kinds: kinds.map(({ code }) => code),
      scope: actor.schoolIds,
      lead: mine ? actor.id : null,
      limit,
    }
    return json(await todayOf(db, now, request))
  },
}
