-- What was planned and what took place: engagement of families and community, and sessions of services (domain A13, C14, 3.1, 3.4).

-- One activity, or the sessions of a service on one day. Counts of people only, never who. `planned` and `delivered` are
-- numbers of sessions (an engagement activity is one); `delivered` null: nobody has said yet what came of it. Of the four Cs
-- null is not meant, blank is meant with no word yet on how, and only one with a word on how counts.
create table activities (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('engagement', 'session')),
  title text not null check (title ~ '\S' and length(title) <= 140),
  happens_on date not null,
  school_id uuid,
  service_id uuid,
  partnership_id uuid,
  planned smallint not null default 1 check (planned between 0 and 500),
  delivered smallint check (delivered between 0 and 500),
  status text generated always as (case when delivered is null then 'planned' when delivered = 0 then 'cancelled' else 'held' end) stored,
  minutes smallint check (minutes between 1 and 1440),
  students integer check (students between 0 and 1000000),
  families integer check (families between 0 and 1000000),
  staff integer check (staff between 0 and 1000000),
  community integer check (community between 0 and 1000000),
  reached integer generated always as (coalesce(students, 0) + coalesce(families, 0) + coalesce(staff, 0) + coalesce(community, 0)) stored,
  audiences text[] not null default '{}' check (audiences <@ '{students,families,staff,community}'),
  capabilities text check (length(capabilities) <= 300),
  connections text check (length(connections) <= 300),
  cognition text check (length(cognition) <= 300),
  confidence text check (length(confidence) <= 300),
  built smallint generated always as ((coalesce(capabilities, '') ~ '\S')::integer + (coalesce(connections, '') ~ '\S')::integer
    + (coalesce(cognition, '') ~ '\S')::integer + (coalesce(confidence, '') ~ '\S')::integer) stored,
  epstein text[] not null default '{}' check (epstein <@ '{parenting,communicating,volunteering,learning_at_home,decision_making,collaborating}'),
  languages text[] not null default '{}',
  setting text check (setting in ('in_school', 'before_school', 'after_school', 'weekend', 'summer', 'community_site', 'virtual')),
  note text not null default '' check (length(note) <= 1000),
  said_by text not null default 'district' check (said_by in ('district', 'partner')),
  said_by_name text not null default '',
  by_link boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check ((kind = 'session') = (service_id is not null)),
  check (kind = 'session' or (planned <= 1 and (delivered is null or delivered <= 1))),
  check (planned > 0 or delivered > 0),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade,
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete set null (partnership_id)
);
create index activities_by_day on activities (district_id, happens_on, id);
create index activities_by_title on activities (district_id, title, id);
create index activities_by_reach on activities (district_id, reached, id);
create index activities_by_school on activities (district_id, school_id, happens_on);
create index activities_by_service on activities (district_id, service_id, happens_on) where service_id is not null;
create index activities_by_partnership on activities (district_id, partnership_id, happens_on) where partnership_id is not null;
-- What follows from other columns is not told again where changes are told.
call tenant_table('activities', secrets => '{status,reached,built}');
