import type { partnerBoardsContract } from '@common-table/shared/boards/partner-contract'
import type { Handlers } from '../http/mount.ts'
import { helpDoneOf } from './help-done.ts'

export const partnerBoardsHandlers: Handlers<typeof partnerBoardsContract> = {
  readHelpDoneByLink: ({ services, actor: { districtId, link } }) =>
    helpDoneOf(services, districtId, link.subjectId, null),
}
