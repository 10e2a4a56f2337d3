import type { FigureCode, FigureSubject } from '@common-table/shared/figures/codes'
import { shallowRef } from 'vue'

/** A figure somebody wants explained: what it is called where it stands, of what it is, and the numbers it came from. */
export interface AskedFigure {
  readonly figure: FigureCode
  readonly of: string
  readonly subject?: FigureSubject | undefined
  /** As written on the page; only those the page shows. */
  readonly parts?: Readonly<Record<string, string | number>> | undefined
}
/** The one that is open, if any: a single panel at the root answers for every page. */
export const askedFigure = shallowRef<AskedFigure>()
