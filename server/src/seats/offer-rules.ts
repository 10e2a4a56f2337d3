import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import {
  isFor,
  minimumsOf,
  seatKinds,
  type SeatAudience,
  type SeatKind,
} from '@common-table/shared/seats/kinds'
import type { NewSeatFill, SeatOfferChange, SignedHours } from '@common-table/shared/seats/offer-schemas'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import type { HeldOffer } from './offer-queries.ts'
import { ownMinimums } from './queries.ts'

export const checkAudience = (kind: SeatKind, audience: SeatAudience = 'student'): void => {
  if (!isFor(kind, audience))
    throw fieldProblem('audience', 'Only externships are for teachers and staff. Choose students.', 'choose')
}

const checkLeast = (kind: SeatKind, hours: number, least: number): void => {
  if (hours < least)
    throw fieldProblem(
      'hours',
      `${nameOf(seatKinds, kind, 'en')}: the district asks for at least ${least} hours. Offer more hours, or choose another kind.`,
      'range',
    )
}
/** A seat that gives fewer hours than the district asks of its kind is a seat of another kind. */
export const checkHours = async (db: Db, kind: SeatKind, hours: number): Promise<void> =>
  checkLeast(kind, hours, minimumsOf(await ownMinimums(db))[kind])

/** What an employer and the district may both change. */
export const checkChange = (offer: HeldOffer, change: SeatOfferChange): void => {
  if (change.seats !== undefined && change.seats < offer.filled) throw refusal('seats-below-filled')
  if (change.hours === undefined && !change.confirmed) return
  const own = offer.ownMinimum === null ? {} : { [offer.kind]: offer.ownMinimum }
  checkLeast(offer.kind, change.hours ?? offer.hours, minimumsOf(own)[offer.kind])
}

/** Filled never exceeds offered; `before` seats of the group are given back first. */
export const checkFill = (offer: HeldOffer, fill: NewSeatFill, before = 0): void => {
  if (!offer.open) throw refusal('seats-not-open')
  if (offer.schoolId !== null && offer.schoolId !== fill.schoolId)
    throw fieldProblem('schoolId', 'These seats are held for another school.', 'choose')
  if (offer.pathway !== 'any' && fill.pathway !== 'any' && offer.pathway !== fill.pathway)
    throw fieldProblem('pathway', 'These seats are in another pathway.', 'choose')
  checkSize(offer, fill.placed, before)
}

export const checkSize = (offer: HeldOffer, placed: number, before: number): void => {
  if (offer.filled - before + placed > offer.seats) throw refusal('not-so-many-seats')
}

/** Nobody signs for more people than took seats, nor for more hours than there are in a year. */
export const checkSigned = (placed: number, { people, hours, reached }: SignedHours): void => {
  if (people > placed)
    throw fieldProblem(
      'people',
      'More people than took seats. Ask the school to correct the group first.',
      'range',
    )
  if (reached > people)
    throw fieldProblem('reached', 'No more people can have reached the hours than came.', 'order')
  if (hours > people * 2000)
    throw fieldProblem('hours', 'So many hours do not fit into one school year. Check the number.', 'range')
}

export const unknownSchool = (): never => {
  throw fieldProblem('schoolId', 'There is no such school, or you may not see it.', 'reference')
}
export const noOffer = (): never => notFound('offer of seats')
