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
  website text not null default '',
  principal_name text not null default '',
  principal_email text not null default '',
  community_school boolean not null default false,
  enrolment integer check (enrolment >= 0),
  enrolment_year text,
  search_text text generated always as (plain_text(code || ' ' || name || ' ' || area || ' ' || address)) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, code)
);
create index schools_by_name on schools (district_id, name, id);
create index schools_search on schools using gin (search_text gin_trgm_ops);
call tenant_table('schools');

alter table user_schools add foreign key (district_id, school_id) references schools (district_id, id) on delete cascade;
