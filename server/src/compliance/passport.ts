import { clearanceOf, standingOf } from '@common-table/shared/compliance/clearance'
import { inLighterLane, requiredDocuments } from '@common-table/shared/compliance/required-documents'
import { mergeRequirements } from '@common-table/shared/compliance/requirements'
import type { Owed, OwedByPartner, Passport, Reason } from '@common-table/shared/compliance/schemas'
import type { ClearanceStatus } from '@common-table/shared/compliance/vocabulary'
import type { RawPassport } from './queries.ts'
import { levels } from './settle.ts'

/** What is owed counts partnerships that are being formed: their papers are gathered before they begin. */
const owedLevel = ({ anywhere, preparing }: RawPassport) =>
  levels[Math.max(1, anywhere, preparing) - 1] ?? 'low'

export const owedBy = (raw: RawPassport): Owed[] => {
  const requirements = mergeRequirements(raw.own)
  return requiredDocuments(requirements, raw.facts, owedLevel(raw)).map((one) => {
    const rule = requirements.find(({ kind }) => kind === one.kind)
    const { state, documentId, waitingId, expiresOn } = standingOf(
      raw.documents.filter(({ kind }) => kind === one.kind),
      rule?.warnDays ?? 0,
      raw.today,
    )
    const waived = one.lane === 'waived'
    return {
      ...one,
      because: [...one.because],
      state: waived ? 'waived' : state,
      documentId,
      waitingId,
      expiresOn,
    }
  })
}

const answerAt = (raw: RawPassport, level: number): { status: ClearanceStatus; reasons: Reason[] } => {
  const intensity = levels[level - 1]
  if (!intensity)
    return { status: 'red', reasons: [{ code: raw.anywhere > 0 ? 'not_here' : 'no_partnership' }] }
  const { status, reasons } = clearanceOf(
    mergeRequirements(raw.own),
    raw.facts,
    raw.documents,
    intensity,
    raw.today,
  )
  return { status, reasons: [...reasons] }
}

/** The passport as staff read it. Whoever may not review documents sees how they stand, not what was written in them. */
export const passportOf = (
  raw: RawPassport,
  { recipient, mayReview }: { recipient: Passport['recipient']; mayReview: boolean },
): Passport => {
  const { contact, studentData, districtPays, space } = raw.facts
  return {
    organization: raw.organization,
    facts: { contact, studentData, districtPays, space },
    lighterLane: inLighterLane(raw.facts),
    intensity: raw.anywhere + raw.preparing > 0 ? owedLevel(raw) : null,
    ...answerAt(raw, raw.level),
    owed: owedBy(raw),
    documents: mayReview ? raw.documents : [],
    schools: raw.schools.map(({ id, name, level }) => ({ id, name, status: answerAt(raw, level).status })),
    districtWide: raw.districtWide,
    recipient,
    code: raw.code,
    today: raw.today,
    version: raw.version,
  }
}

/** The passport as its partner reads it, behind a link. */
export const owedByPartner = (raw: RawPassport): OwedByPartner => {
  const requirements = mergeRequirements(raw.own)
  return {
    organizationName: raw.organization.name,
    items: owedBy(raw).map((one) => {
      const rule = requirements.find(({ kind }) => kind === one.kind)! // what is owed comes from this list
      const latest = raw.documents.find(({ kind }) => kind === one.kind)
      return {
        ...one,
        expiry: rule.expiry,
        minimumCents: rule.minimumCents,
        instructions: rule.instructions,
        latest: latest
          ? {
              status: latest.status,
              fileName: latest.fileName,
              submittedAt: latest.submittedAt,
              expiresOn: latest.expiresOn,
              rejectReason: latest.rejectReason,
              rejectNote: latest.rejectNote,
            }
          : null,
      }
    }),
  }
}
