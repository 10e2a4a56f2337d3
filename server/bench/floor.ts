import './end-with-bench.ts'
import { createServer } from 'node:http'
import pg from 'pg'
import { districtId } from './load.ts'

/**
 * The floor every figure is compared with: node:http, pg with a pool of 8 and named prepared statements, JSON built by
 * PostgreSQL. No sign-in, no validation, no row-level security, no audit: the least that gives the same answer.
 */
const pool = new pg.Pool({
  connectionString: process.argv[2]!,
  max: 8,
  // As far from the name as the product's search still finds: the same answer.
  options: '-c pg_trgm.word_similarity_threshold=0.45',
})

const facts = `'stage', p.stage, 'stageSince', p.stage_since, 'scope', p.scope, 'formality', p.formality,
  'intensity', p.intensity, 'startsOn', p.starts_on, 'endsOn', p.ends_on, 'studentsReached', p.students_reached,
  'categoryCodes', p.category_codes, 'priorityCount', p.priority_count, 'lastContactOn', p.last_contact_on,
  'schoolCount', (select count(*) from partnership_schools s where s.district_id = p.district_id and s.partnership_id = p.id),
  'lead', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end, 'version', p.version`

const joins = `join organizations o on o.district_id = p.district_id and o.id = p.organization_id
    left join users u on u.district_id = p.district_id and u.id = p.lead_user_id`

const linked = (table: string, column: string, other: string, fields: string): string =>
  `(select coalesce(json_agg(json_build_object(${fields})), '[]') from ${table} l
    join ${other} x on x.district_id = l.district_id and x.id = l.${column}
    where l.district_id = p.district_id and l.partnership_id = p.id)`

const statements = {
  list: `select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name,
      'organization', json_build_object('id', o.id, 'name', o.name), ${facts})), '[]')::text as json from (
      select * from partnerships where district_id = $1 and stage = $2 order by name, id limit 50 offset $3) p
    ${joins}`,
  one: `select json_build_object('id', p.id, 'name', p.name, ${facts},
      'organization', json_build_object('id', o.id, 'name', o.name, 'type', o.type),
      'summary', p.summary, 'mutualBenefit', p.mutual_benefit, 'source', p.source,
      'partnerLead', (select json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone)
        from contacts c where c.district_id = p.district_id and c.id = p.partner_lead_id),
      'schools', ${linked('partnership_schools', 'school_id', 'schools', "'id', x.id, 'name', x.name, 'code', x.code, 'level', x.level")},
      'categories', ${linked('partnership_categories', 'category_id', 'categories', "'id', x.id, 'name', x.name, 'code', x.code")},
      'priorities', ${linked('partnership_priorities', 'priority_id', 'priorities', "'id', x.id, 'title', x.title")},
      'services', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'categoryCode', c.code, 'tier', s.tier)), '[]')
        from partnership_services l join services s on s.district_id = l.district_id and s.id = l.service_id
        join categories c on c.district_id = s.district_id and c.id = s.category_id
        where l.district_id = p.district_id and l.partnership_id = p.id),
      'timeline', (select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'happenedOn', e.happened_on, 'body', e.body,
          'fromStage', e.from_stage, 'toStage', e.to_stage, 'reason', e.reason, 'authorName', e.author_name, 'createdAt', e.created_at)), '[]')
        from partnership_events e where e.district_id = p.district_id and e.partnership_id = p.id),
      'createdAt', p.created_at, 'updatedAt', p.updated_at)::text as json
    from partnerships p ${joins} where p.district_id = $1 and p.id = $2`,
  create: `insert into partnerships (district_id, organization_id, name) values ($1, $2, $3)
    returning json_build_object('id', id, 'name', name, 'stage', stage, 'version', version)::text as json`,
  search: `select coalesce(json_agg(json_build_object('id', id, 'name', name, 'alternateName', alternate_name, 'type', type,
      'status', status, 'summary', left(description, 200), 'languages', languages, 'trustedInCommunity', trusted_in_community,
      'categoryIds', category_ids, 'serviceCount', service_count, 'schoolCount', school_count) order by near desc, name), '[]')::text as json from (
      select *, word_similarity($2, search_text) as near from organizations
      where district_id = $1 and $2 <% search_text order by near desc, name limit 20) o`,
}

const ask = async (name: keyof typeof statements, values: unknown[]): Promise<string> =>
  (await pool.query({ name, text: statements[name], values: [districtId, ...values] })).rows[0]?.json ??
  'null'

createServer((request, response) => {
  const url = new URL(request.url!, 'http://x')
  const get = (name: string): string | null => url.searchParams.get(name)
  const answer = (work: Promise<string>, status = 200): void =>
    void work.then(
      (json) => response.writeHead(status, { 'content-type': 'application/json' }).end(json),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  if (url.pathname === '/list') return answer(ask('list', [get('stage'), get('offset') ?? 0]))
  if (url.pathname === '/one') return answer(ask('one', [get('id')]))
  if (url.pathname === '/search') return answer(ask('search', [get('q')]))
  let body = ''
  request.on('data', (chunk) => (body += chunk))
  request.on('end', () => {
    const { organizationId, name } = JSON.parse(body) as { organizationId: string; name: string }
    answer(ask('create', [organizationId, name]), 201)
  })
}).listen(0, '127.0.0.1', function (this: { address(): unknown }) {
  console.log(JSON.stringify(this.address()))
})
