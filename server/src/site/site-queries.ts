import type { Setting } from '@common-table/shared/organizations/vocabulary'
import type { EvidenceLabel } from '@common-table/shared/stories/vocabulary'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const find = statement<{ id: string | null }>('select public_district($1) as id')
/** The district a public address belongs to; nothing where its pages are off. */
export const districtAt = async (db: Db, slug: string) => (await db.one(find, [slug]))?.id ?? undefined

const all = statement<{ id: string; slug: string; name: string }>(
  'select id, slug, name from public_districts()',
)
export const publicDistricts = (db: Db) => db.many(all)

export interface SiteFacts {
  name: string
  website: string | null
  contactEmail: string | null
  contactPhone: string | null
  hue: number | null
  offersOpen: boolean
  results: boolean
  partners: number
  stories: number
  resources: number
}
const facts =
  statement<SiteFacts>(`select name, website, contact_email as "contactEmail", contact_phone as "contactPhone",
    brand_hue as hue, offers_open as "offersOpen", public_results as results,
    (select count(*)::integer from public_listings l join organizations o on o.district_id = l.district_id and o.id = l.organization_id
      where l.district_id = d.id and l.listed and o.status = 'active') as partners,
    (select count(*)::integer from shown_stories s where s.district_id = d.id) as stories,
    (select count(*)::integer from resources x where x.district_id = d.id and x.is_public) as resources
  from districts d where id = app_district()`)
export const siteFacts = async (db: Db) => (await db.one(facts))! // a public address names a district

export interface Named {
  id: string
  name: string
  nameEs: string
}
export interface Partner {
  id: string
  name: string
  type: string
  description: string
  descriptionEs: string
  languages: string[]
  categories: Named[]
}
export interface Directory {
  total: number
  items: Partner[]
  categories: Named[]
  languages: string[]
}

const named = (ids: string) => `(select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name,
    'nameEs', coalesce(nullif(c.name_es, ''), c.name)) order by c.position, c.name), '[]')
  from categories c where c.district_id = app_district() and c.id = any (${ids}))`
// Listed partners are some hundred: they are looked through as they are.
const directory = statement<Directory>(`with known as materialized (
    select o.id, o.name, o.type, l.description, l.description_es, l.languages, s.category_ids,
      plain_text(concat_ws(' ', o.name, l.description, l.description_es, s.names)) as words
    from public_listings l join organizations o on o.district_id = l.district_id and o.id = l.organization_id
      cross join lateral (
        select coalesce(array_agg(distinct v.category_id), '{}') as category_ids,
          string_agg(concat_ws(' ', v.name, c.name, c.name_es, array_to_string(c.synonyms, ' ')), ' ') as names
        from public_services p join services v on v.district_id = p.district_id and v.id = p.service_id
          join categories c on c.district_id = v.district_id and c.id = v.category_id
        where p.district_id = l.district_id and p.organization_id = l.organization_id and v.status in ('active', 'temporarily closed')) s
    where l.district_id = app_district() and l.listed and o.status = 'active'
  ), found as (
    select * from known where ($2::uuid is null or $2 = any (category_ids)) and ($3 = '' or $3 = any (languages))
      and not exists (select from unnest($1::text[]) w where position(plain_text(w) in words) = 0)
  )
  select (select count(*)::integer from found) as total,
    (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'description', f.description,
        'descriptionEs', f.description_es, 'languages', f.languages, 'categories', ${named('f.category_ids')}) order by f.name, f.id), '[]')
      from (select * from found order by name, id limit $4 offset $5) f) as items,
    ${named('array(select unnest(category_ids) from known)')} as categories,
    array(select distinct unnest(languages) from known order by 1) as languages`)
export const directoryOf = async (
  db: Db,
  {
    words,
    category,
    language,
    limit,
    skip,
  }: { words: string[]; category: string | null; language: string; limit: number; skip: number },
) => (await db.one(directory, [words, category, language, limit, skip]))! // sums are one row

