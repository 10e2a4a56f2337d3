import type { TimelineItem, TimelineKind } from '@common-table/shared/timeline/schemas'
import { utcText } from './utc-text.ts'

/** $1 partnerships, $2 the organisation, $3 whether all of the organisation's own is told too, $4 older than this id. */
const older = (id: string): string => `($4::uuid is null or ${id} < $4)`
const own = (alias: string): string => `${alias}.district_id = app_district()`

export interface Source {
  name: string
  kinds: readonly TimelineKind[]
  /** Only for those who look after partnerships. */
  guarded?: true
  /** `id` and `kind` of what is there, newest first; it is cut to a page afterwards. */
  found: string
  /** FROM and WHERE of the row `f.id`. */
  from: string
  item: Partial<Record<keyof Omit<TimelineItem, 'id' | 'kind'>, string>>
}

const page = (sql: string, id: string): string => `(${sql} order by ${id} desc limit $5)`

const events: Source = {
  name: 'events',
  kinds: ['touch', 'stage', 'change'],
  found: page(
    `select e.id, case e.kind when 'stage' then 'stage' when 'created' then 'stage' when 'people' then 'change' when 'overlap' then 'change' else 'touch' end as kind
    from partnership_events e where ${own('e')} and e.kind <> 'schools' and ${older('e.id')}
      and (e.partnership_id = any ($1::uuid[]) or ($3 and e.organization_id = $2))`,
    'e.id',
  ),
  from: `partnership_events e where ${own('e')} and e.id = f.id`,
  item: {
    at: utcText('e.created_at'),
    code: "case when e.kind = 'stage' then e.to_stage else e.kind end",
    by: 'e.author_name',
    byKind: "case when e.author_id is null then 'system' else 'user' end",
    partnership: 'e.partnership_id',
    text: "nullif(e.body, '')",
    day: 'e.happened_on',
    state: 'e.from_stage',
    reason: 'e.reason',
  },
}

const checkIns: Source = {
  name: 'check_ins',
  kinds: ['check_in'],
  found: page(
    `select m.id, 'check_in' as kind from meetings m
    where ${own('m')} and m.partnership_id = any ($1::uuid[]) and ${older('m.id')}`,
    'm.id',
  ),
  from: `meetings m where ${own('m')} and m.id = f.id`,
  item: {
    at: utcText('m.created_at'),
    code: "'planned'",
    partnership: 'm.partnership_id',
    day: 'm.day',
    state: 'm.status',
    recordId: 'm.id',
  },
}

const answers: Source = {
  name: 'answers',
  kinds: ['check_in'],
  found: page(
    `select n.id, 'check_in' as kind from meetings m
      join meeting_answers n on n.district_id = m.district_id and n.meeting_id = m.id
    where ${own('m')} and m.partnership_id = any ($1::uuid[]) and ${older('n.id')}`,
    'n.id',
  ),
  from: `meeting_answers n join meetings m on m.district_id = n.district_id and m.id = n.meeting_id
    where ${own('n')} and n.id = f.id`,
  item: {
    at: utcText('n.answered_at'),
    code: 'n.answer',
    by: 'n.name',
    byKind: "case n.side when 'partner' then 'link' else 'user' end",
    partnership: 'm.partnership_id',
    text: "nullif(n.comment, '')",
    to: 'n.side',
    day: 'm.day',
    recordId: 'm.id',
  },
}

const handedIn: Source = {
  name: 'handed_in',
  kinds: ['document'],
  found: page(
    `select c.id, 'document' as kind from compliance_documents c
    where ${own('c')} and c.organization_id = $2 and ${older('c.id')}`,
    'c.id',
  ),
  from: `compliance_documents c where ${own('c')} and c.id = f.id`,
  item: {
    at: utcText('c.submitted_at'),
    code: "'handed_in'",
    by: 'c.submitted_by',
    byKind: "case when c.via_link then 'link' else 'user' end",
    title: 'c.kind',
    day: 'c.expires_on',
    state: 'c.status',
    reason: 'c.reject_reason',
  },
}

const papers: Source = {
  name: 'papers',
  kinds: ['document'],
  found: page(
    `select x.id, 'document' as kind from agreements a
      join agreement_documents x on x.district_id = a.district_id and x.agreement_id = a.id
    where ${own('a')} and a.partnership_id = any ($1::uuid[]) and ${older('x.id')}`,
    'x.id',
  ),
  from: `agreement_documents x join agreements a on a.district_id = x.district_id and a.id = x.agreement_id
    where ${own('x')} and x.id = f.id`,
  item: {
    at: utcText('x.issued_at'),
    code: 'x.kind',
    partnership: 'a.partnership_id',
    title: 'a.title',
    recordId: 'a.id',
  },
}

const mails: Source = {
  name: 'mails',
  kinds: ['email'],
  guarded: true,
  found: page(
    `select l.id, 'email' as kind from mails l where ${own('l')} and ${older('l.id')}
      and (l.partnership_id = any ($1::uuid[]) or ($3 and l.organization_id = $2))`,
    'l.id',
  ),
  from: `mails l where ${own('l')} and l.id = f.id`,
  item: {
    at: utcText('l.created_at'),
    code: "'sent'",
    partnership: 'l.partnership_id',
    title: 'l.subject',
    to: "coalesce(nullif(l.to_name, '') || ' <' || l.to_address || '>', l.to_address)",
    state: 'l.status',
  },
}

const links: Source = {
  name: 'links',
  kinds: ['link'],
  guarded: true,
  found: page(
    `select l.id, 'link' as kind from links l where ${own('l')} and ${older('l.id')}
      and (l.partnership_id = any ($1::uuid[]) or ($3 and l.organization_id = $2))`,
    'l.id',
  ),
  from: `links l where ${own('l')} and l.id = f.id`,
  item: {
    at: utcText('l.created_at'),
    code: "'sent'",
    by: 'l.created_by_name',
    byKind: "case when l.created_by is null then 'system' else 'user' end",
    partnership: 'l.partnership_id',
    title: 'l.purpose',
    to: "l.name || ' <' || l.email || '>'",
    state: `case when l.used_at is not null then 'used' when l.revoked_at is not null then 'revoked'
      when l.replaced_at is not null then 'replaced' when l.expires_at <= now() then 'expired' else 'open' end`,
    day: '(coalesce(l.last_used_at, l.expires_at))::date',
  },
}

export const plainSources: readonly Source[] = [events, checkIns, answers, handedIn, papers, mails, links]
