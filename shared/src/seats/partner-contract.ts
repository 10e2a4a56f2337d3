import { defineContract } from '../contract/route.ts'
import {
  EmployerOffer,
  EmployerOfferChange,
  EmployerSeats,
  NewSeatFill,
  SeatsToSign,
  SignedHours,
} from './offer-schemas.ts'

const access = { link: 'seats' } as const
const signing = { link: 'seat-hours' } as const

/** What an employer and a supervisor do behind an e-mailed link. */
export const employerSeatsContract = defineContract({
  readSeatsByLink: {
    method: 'GET',
    path: '/link/seats',
    access,
    summary: 'The seats an employer offers this school year and who filled them',
    response: EmployerSeats,
  },
  offerSeatsByLink: {
    method: 'POST',
    path: '/link/seats',
    access,
    summary: 'Offer seats, by link',
    body: EmployerOffer,
    response: EmployerSeats,
  },
  changeSeatsByLink: {
    method: 'PATCH',
    path: '/link/seats/:offerId',
    access,
    summary: 'Change, confirm or withdraw own seats, by link',
    body: EmployerOfferChange,
    response: EmployerSeats,
    ifMatch: true,
  },
  fillSeatsByLink: {
    method: 'POST',
    path: '/link/seats/:offerId/fills',
    access,
    summary: 'Say how many of a school took own seats, by link; saying it again corrects it',
    body: NewSeatFill,
    response: EmployerSeats,
  },
  readHoursToSign: {
    method: 'GET',
    path: '/link/seat-hours',
    access: signing,
    summary: 'The groups of one offer whose hours a supervisor signs for',
    response: SeatsToSign,
  },
  signHoursByLink: {
    method: 'PUT',
    path: '/link/seat-hours/:fillId',
    access: signing,
    summary: 'Sign for the hours of one group, by link',
    body: SignedHours,
    response: SeatsToSign,
    ifMatch: true,
  },
})
