-- Placing help that was offered: schools are asked in order, those with most need first (first refusal, domain 1.2 and
-- 5.4), and a yes becomes a service at the school.

-- How many days a school has to say yes or no before an offer passes on to the next.
alter table districts add column first_refusal_days smallint not null default 5 check (first_refusal_days between 1 and 30);

-- What the desk needs to know of an offer beyond the public form. `source`: the form, a member of staff, another system.
-- `places` counts students in all; `closed_at`: no school is asked any more.
alter table offers
  alter column token_hash drop not null,
  add column source text not null default 'form' check (source in ('form', 'staff', 'api')),
  add column tier smallint check (tier between 1 and 3),
  add column grades text[] not null default '{}',
  add column languages text[] not null default '{}',
  add column weekdays text[] not null default '{}' check (weekdays <@ '{MO,TU,WE,TH,FR,SA,SU}'),
  add column setting text check (setting in ('in_school', 'after_school', 'weekend', 'summer', 'community_site', 'virtual')),
  add column wanted_school_ids uuid[] not null default '{}',
  add column closed_at timestamptz;

-- A school that is asked whether it wants so many places of an offer, in the order schools are asked, and what came of it.
-- `ratio_before` and `ratio_after` are the Highest:Lowest ratio of supply as it was shown when the school was chosen.
create table offer_placements (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  offer_id uuid not null,
  school_id uuid not null,
  category_id uuid not null,
  tier smallint not null check (tier between 1 and 3),
  students integer not null check (students > 0),
  position integer not null check (position >= 1),
  status text not null default 'waiting' check (status in ('waiting', 'asked', 'placed', 'declined', 'lapsed', 'withdrawn')),
  equity_tier text check (equity_tier in ('highest', 'high', 'moderate', 'low', 'lowest')),
  -- Why schools with more need were passed over, where they were.
  because text not null default '' check (length(because) <= 500),
  asked_at timestamptz,
  asked_name text not null default '',
  until timestamptz,
  answered_at timestamptz,
  answered_by_name text not null default '',
  declined_reason text check (declined_reason in ('no_space', 'no_time', 'no_need', 'have_it', 'wrong_times', 'not_a_fit', 'other')),
  note text not null default '' check (length(note) <= 1000),
  service_id uuid,
  site_id uuid,
  ratio_before double precision,
  ratio_after double precision,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check ((status = 'declined') = (declined_reason is not null)),
  check (status <> 'asked' or until is not null),
  check ((status = 'placed') = (answered_at is not null and declined_reason is null)),
  foreign key (district_id, offer_id) references offers (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, category_id) references categories (district_id, id),
  foreign key (district_id, service_id) references services (district_id, id) on delete set null (service_id),
  foreign key (district_id, site_id) references service_sites (district_id, id) on delete set null (site_id)
);
-- A school is asked once at a time about one offer.
create unique index offer_placements_open on offer_placements (district_id, offer_id, school_id, category_id, tier)
  where status in ('waiting', 'asked');
create index offer_placements_by_offer on offer_placements (district_id, offer_id, position);
create index offer_placements_by_school on offer_placements (district_id, school_id);
create index offer_placements_by_end on offer_placements (district_id, until) where status = 'asked';
create index offer_placements_by_service on offer_placements (district_id, service_id) where service_id is not null;
create index offer_placements_by_site on offer_placements (district_id, site_id) where site_id is not null;
create index offer_placements_by_category on offer_placements (district_id, category_id);
call tenant_table('offer_placements');
