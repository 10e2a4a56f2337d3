import { defineContract } from '../contract/route.ts'
import { Desk } from './desk-schemas.ts'
import { HelpDone, SendHelpDone, SentHelpDone } from './help-done-schemas.ts'
import { PublicBoard } from './public-schemas.ts'
import { SchoolBoard } from './school-schemas.ts'
import { Overview, OverviewQuery } from './schemas.ts'

/** One page for each reader: what a superintendent, a principal, a director, a partner and the public are shown. */
export const boardsContract = defineContract({
  getOverview: {
    method: 'GET',
    path: '/boards/overview',
    access: 'metrics:read',
    summary:
      'The district on one page: reach, gaps, equity, figures and objectives against target, value, risks and stories, as the reader or the board sees it',
    query: OverviewQuery,
    response: Overview,
  },
  getSchoolBoard: {
    method: 'GET',
    path: '/schools/:schoolId/board',
    access: 'needs:read',
    summary:
      'A school on one page: figures against target, needs open and answered, help to come, partners, promises, sessions kept',
    response: SchoolBoard,
  },
  getPublicBoard: {
    method: 'GET',
    path: '/boards/public',
    access: 'metrics:read',
    summary:
      'What everybody is shown of the district: released figures and published stories, and nothing else',
    response: PublicBoard,
  },
  getHelpDone: {
    method: 'GET',
    path: '/partnerships/:partnershipId/help-done',
    access: 'metrics:read',
    summary: 'What the partner of a partnership reads behind its link, exactly as it is given to the partner',
    response: HelpDone,
  },
  sendHelpDone: {
    method: 'POST',
    path: '/partnerships/:partnershipId/help-done/invitation',
    access: 'partnerships:write',
    summary: 'E-mail the partner a link to what its help did',
    body: SendHelpDone,
    response: SentHelpDone,
  },
  getDesk: {
    method: 'GET',
    path: '/boards/desk',
    access: 'agreements:write',
    summary:
      'A director’s desk in sums: pipeline, agreements under way, renewals due, placements to decide, quiet partners',
    response: Desk,
  },
})
