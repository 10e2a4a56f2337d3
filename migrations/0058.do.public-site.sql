-- The pages anybody may read without an account: whether the district has them, and the word in their address.
alter table districts
  add column public_site boolean not null default false,
  add column public_slug text check (public_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(public_slug) between 2 and 40),
  add constraint public_site_has_address check (not public_site or public_slug is not null);
create unique index districts_by_public_slug on districts (public_slug);

-- Which district an address belongs to, asked before a district is known; one whose site is off is not there.
create function public_district(wanted text) returns uuid
  language sql stable security definer set search_path = public
  as $$ select id from districts where public_slug = wanted and public_site $$;

-- Every district with a public site, for the map of the whole site that search engines read.
create function public_districts() returns table (id uuid, slug text, name text)
  language sql stable security definer rows 5 set search_path = public
  as $$ select id, public_slug, name from districts where public_site order by public_slug $$;
revoke execute on function public_district(text), public_districts() from public;
grant execute on function public_district(text), public_districts() to common_table_app;

-- What anybody may know of a partner. Nothing of the organisation's record is shown beside its name and type: what stands
-- here was written to be read by strangers.
create table public_listings (
  district_id uuid not null,
  organization_id uuid not null,
  description text not null default '' check (length(description) <= 1000),
  description_es text not null default '' check (length(description_es) <= 1000),
  contact_name text not null default '' check (length(contact_name) <= 120),
  email text not null default '' check (email = '' or email ~ '^\S+@\S+$'),
  phone text not null default '' check (length(phone) <= 60),
  website text not null default '' check (website = '' or website ~ '^https?://'),
  languages text[] not null default '{}',
  listed boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, organization_id),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade
);
call tenant_table('public_listings');

-- A service of a listed partner that anybody may know of.
create table public_services (
  district_id uuid not null,
  organization_id uuid not null,
  service_id uuid not null,
  primary key (district_id, service_id),
  foreign key (district_id, organization_id) references public_listings (district_id, organization_id) on delete cascade,
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade
);
create index public_services_by_organization on public_services (district_id, organization_id);
call tenant_table('public_services');
