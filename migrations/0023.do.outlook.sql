-- What makes a partnership last, and how good it is (domain A9, C13, D15). The rules are shared/src/outlook.

-- What pays for a partnership, and until when. `needed`: the partnership stops without it.
create table fundings (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  partnership_id uuid not null,
  name text not null check (name ~ '\S' and length(name) <= 140),
  kind text not null check (kind in ('grant', 'district_budget', 'partner_budget', 'donations', 'public_funds', 'volunteers')),
  needed boolean not null,
  ends_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade
);
create index fundings_by_partnership on fundings (district_id, partnership_id, id);
call tenant_table('fundings');

-- The look at a partnership's quality, once each school year: six items from 1 to 4, and what they rest on.
create table quality_reviews (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  partnership_id uuid not null,
  school_year_id uuid not null,
  alignment smallint not null check (alignment between 1 and 4),
  delivery smallint not null check (delivery between 1 and 4),
  relationship smallint not null check (relationship between 1 and 4),
  equity smallint not null check (equity between 1 and 4),
  data smallint not null check (data between 1 and 4),
  sustainability smallint not null check (sustainability between 1 and 4),
  note text not null default '' check (length(note) <= 2000),
  reviewed_by_name text not null,
  reviewed_at timestamptz not null default now(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, partnership_id, school_year_id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, school_year_id) references school_years (district_id, id)
);
create index quality_reviews_by_year on quality_reviews (district_id, school_year_id);
call tenant_table('quality_reviews');
