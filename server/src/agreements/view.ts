import { agreementGaps, type DraftedAgreement } from '@common-table/shared/agreements/gaps'
import { approvalRoute } from '@common-table/shared/agreements/route'
import type { Agreement } from '@common-table/shared/agreements/schemas'
import { requiredCodes } from '@common-table/shared/agreements/sections'
import { standingOn, type Term } from '@common-table/shared/agreements/term'
import { notFound } from '@common-table/shared/contract/problem'
import type { VisionStanding } from '@common-table/shared/vision/standing'
import type { Db } from '../db/db.ts'
import { visionStand } from '../vision/index.ts'
import { agreementRow, type AgreementRow, type StoredAgreement } from './queries.ts'

export const termOf = ({
  stage,
  startsOn,
  endsOn,
  renews,
  termMonths,
  noticeDays,
  lastDay,
  endReason,
}: StoredAgreement): Term => ({
  stage,
  startsOn,
  endsOn,
  renews,
  termMonths,
  noticeDays,
  lastDay,
  endReason,
})

/** An agreement as people see it: what is stored, and what the rules say about it today. */
export const viewOf = ({ agreement, today }: AgreementRow, visionStanding: VisionStanding): Agreement => {
  const { stage, type, facts } = agreement
  const drafted: DraftedAgreement = { ...agreement, visionStanding }
  const required = new Set(requiredCodes(type, facts))
  return {
    ...agreement,
    facts,
    sections: agreement.sections.map((section) => ({ ...section, required: required.has(section.code) })),
    route: (stage === 'draft' ? approvalRoute(type, facts) : agreement.route).map(({ gate, because }) => ({
      gate,
      because: [...because],
    })),
    standing: standingOn(termOf(agreement), today),
    visionStanding,
    gaps: stage === 'draft' ? agreementGaps(drafted) : [],
  }
}

export const theRow = async (
  db: Db,
  scope: readonly string[] | null,
  agreementId: string,
): Promise<AgreementRow> => (await agreementRow(db, scope, agreementId)) ?? notFound('agreement')

/** Two statements: the agreement, and how far the vision is. */
export const theAgreement = async (
  db: Db,
  scope: readonly string[] | null,
  agreementId: string,
): Promise<Agreement> => {
  const row = await theRow(db, scope, agreementId)
  const vision = await visionStand(db, row.agreement.partnership.id)
  return viewOf(row, vision?.standing ?? 'empty')
}
