-- Lets one index hold the district beside the trigrams, so that a search never looks at another district's names.
create extension if not exists btree_gin;

-- Anyone outside (or a department inside) the district who helps schools. Types: domain vocabulary A15, C7.
create table organizations (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  name text not null check (name ~ '\S' and length(name) <= 200),
  alternate_name text not null default '',
  type text not null default 'nonprofit' check (type in ('nonprofit', 'business', 'higher_ed', 'government', 'health', 'faith', 'grassroots', 'philanthropy', 'law_enforcement', 'juvenile_justice', 'civic', 'family_org', 'student_org', 'teacher_org', 'advisory_group', 'individual_expert', 'district_program')),
  status text not null default 'active' check (status in ('prospect', 'active', 'inactive')),
  geographic_level text check (geographic_level in ('neighborhood', 'local', 'state', 'national')),
  description text not null default '',
  website text not null default '',
  web_domain text generated always as (lower(substring(website from '^(?:https?://)?(?:www\.)?([^/:?#]+)'))) stored,
  email text not null default '',
  phone text not null default '',
  phone_extension text not null default '' check (phone_extension ~ '^\d{0,6}$'),
  ein text check (ein ~ '^\d{2}-\d{7}$'),
  legal_status text not null default '',
  languages text[] not null default '{}',
  trusted_in_community boolean not null default false,
  source text not null default '',
  external_key text,
  search_text text generated always as (plain_text(name || ' ' || alternate_name)) stored,
  service_count integer not null default 0,
  school_count integer not null default 0,
  category_ids uuid[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, external_key)
);
create index organizations_by_name on organizations (district_id, name, id);
create index organizations_search on organizations using gin (district_id, search_text gin_trgm_ops);
create index organizations_by_ein on organizations (district_id, ein) where ein is not null;
create index organizations_by_web_domain on organizations (district_id, web_domain) where web_domain is not null;
create index organizations_by_phone on organizations (district_id, phone) where phone <> '';
call tenant_table('organizations');

-- Registered identifiers (HSDS organization_identifier), such as US-EIN.
create table organization_identifiers (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  scheme text not null,
  identifier text not null,
  primary key (district_id, id),
  unique (district_id, organization_id, scheme, identifier),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade
);
call tenant_table('organization_identifiers');

-- A person at an organisation whom the district talks to.
create table contacts (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  name text not null check (name ~ '\S' and length(name) <= 120),
  title text not null default '',
  email text not null default '',
  phone text not null default '',
  phone_extension text not null default '' check (phone_extension ~ '^\d{0,6}$'),
  language text check (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
  is_primary boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade
);
create index contacts_by_organization on contacts (district_id, organization_id);
create unique index contacts_one_primary on contacts (district_id, organization_id) where is_primary;
call tenant_table('contacts');

-- A place where an organisation works that is not a school (HSDS location with its address).
create table locations (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  name text not null default '',
  location_type text not null default 'physical' check (location_type in ('physical', 'postal', 'virtual')),
  address text not null default '',
  city text not null default '',
  state text not null default '',
  postal_code text not null default '',
  country text not null default 'US',
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  external_key text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, external_key),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade
);
create index locations_by_organization on locations (district_id, organization_id);
call tenant_table('locations');

-- What an organisation offers (HSDS service), classed by category and MTSS tier.
create table services (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  program text not null default '',
  name text not null check (name ~ '\S' and length(name) <= 200),
  description text not null default '',
  category_id uuid not null,
  also_category_ids uuid[] not null default '{}',
  tier smallint not null default 1 check (tier between 1 and 3),
  setting text not null default 'in_school' check (setting in ('in_school', 'after_school', 'weekend', 'summer', 'community_site', 'virtual')),
  audience text not null default 'students' check (audience in ('students', 'families', 'staff')),
  grades text[] not null default '{}',
  languages text[] not null default '{}',
  capacity_unit text not null default 'students',
  status text not null default 'active' check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  website text not null default '',
  fees text not null default '',
  eligibility text not null default '',
  minimum_age smallint check (minimum_age between 0 and 120),
  maximum_age smallint check (maximum_age between 0 and 120),
  check (maximum_age >= minimum_age),
  assured_on date,
  source text not null default '',
  external_key text,
  search_text text generated always as (plain_text(name || ' ' || program)) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, external_key),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, category_id) references categories (district_id, id)
);
create index services_by_organization on services (district_id, organization_id);
create index services_by_category on services (district_id, category_id);
create index services_search on services using gin (district_id, search_text gin_trgm_ops);
call tenant_table('services');

