import type { DocumentKind, RequirementCondition } from './vocabulary.ts'

/** What a district asks for one kind of document. */
export interface Requirement {
  readonly kind: DocumentKind
  /** Any of these asks for it; none: nobody is asked. */
  readonly conditions: readonly RequirementCondition[]
  /** In the lighter lane of grassroots partners (B15): asked all the same, a simpler form will do, or not asked. */
  readonly lighter: 'same' | 'simpler' | 'waived'
  /** Whether it says until when it is good. */
  readonly expiry: 'required' | 'optional' | 'none'
  /** From how many days before its end it counts as expiring, and the first reminder goes out. */
  readonly warnDays: number
  /** The least that must be insured, in cents. */
  readonly minimumCents: number | null
  /** Without it nobody comes on campus (red); otherwise the office asks first (amber). */
  readonly blocks: boolean
  /** The district's own words to the partner. */
  readonly instructions: string
}

const ask = (
  kind: DocumentKind,
  conditions: readonly RequirementCondition[],
  more: Partial<Requirement>,
): Requirement => ({
  kind,
  conditions,
  lighter: 'same',
  expiry: 'optional',
  warnDays: 30,
  minimumCents: null,
  blocks: false,
  instructions: '',
  ...more,
})

/**
 * What every district starts with and can change. When each is asked for is the same table as the steps of a partnership
 * (partnerships/required-steps.ts; a test holds them together). One million dollars per occurrence is what US districts
 * commonly ask of partners [B].
 */
export const standardRequirements: readonly Requirement[] = [
  ask('liability_insurance', ['unsupervised', 'contact_from_medium', 'space'], {
    lighter: 'waived',
    expiry: 'required',
    minimumCents: 100_000_000,
    blocks: true,
  }),
  ask('additional_insured', ['space'], { lighter: 'waived' }),
  ask('workers_comp', ['contact_high'], { lighter: 'waived', expiry: 'required' }),
  ask('clearance_letter', ['unsupervised', 'contact_from_medium'], {
    lighter: 'simpler',
    warnDays: 45,
    blocks: true,
  }),
  ask('state_clearance', ['unsupervised'], { warnDays: 45, blocks: true }),
  ask('training', ['unsupervised', 'contact_high'], { blocks: true }),
  ask('data_agreement', ['student_data'], { expiry: 'required', warnDays: 60 }),
  ask('tax_form', ['district_pays'], { expiry: 'none' }),
  ask('nonprofit_letter', [], { expiry: 'none' }),
]

/** The district's list: its own where it changed one, the standard otherwise. Always every kind, in the standard's order. */
export const mergeRequirements = <Own extends Requirement>(own: readonly Own[]): (Requirement | Own)[] =>
  standardRequirements.map((standard) => own.find(({ kind }) => kind === standard.kind) ?? standard)
