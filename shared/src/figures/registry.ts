import type { FigureCode } from './codes.ts'
import type { FigureRow } from './figure.ts'
import { needsFigures } from './registry-needs.ts'
import { outcomesFigures } from './registry-outcomes.ts'
import { partnershipFigures } from './registry-partnerships.ts'

/** Every figure the product shows: the rule it follows with its version, what is published of it, what it reads. */
export const figures: Readonly<Record<FigureCode, FigureRow>> = {
  ...needsFigures,
  ...outcomesFigures,
  ...partnershipFigures,
}