-- A service at one place (HSDS service_at_location): a school, or a location of the organisation. Capacity is per
-- site; it counts as supply only when verified (domain 5, gap board).
create table service_sites (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  service_id uuid not null,
  school_id uuid,
  location_id uuid,
  site_name text not null default '',
  status text not null default 'active' check (status in ('active', 'paused', 'ended')),
  capacity_maximum integer check (capacity_maximum >= 0),
  capacity_available integer check (capacity_available >= 0),
  students_served integer check (students_served >= 0),
  check (capacity_available <= capacity_maximum),
  verified_on date,
  schedule_note text not null default '',
  match_confidence real check (match_confidence between 0 and 1),
  source text not null default '',
  external_key text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, external_key),
  unique nulls not distinct (district_id, service_id, school_id, location_id, site_name),
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, location_id) references locations (district_id, id)
);
create index service_sites_by_school on service_sites (district_id, school_id);
create index service_sites_by_location on service_sites (district_id, location_id) where location_id is not null;
call tenant_table('service_sites');

-- When a service happens (HSDS schedule): days of the week and times, for the service or one of its sites.
create table schedules (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  service_id uuid not null,
  service_site_id uuid,
  weekdays text[] not null default '{}' check (weekdays <@ '{MO,TU,WE,TH,FR,SA,SU}'),
  opens_at time,
  closes_at time,
  starts_on date,
  ends_on date,
  description text not null default '',
  primary key (district_id, id),
  check (ends_on >= starts_on),
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade,
  foreign key (district_id, service_site_id) references service_sites (district_id, id) on delete cascade
);
create index schedules_by_service on schedules (district_id, service_id);
create index schedules_by_site on schedules (district_id, service_site_id) where service_site_id is not null;
call tenant_table('schedules');

-- What service_count, school_count and category_ids must be: services still offered, the schools they are at, and
-- their main categories.
create view organization_sums with (security_invoker = true) as
  select o.district_id, o.id, count(distinct s.id)::integer as service_count, count(distinct t.school_id)::integer as school_count,
      coalesce(array_agg(distinct s.category_id) filter (where s.id is not null), '{}') as category_ids
    from organizations o
    left join services s on s.district_id = o.district_id and s.organization_id = o.id
      and s.status in ('active', 'temporarily closed')
    left join service_sites t on t.district_id = s.district_id and t.service_id = s.id and t.status <> 'ended'
    group by o.district_id, o.id;
grant select on organization_sums to common_table_app;

-- Counts these organisations again. They are locked first, in one order, so that two writers at once cannot each
-- count without the other; the count is the next statement and sees what the other one committed.
create function keep_organization_sums(district uuid, organization_ids uuid[]) returns void
  language plpgsql as $$
begin
  perform from organizations where district_id = district and id = any (organization_ids) order by id for no key update;
  update organizations o set service_count = s.service_count, school_count = s.school_count, category_ids = s.category_ids
    from organization_sums s
    where s.district_id = district and s.id = any (organization_ids) and o.district_id = district and o.id = s.id
      and (o.service_count, o.school_count, o.category_ids) <> (s.service_count, s.school_count, s.category_ids);
end $$;

create function keep_sums_of_services() returns trigger
  language plpgsql as $$
