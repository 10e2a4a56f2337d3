-- Lets one index hold the district beside the trigrams, so that a search never looks at another district's names.
create extension if not exists btree_gin;

-- A school. `code` is the district's own key (text: leading zeros matter).
create table schools (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  code text not null check (code ~ '\S' and length(code) <= 40),
  name text not null check (name ~ '\S' and length(name) <= 200),
  level text not null default 'other' check (level in ('early_childhood', 'elementary', 'k8', 'middle', 'secondary', 'high', 'k12', 'other')),
  status text not null default 'open' check (status in ('open', 'closed', 'planned')),
  kind text not null default 'regular' check (kind in ('regular', 'charter', 'special', 'alternative', 'other')),
  grades text[] not null default '{}',
  area text not null default '',
  address text not null default '',
  city text not null default '',
  state text not null default '',
  postal_code text not null default '',
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  phone text not null default '',
  website text,
  principal_name text not null default '',
  principal_email text,
  community_school boolean not null default false,
  enrolment integer check (enrolment >= 0),
  enrolment_year text,
  search_text text generated always as (plain_text(code || ' ' || name || ' ' || area || ' ' || address)) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, code),
  check ((latitude is null) = (longitude is null))
);
create index schools_by_name on schools (district_id, name, id);
create index schools_by_enrolment on schools (district_id, coalesce(enrolment, -1), id);
create index schools_by_place on schools (district_id, latitude, longitude);
create index schools_search on schools using gin (district_id, search_text gin_trgm_ops);
call tenant_table('schools');

alter table user_schools add foreign key (district_id, school_id) references schools (district_id, id) on delete cascade;

-- What the lists of schools sort and filter by, kept by the statements that change partnerships and needs. Apart from
-- the school, so that a new partner is not a change of the school itself.
create table school_counts (
  district_id uuid not null,
  school_id uuid not null,
  partners integer not null default 0,
  open_needs integer not null default 0,
  primary key (district_id, school_id),
  foreign key (district_id, school_id) references schools (district_id, id) on delete cascade
);
create index school_counts_by_partners on school_counts (district_id, partners, school_id);
create index school_counts_by_needs on school_counts (district_id, open_needs, school_id);
call tenant_table('school_counts', audited => false);

create function begin_school_counts() returns trigger
  language plpgsql as $$
begin
  insert into school_counts (district_id, school_id) select district_id, id from added;
  return null;
end $$;
create trigger begin_school_counts after insert on schools
  referencing new table as added for each statement execute function begin_school_counts();

-- Schools whose code, name, area or address is what someone typed or close to it; the lower the rank the closer.
-- It runs as the owner because a trigram index cannot serve row-level security, and therefore filters by itself.
create function schools_like(asked text) returns table (id uuid, rank integer)
  language sql stable security definer rows 60
  set search_path = public
  set pg_trgm.word_similarity_threshold = 0.45
  as $$
  select s.id,
    case
      when plain_text(s.code) = plain_text(asked) then 0
      when plain_text(s.name) = plain_text(asked) then 1
      when starts_with(plain_text(s.name), plain_text(asked)) then 100
      when s.search_text like '%' || plain_text(asked) || '%' then 200
      else 1000
    end + (1000 * (1 - word_similarity(plain_text(asked), s.search_text)))::integer
  from schools s
  where s.district_id = app_district()
    and (plain_text(asked) <% s.search_text
      or s.search_text like '%' || regexp_replace(plain_text(asked), '([\\%_])', '\\\1', 'g') || '%')
$$;
revoke execute on function schools_like(text) from public;
grant execute on function schools_like(text) to common_table_app;
