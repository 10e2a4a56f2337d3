import type { VisionDraft, VisionVersion } from '@common-table/shared/vision/schemas'
import type { Side } from '@common-table/shared/vocabulary/sides'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

type Scope = readonly string[] | null

export interface VisionRow {
  partnershipId: string
  partnershipName: string
  organizationId: string
  leadUserId: string | null
  today: string
  timeZone: string
  /** People changed then, and both sides have not said yes again since (domain E17). */
  askedAnewAt: string | null
  id: string | null
  version: number
  draft: VisionDraft | null
  /** Newest first. */
  versions: VisionVersion[]
}

const one = statement<VisionRow>(`select p.id as "partnershipId", p.name as "partnershipName",
    p.organization_id as "organizationId", p.lead_user_id as "leadUserId",
    (now() at time zone d.time_zone)::date::text as today, d.time_zone as "timeZone",
    v.id, coalesce(v.version, 0) as version, v.draft,
    (select ${utc('max(t.created_at)')} from reconfirm_tasks t where t.district_id = p.district_id and t.partnership_id = p.id
      and t.done_at is null) as "askedAnewAt",
    (select coalesce(json_agg(json_build_object('id', n.id, 'number', n.number, 'content', n.content, 'note', n.note,
        'proposedBy', n.proposed_by_name, 'proposedAt', ${utc('n.proposed_at')},
        'answers', (select coalesce(json_agg(json_build_object('id', a.id, 'side', a.side, 'answer', a.answer, 'name', a.name,
            'title', a.title, 'comment', a.comment, 'at', ${utc('a.answered_at')}) order by a.answered_at desc), '[]')
          from vision_answers a where a.district_id = n.district_id and a.vision_version_id = n.id)) order by n.number desc), '[]')
      from vision_versions n where n.district_id = v.district_id and n.vision_id = v.id) as versions
  from partnerships p join districts d on d.id = p.district_id
    left join visions v on v.district_id = p.district_id and v.partnership_id = p.id
  where p.district_id = app_district() and p.id = $1
    and ($2::uuid[] is null or exists (select from partnership_schools s
      where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any ($2)))`)
/** A partnership's vision with all its versions, in one round trip; a vision nobody has begun has no id. */
export const visionRow = (db: Db, scope: Scope, partnershipId: string) => db.one(one, [partnershipId, scope])

const begin =
  statement(`insert into visions (district_id, partnership_id, draft) values (app_district(), $1, $2)
  on conflict (district_id, partnership_id) do nothing`)
const write = statement(
  'update visions set draft = $3 where district_id = app_district() and partnership_id = $1 and version = $2',
)
/** Writes the draft if `version` is still current, or begins it with version 0; answers whether it was. */
export const writeDraft = async (db: Db, partnershipId: string, version: number, draft: VisionDraft) =>
  (await (version === 0
    ? db.run(begin, [partnershipId, JSON.stringify(draft)])
    : db.run(write, [partnershipId, version, JSON.stringify(draft)]))) > 0

const names = statement<{ priorities: Record<string, string>; metrics: Record<string, string> }>(`select
    (select coalesce(json_object_agg(id, title), '{}') from priorities where district_id = app_district() and id = any ($1)) as priorities,
    (select coalesce(json_object_agg(id, name), '{}') from metrics where district_id = app_district() and id = any ($2)) as metrics`)
/** What the goals and metrics of a draft are called now, by their ids. */
export const namesIn = async (db: Db, { goals, outcomes }: VisionDraft) =>
  (await db.one(names, [
    goals.map(({ priorityId }) => priorityId),
    outcomes.flatMap(({ metricId }) => metricId ?? []),
  ]))! // a select without from answers one row

const hold = statement<{ id: string }>(
  'select id from visions where district_id = app_district() and partnership_id = $1 and version = $2 for update',
)
/** Holds the draft so that two proposals at once do not take the same number. */
export const holdVision = async (db: Db, partnershipId: string, version: number) =>
  (await db.one(hold, [partnershipId, version]))?.id

const propose =
  statement(`insert into vision_versions (district_id, vision_id, number, content, note, proposed_by_name)
  select app_district(), $1, coalesce(max(number), 0) + 1, $2, $3, $4
  from vision_versions where district_id = app_district() and vision_id = $1`)
export const insertVersion = (db: Db, visionId: string, content: object, note: string, by: string) =>
  db.run(propose, [visionId, JSON.stringify(content), note, by])

const answer =
  statement(`insert into vision_answers (district_id, vision_version_id, side, answer, name, title, comment)
  values (app_district(), $1, $2, $3, $4, $5, $6)`)
export const insertAnswer = (
  db: Db,
  versionId: string,
  said: { side: Side; answer: 'confirmed' | 'change_asked'; name: string; title: string; comment: string },
) => db.run(answer, [versionId, said.side, said.answer, said.name, said.title, said.comment])

const partnershipOf = statement<{ partnershipId: string }>(
  'select partnership_id as "partnershipId" from visions where district_id = app_district() and id = $1',
)
/** The partnership of a link's subject. */
export const partnershipOfVision = async (db: Db, visionId: string) =>
  (await db.one(partnershipOf, [visionId]))?.partnershipId
