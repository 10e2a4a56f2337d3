import type { NewContribution, NewTie } from '@common-table/shared/pipeline/connection-schemas'
import type { NewProspect } from '@common-table/shared/pipeline/prospect-schemas'
import type { ProspectStage } from '@common-table/shared/pipeline/vocabulary'
import type { Static } from 'typebox'

type Profile = Omit<Static<typeof NewContribution>, 'side'>
interface DemoProspect extends Pick<
  NewProspect,
  'goal' | 'approach' | 'willingness' | 'priority' | 'source'
> {
  organization: NonNullable<NewProspect['organization']>
  /** How far it came; joined ones are partnerships. */
  stage: Exclude<ProspectStage, 'joined'>
  /** Days since anyone was in touch. */
  silentFor: number
  gives: Profile
  seeks?: Profile
  tie?: NewTie
}

/** Invented organisations of the sectors a school's table most often misses. Nobody's real name. */
export const demoProspects: readonly DemoProspect[] = [
  {
    organization: { name: 'Riverbend Youth Court', type: 'juvenile_justice', sectors: ['juvenile_justice'] },
    goal: 'Restorative circles instead of suspensions',
    approach: 'The judge’s clerk went to Mill Creek and answers e-mail.',
    willingness: 'open',
    priority: 1,
    source: 'stakeholder',
    stage: 'talking',
    silentFor: 12,
    gives: { type: 'expertise', detail: 'Trained mediators, two afternoons a week' },
    seeks: { type: 'space', detail: 'A quiet room' },
  },
  {
    organization: { name: 'Ferry Street Hardware', type: 'business', sectors: ['business'] },
    goal: 'Job shadows for ten students in spring',
    approach: 'Begin with the manager, not with headquarters.',
    willingness: 'keen',
    priority: 1,
    source: 'stakeholder',
    stage: 'willing',
    silentFor: 4,
    gives: { type: 'site_visits', detail: 'Ten places in April' },
    tie: { kind: 'alumni', label: 'East High, class of 2004' },
  },
  {
    organization: {
      name: 'County Sheriff’s Community Unit',
      type: 'law_enforcement',
      sectors: ['law_enforcement'],
    },
    goal: 'A familiar face at dismissal',
    willingness: 'unknown',
    priority: 2,
    source: 'stakeholder',
    stage: 'identified',
    silentFor: 0,
    gives: { type: 'staff_fte', detail: '' },
  },
  {
    organization: {
      name: 'Northside Fathers’ Circle',
      type: 'family_org',
      sectors: ['families'],
      trustedInCommunity: true,
    },
    goal: 'Fathers read with first graders on Fridays',
    approach: 'Go to their Saturday breakfast; do not send a letter.',
    willingness: 'open',
    priority: 1,
    source: 'referral',
    stage: 'contacted',
    silentFor: 75,
    gives: { type: 'volunteer_hours', detail: 'Fifteen fathers' },
    tie: { kind: 'neighborhood', label: 'Northside' },
  },
  {
    organization: { name: 'Open Door Social Services', type: 'nonprofit', sectors: ['social_services'] },
    goal: 'A case worker at two schools',
    willingness: 'reluctant',
    priority: 2,
    source: 'staff',
    stage: 'contacted',
    silentFor: 20,
    gives: { type: 'expertise', detail: 'Housing and benefits' },
    seeks: { type: 'funding', detail: 'Half a position' },
  },
  {
    organization: {
      name: 'Casa de la Palabra',
      type: 'grassroots',
      sectors: ['grassroots'],
      languages: ['es'],
      trustedInCommunity: true,
    },
    goal: 'Interpreters for family evenings',
    willingness: 'keen',
    priority: 2,
    source: 'referral',
    stage: 'talking',
    silentFor: 64,
    gives: { type: 'volunteer_hours', detail: 'Six interpreters' },
    tie: { kind: 'language', label: 'es' },
  },
  {
    organization: { name: 'Brightwater Savings', type: 'business', sectors: ['business'] },
    goal: 'Money lessons for seniors',
    willingness: 'open',
    priority: 3,
    source: 'staff',
    stage: 'declined',
    silentFor: 40,
    gives: { type: 'training_pd', detail: '' },
  },
]
