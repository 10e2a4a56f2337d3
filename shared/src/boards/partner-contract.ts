import { defineContract } from '../contract/route.ts'
import { HelpDone } from './help-done-schemas.ts'

/** What a partner reads behind an e-mailed link. */
export const partnerBoardsContract = defineContract({
  readHelpDoneByLink: {
    method: 'GET',
    path: '/link/help-done',
    access: { link: 'help-done' },
    summary: 'What the help of a partnership did, as far as suppression allows',
    response: HelpDone,
  },
})
