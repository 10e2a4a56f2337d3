import { defineContract } from '../contract/route.ts'
import {
  EffectQuestion,
  EquityEffect,
  FirstRefusal,
  FirstRefusalNo,
  FirstRefusalYes,
  OfferForGiver,
  PlacementAnswer,
  PlacementRequest,
  Placements,
  RankQuery,
  Ranking,
} from './schemas.ts'

const access = 'pipeline:write'

/** The offer desk: from an offer of help to a service at a school (domain 5.4). */
export const offerDeskContract = defineContract({
  rankSchools: {
    method: 'GET',
    path: '/offers/:offerId/schools',
    access,
    summary:
      'Schools with an open gap in what is offered, the best reasons first, each with its effect on equity',
    query: RankQuery,
    response: Ranking,
  },
  weighChoice: {
    method: 'POST',
    path: '/offers/:offerId/effect',
    access,
    asks: true,
    summary: 'What placing an offer at these schools would do to the equity of supply; nothing is changed',
    body: EffectQuestion,
    response: EquityEffect,
  },
  listPlacements: {
    method: 'GET',
    path: '/offers/:offerId/placements',
    access,
    summary: 'The schools that are asked about an offer, in order, and what they said',
    response: Placements,
  },
  placeOffer: {
    method: 'POST',
    path: '/offers/:offerId/placements',
    access,
    summary:
      'Ask schools whether they want an offer, in order of need, or place it where a school has said yes',
    body: PlacementRequest,
    response: Placements,
  },
  answerForSchool: {
    method: 'POST',
    path: '/offer-placements/:placementId/answer',
    access,
    summary: 'Write down a school’s yes or no, or take the question back; the next in line is asked',
    body: PlacementAnswer,
    response: Placements,
    ifMatch: true,
  },
  closeOffer: {
    method: 'POST',
    path: '/offers/:offerId/closing',
    access,
    summary: 'Ask no more schools; the giver is told by e-mail what came of the offer',
    response: Placements,
    ifMatch: true,
  },
  readFirstRefusal: {
    method: 'GET',
    path: '/link/first-refusal',
    access: { link: 'first-refusal' },
    summary: 'The offer a principal is asked about',
    response: FirstRefusal,
  },
  acceptFirstRefusal: {
    method: 'POST',
    path: '/link/first-refusal/yes',
    access: { link: 'first-refusal', spends: true },
    summary: 'Take the offer for the school, or a part of its places; the service begins',
    body: FirstRefusalYes,
    response: FirstRefusal,
  },
  declineFirstRefusal: {
    method: 'POST',
    path: '/link/first-refusal/no',
    access: { link: 'first-refusal', spends: true },
    summary: 'Decline the offer for the school, with the reason; it passes on to the next',
    body: FirstRefusalNo,
    response: FirstRefusal,
  },
  readOfferByLink: {
    method: 'GET',
    path: '/link/offer',
    access: { link: 'offer' },
    summary: 'What came of an offer of help, for whoever made it',
    response: OfferForGiver,
  },
})