export interface PublicService {
  name: string
  description: string
  category: Named
  setting: Setting
  grades: string[]
  languages: string[]
}
export interface PartnerCard extends Omit<Partner, 'categories'> {
  contactName: string
  email: string
  phone: string
  website: string
  services: PublicService[]
  stories: { slug: string; title: string; titleEs: string }[]
}
const card =
  statement<PartnerCard>(`select o.id, o.name, o.type, l.description, l.description_es as "descriptionEs", l.languages,
    l.contact_name as "contactName", l.email, l.phone, l.website,
    (select coalesce(json_agg(json_build_object('name', v.name, 'description', v.description, 'setting', v.setting, 'grades', v.grades,
        'languages', v.languages, 'category', json_build_object('id', c.id, 'name', c.name, 'nameEs', coalesce(nullif(c.name_es, ''), c.name)))
        order by v.name, v.id), '[]')
      from public_services p join services v on v.district_id = p.district_id and v.id = p.service_id
        join categories c on c.district_id = v.district_id and c.id = v.category_id
      where p.district_id = l.district_id and p.organization_id = l.organization_id
        and v.status in ('active', 'temporarily closed')) as services,
    (select coalesce(json_agg(json_build_object('slug', s.slug, 'title', s.title, 'titleEs', s.title_es) order by s.published_at desc), '[]')
      from shown_stories s where s.district_id = l.district_id and s.organization_id = l.organization_id) as stories
  from public_listings l join organizations o on o.district_id = l.district_id and o.id = l.organization_id
  where l.district_id = app_district() and l.listed and o.status = 'active' and o.id = $1`)
export const partnerCard = (db: Db, id: string) => db.one(card, [id])

export interface PublicStory {
  slug: string
  title: string
  titleEs: string
  summary: string
  summaryEs: string
  body: string
  bodyEs: string
  need: string
  needEs: string
  setting: string
  quote: string
  quoteEs: string
  quoteBy: string
  quoteByEs: string
  photo: { alt: string; altEs: string; width: number; height: number } | null
  evidence: EvidenceLabel
  evidenceSource: string
  link: string
  partner: string
  /** Where the partner is in the directory. */
  partnerId: string | null
  school: string | null
  publishedAt: string
}
const storyColumns = `s.slug, s.title, s.title_es as "titleEs", s.summary, s.summary_es as "summaryEs", s.body, s.body_es as "bodyEs",
    s.need, s.need_es as "needEs", s.setting, s.quote, s.quote_es as "quoteEs", s.quote_by as "quoteBy", s.quote_by_es as "quoteByEs",
    case when s.photo_file_id is not null then json_build_object('alt', s.photo_alt, 'altEs', s.photo_alt_es, 'width', s.photo_width,
      'height', s.photo_height) end as photo,
    s.evidence, s.evidence_source as "evidenceSource", s.link, o.name as partner, h.name as school,
    (select l.organization_id from public_listings l where l.district_id = s.district_id and l.organization_id = s.organization_id
      and l.listed and o.status = 'active') as "partnerId", s.published_at as "publishedAt"
  from shown_stories s join organizations o on o.district_id = s.district_id and o.id = s.organization_id
    left join schools h on h.district_id = s.district_id and h.id = s.school_id
  where s.district_id = app_district()`
const stories = statement<PublicStory>(
  `select ${storyColumns} order by s.published_at desc, s.slug limit $1 offset $2`,
)
export const publicStories = (db: Db, limit: number, skip = 0) => db.many(stories, [limit, skip])
const story = statement<PublicStory>(`select ${storyColumns} and s.slug = $1`)
export const publicStory = (db: Db, slug: string) => db.one(story, [slug])
const photo = statement<{ mediaType: string; sha256: string }>(`select f.media_type as "mediaType", f.sha256
  from shown_stories s join files f on f.district_id = s.district_id and f.id = s.photo_file_id
  where s.district_id = app_district() and s.slug = $1`)
export const publicPhoto = (db: Db, slug: string) => db.one(photo, [slug])

const addresses = statement<{ partners: string[]; stories: string[] }>(`select
    array(select l.organization_id::text from public_listings l join organizations o on o.district_id = l.district_id and o.id = l.organization_id
      where l.district_id = app_district() and l.listed and o.status = 'active' order by 1 limit 5000) as partners,
    array(select s.slug from shown_stories s where s.district_id = app_district() order by s.slug limit 5000) as stories`)
export const siteAddresses = async (db: Db) => (await db.one(addresses))! // two lists are one row

const groups =
  statement<Named>(`select code as id, name, coalesce(nullif(name_es, ''), name) as "nameEs" from student_groups
  where district_id = app_district() order by position, code`)
/** Student groups by their codes, in the order they are shown. */
export const groupNames = (db: Db) => db.many(groups)
