-- A study somebody else made of what a partnership does, cited beside its own figures: the strongest of the evidence labels
-- (domain 3.12), and only with a source that can be looked up.
create table partnership_studies (
  district_id uuid not null,
  partnership_id uuid not null,
  title text not null check (title ~ '\S' and length(title) <= 200),
  source text not null check (source ~ '\S' and length(source) <= 500),
  found text not null check (found ~ '\S' and length(found) <= 1000),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, partnership_id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade
);
call tenant_table('partnership_studies');