begin
  perform keep_organization_sums(district_id, array_agg(distinct organization_id)) from changed group by district_id;
  return null;
end $$;
create trigger services_added after insert on services
  referencing new table as changed for each statement execute function keep_sums_of_services();
create trigger services_changed after update on services
  referencing new table as changed for each statement execute function keep_sums_of_services();
create trigger services_removed after delete on services
  referencing old table as changed for each statement execute function keep_sums_of_services();

create function keep_sums_of_sites() returns trigger
  language plpgsql as $$
begin
  perform keep_organization_sums(c.district_id, array_agg(distinct s.organization_id))
    from changed c join services s on s.district_id = c.district_id and s.id = c.service_id
    group by c.district_id;
  return null;
end $$;
create trigger service_sites_added after insert on service_sites
  referencing new table as changed for each statement execute function keep_sums_of_sites();
create trigger service_sites_changed after update on service_sites
  referencing new table as changed for each statement execute function keep_sums_of_sites();
create trigger service_sites_removed after delete on service_sites
  referencing old table as changed for each statement execute function keep_sums_of_sites();

-- The organisations a person may mean by `query`, 0 the nearest. Names come first (distance below 1: how far the
-- nearest words of the name are; one that begins with the query is nearer, and so is a short one). When fewer than
-- `enough` are named so, those whose service (1 to 2) or service category (2 to 3) is called so follow. Security definer, because under row-level
-- security the trigram operators could not use the index; the district is held by hand instead.
create function search_organizations(query text, enough integer)
  returns table (organization_id uuid, distance real)
  language plpgsql stable security definer rows 50
  set search_path = public set pg_trgm.word_similarity_threshold = 0.45
as $$
declare
  wanted text := plain_text(trim(query));
  district uuid := app_district();
  found_by_name integer;
begin
  return query
    select n.id, n.near from (
      select o.id, o.name, (case when starts_with(o.search_text, wanted) then 0 else 0.15 end
          + 0.8 * (wanted <<-> o.search_text) + least(length(o.search_text), 400) * 0.0001)::real as near
        from organizations o
        where o.district_id = district and wanted <% o.search_text
    ) n order by n.near, n.name, n.id limit enough;
  get diagnostics found_by_name = row_count;
  if found_by_name < enough then
    return query
      with near as (
        select c.id, min(wanted <<-> plain_text(term)) as distance
          from categories c, unnest(array[c.name, c.name_es] || c.synonyms) term
          where c.district_id = district and wanted <% plain_text(term)
          group by c.id
      ), offered as (
        select s.organization_id as offered_by, 1 + (wanted <<-> s.search_text) as distance
          from services s where s.district_id = district and wanted <% s.search_text
        union all
        select s.organization_id, 2 + near.distance
          from near join services s on s.district_id = district and s.category_id = near.id
      )
      select f.offered_by, min(f.distance)::real
        from offered f join organizations o on o.district_id = district and o.id = f.offered_by
        where not wanted <% o.search_text
        group by f.offered_by;
  end if;
end $$;
grant execute on function search_organizations(text, integer) to common_table_app;

-- Organisations that may already be listed: alike in name, or with the same EIN, web domain or telephone. The rule
-- that scores them is in shared/src/matching; this only finds what is worth scoring.
create function organizations_like(wanted_name text, wanted_ein text, wanted_domain text, wanted_phone text)
  returns setof uuid
  language sql stable security definer rows 20
  set search_path = public set pg_trgm.similarity_threshold = 0.3
as $$
  (select id from organizations where district_id = app_district() and search_text % plain_text(wanted_name)
    order by search_text <-> plain_text(wanted_name) limit 30)
  union select id from organizations where district_id = app_district() and ein = wanted_ein
  union select id from organizations where district_id = app_district() and web_domain = wanted_domain
  union select id from organizations where district_id = app_district() and phone = wanted_phone and phone <> ''
$$;
grant execute on function organizations_like(text, text, text, text) to common_table_app;
