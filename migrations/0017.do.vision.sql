-- The shared vision comes before any agreement (domain E7): a draft, versions that never change, and what each side said.

-- What both sides of a partnership want together: the draft being written. Its content is shared/src/vision/schemas.ts.
create table visions (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  partnership_id uuid not null,
  draft jsonb not null check (jsonb_typeof(draft) = 'object'),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, partnership_id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade
);
call tenant_table('visions');

-- A version as it was put before both sides. It never changes: the next one is another row.
create table vision_versions (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  vision_id uuid not null,
  number integer not null check (number >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  note text not null default '',
  proposed_by_name text not null,
  proposed_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, vision_id, number),
  foreign key (district_id, vision_id) references visions (district_id, id) on delete cascade
);
call tenant_table('vision_versions');
revoke update, delete on vision_versions from common_table_app;

-- What a side said to a version: yes, again each year, or what it would change.
create table vision_answers (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  vision_version_id uuid not null,
  side text not null check (side in ('district', 'partner')),
  answer text not null check (answer in ('confirmed', 'change_asked')),
  name text not null check (name ~ '\S' and length(name) <= 120),
  title text not null default '' check (length(title) <= 120),
  comment text not null default '',
  answered_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, vision_version_id) references vision_versions (district_id, id) on delete cascade,
  check (answer = 'confirmed' or comment ~ '\S')
);
create index vision_answers_by_version on vision_answers (district_id, vision_version_id, answered_at);
call tenant_table('vision_answers');
revoke update, delete on vision_answers from common_table_app;
