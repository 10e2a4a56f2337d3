import { defineContract } from '../contract/route.ts'
import { CensusAnswers, CensusForm, CensusOutcome } from './census-schemas.ts'
import { Kept } from './schemas.ts'

/** A partner's own word on its programs: where, for whom, how many seats; by link, or typed by the district on the phone. */
export const censusContract = defineContract({
  getCensus: {
    method: 'GET',
    path: '/organizations/:organizationId/census',
    access: 'organizations:write',
    summary: 'The latest census of a partner: as sent, as drafted, or filled from what the district knows',
    response: CensusForm,
  },
  sendCensus: {
    method: 'POST',
    path: '/organizations/:organizationId/census',
    access: 'organizations:write',
    summary: 'Take down a partner’s census for it, as after a call',
    body: CensusAnswers,
    response: CensusOutcome,
    ifMatch: true,
  },
  getCensusByLink: {
    method: 'GET',
    path: '/link/census',
    access: { link: 'census' },
    summary: 'The census of the partner a link was sent to',
    response: CensusForm,
  },
  keepCensusDraftByLink: {
    method: 'PUT',
    path: '/link/census/draft',
    access: { link: 'census' },
    summary: 'Keep what is typed so far, by link',
    body: CensusAnswers,
    response: Kept,
    ifMatch: true,
  },
  sendCensusByLink: {
    method: 'POST',
    path: '/link/census',
    access: { link: 'census', spends: true },
    summary:
      'Send the census, once: what agrees verifies the record, own facts are brought up to date, the rest is put before the district',
    body: CensusAnswers,
    response: CensusOutcome,
    ifMatch: true,
  },
})
