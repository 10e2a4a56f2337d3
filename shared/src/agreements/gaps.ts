import type { FieldRule } from '../contract/field-rules.ts'
import type { FieldProblem } from '../contract/problem.ts'
import { carriesAgreement, type VisionStanding } from '../vision/standing.ts'
import type { Side } from '../vocabulary/sides.ts'
import { dataSharingGaps, type DataSharing } from './data-sharing.ts'
import type { AgreementFacts } from './facts.ts'
import { requiredCodes, sectionTemplate } from './sections.ts'
import type { AgreementKind, AgreementType, SectionState } from './vocabulary.ts'

export interface DraftedAgreement {
  readonly kind: AgreementKind
  readonly type: AgreementType
  readonly facts: AgreementFacts
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly renews: boolean
  readonly noticeDays: number
  readonly amendmentReason: string | null
  readonly sections: readonly {
    readonly code: string
    readonly title: string
    readonly body: string
    readonly state: SectionState
  }[]
  readonly obligations: readonly { readonly side: Side }[]
  readonly dataSharing: DataSharing | null
  readonly districtSigner: unknown
  readonly partnerSigner: { readonly email: string } | null
  readonly visionStanding: VisionStanding
}

const gap = (field: string, rule: FieldRule, message: string): FieldProblem => ({ field, rule, message })
const when = (holds: boolean, ...found: FieldProblem[]): FieldProblem[] => (holds ? found : [])

const dayGaps = ({ startsOn, endsOn }: DraftedAgreement): FieldProblem[] => [
  ...when(startsOn === null, gap('startsOn', 'required', 'Say on which day the agreement begins.')),
  ...when(
    endsOn === null,
    gap('endsOn', 'required', 'Say on which day it ends, or where its first term ends if it renews itself.'),
  ),
  ...when(
    startsOn !== null && endsOn !== null && endsOn <= startsOn,
    gap('endsOn', 'order', 'The agreement must end after it begins.'),
  ),
]

const sectionGaps = ({ type, facts, sections }: DraftedAgreement): FieldProblem[] => {
  const required = new Set(requiredCodes(type, facts))
  const missing = [...required].filter((code) => !sections.some((section) => section.code === code))
  return [
    ...missing.map((code) =>
      gap(`sections.${code}`, 'required', `The section “${sectionTemplate(code)?.en ?? code}” is missing.`),
    ),
    ...sections.flatMap(({ code, title, state, body }) => {
      if (state === 'finalized')
        return when(
          !/\S/.test(body),
          gap(
            `sections.${code}`,
            'empty',
            `“${title}” is finalized but says nothing. Write it, or say that it does not apply.`,
          ),
        )
      return when(
        required.has(code) || state === 'under_discussion',
        gap(
          `sections.${code}`,
          'open',
          state === 'under_discussion'
            ? `“${title}” is still under discussion.`
            : `“${title}” is not yet addressed.`,
        ),
      )
    }),
  ]
}

const promiseGaps = ({ obligations }: DraftedAgreement): FieldProblem[] =>
  (['district', 'partner'] as const).flatMap((side) =>
    when(
      !obligations.some((obligation) => obligation.side === side),
      gap(
        `obligations.${side}`,
        'required',
        `Write down at least one thing the ${side} will do: an agreement binds both sides.`,
      ),
    ),
  )

const visionGap = ({ visionStanding }: DraftedAgreement): FieldProblem[] =>
  when(
    !carriesAgreement({ standing: visionStanding }),
    gap(
      'vision',
      'vision',
      visionStanding === 'lapsed'
        ? 'The shared vision was confirmed more than a year ago. Both sides confirm it again first.'
        : 'Both sides confirm the shared vision first.',
    ),
  )

const signerGaps = ({ districtSigner, partnerSigner }: DraftedAgreement): FieldProblem[] => [
  ...when(districtSigner === null, gap('districtSignerId', 'required', 'Choose who signs for the district.')),
  ...when(partnerSigner === null, gap('partnerSignerId', 'required', 'Choose who signs for the partner.')),
  ...when(
    partnerSigner !== null && partnerSigner.email === '',
    gap(
      'partnerSignerId',
      'address',
      'The person who signs for the partner has no e-mail address; the link to sign goes there.',
    ),
  ),
]

/**
 * Everything that keeps an agreement in draft. Nothing leaves it before both sides confirmed the shared vision (E7), every
 * section that its kind and facts ask for is finalized, and both sides have promised something.
 */
export const agreementGaps = (agreement: DraftedAgreement): FieldProblem[] => [
  ...visionGap(agreement),
  ...dayGaps(agreement),
  ...when(
    agreement.kind === 'amendment' && agreement.amendmentReason === null,
    gap('amendmentReason', 'required', 'Say why the agreement is amended.'),
  ),
  ...when(
    agreement.renews && agreement.noticeDays === 0,
    gap('noticeDays', 'required', 'An agreement that renews itself needs a number of days for notice.'),
  ),
  ...sectionGaps(agreement),
  ...promiseGaps(agreement),
  ...(agreement.type === 'data_sharing' || agreement.dataSharing
    ? dataSharingGaps(agreement.dataSharing, { data: agreement.facts.data, startsOn: agreement.startsOn })
    : []),
  ...signerGaps(agreement),
]
