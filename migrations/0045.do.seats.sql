-- Work-based learning: how many students seek a place at work and how many seats employers offer (domain C5, C16, 3.14).
-- Counts only: nobody's name is ever asked for.

-- How many students (or staff, for externships) of a school seek one kind of opportunity, in one pathway and term. `copied`
-- until the school has said this year what it said last year.
create table seat_demands (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  school_year_id uuid not null,
  school_id uuid not null,
  kind text not null check (kind in ('job_shadow', 'externship', 'service_learning', 'leadership', 'internship', 'apprenticeship')),
  audience text not null default 'student' check (audience in ('student', 'staff')),
  pathway text not null check (pathway in ('any', 'agriculture', 'construction', 'arts_media', 'business', 'education', 'finance', 'government', 'health', 'hospitality', 'human_services', 'information_technology', 'law_safety', 'manufacturing', 'marketing', 'stem', 'transportation')),
  term text not null check (term in ('fall', 'spring', 'summer', 'full_year')),
  seekers integer not null check (seekers between 0 and 100000),
  copied boolean not null default false,
  said_by_name text not null default '',
  said_at timestamptz not null default now(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check (audience = 'student' or kind = 'externship'),
  unique (district_id, school_year_id, school_id, kind, audience, pathway, term),
  foreign key (district_id, school_year_id) references school_years (district_id, id),
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index seat_demands_by_school on seat_demands (district_id, school_id, school_year_id);
call tenant_table('seat_demands');

-- Seats an employer offers in a term. `school_id` null: open to every school; pathway `any`: to every pathway. `filled` is
-- kept by seat_fills and never above `seats`. `confirmed_on` null: copied from last year and not counted until somebody
-- says that it still holds.
create table seat_offers (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  school_year_id uuid not null,
  organization_id uuid not null,
  school_id uuid,
  kind text not null check (kind in ('job_shadow', 'externship', 'service_learning', 'leadership', 'internship', 'apprenticeship')),
  audience text not null default 'student' check (audience in ('student', 'staff')),
  pathway text not null check (pathway in ('any', 'agriculture', 'construction', 'arts_media', 'business', 'education', 'finance', 'government', 'health', 'hospitality', 'human_services', 'information_technology', 'law_safety', 'manufacturing', 'marketing', 'stem', 'transportation')),
  term text not null check (term in ('fall', 'spring', 'summer', 'full_year')),
  title text not null check (title ~ '\S' and length(title) <= 140),
  seats integer not null check (seats between 1 and 10000),
  filled integer not null default 0,
  hours integer not null check (hours between 1 and 2000),
  paid boolean not null default false,
  ends_on date not null,
  supervisor_name text not null default '' check (length(supervisor_name) <= 120),
  supervisor_email text check (supervisor_email ~ '^\S+@\S+$' and length(supervisor_email) <= 254),
  note text not null default '' check (length(note) <= 1000),
  status text not null default 'offered' check (status in ('offered', 'withdrawn')),
  source text not null default 'staff' check (source in ('staff', 'link')),
  confirmed_on date,
  offered_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check (audience = 'student' or kind = 'externship'),
  constraint seat_offers_not_overfilled check (filled between 0 and seats),
  foreign key (district_id, school_year_id) references school_years (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index seat_offers_by_organization on seat_offers (district_id, organization_id, school_year_id);
create index seat_offers_by_year on seat_offers (district_id, school_year_id, id);
create index seat_offers_by_school on seat_offers (district_id, school_id) where school_id is not null;
call tenant_table('seat_offers');

-- A group from one school that took seats of an offer: how many, never who; and what the supervisor signed for: how many
-- came, the hours of all together, and how many reached the fewest hours the district asks for.
create table seat_fills (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  offer_id uuid not null,
  school_id uuid not null,
  pathway text not null check (pathway in ('any', 'agriculture', 'construction', 'arts_media', 'business', 'education', 'finance', 'government', 'health', 'hospitality', 'human_services', 'information_technology', 'law_safety', 'manufacturing', 'marketing', 'stem', 'transportation')),
  placed integer not null check (placed between 1 and 10000),
  said_by text not null check (said_by in ('district', 'partner')),
  said_by_name text not null default '',
  signed_people integer check (signed_people >= 0),
  signed_hours numeric(9, 1) check (signed_hours >= 0),
  signed_reached integer,
  signed_by_name text not null default '',
  signed_at timestamptz,
  signed_note text not null default '' check (length(signed_note) <= 500),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, offer_id, school_id, pathway, said_by),
  check (num_nonnulls(signed_people, signed_hours, signed_reached, signed_at) in (0, 4)),
  check (signed_reached between 0 and signed_people),
  check (signed_people <= placed),
  foreign key (district_id, offer_id) references seat_offers (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index seat_fills_by_school on seat_fills (district_id, school_id);
call tenant_table('seat_fills');

-- The fewest hours of a kind of opportunity, where the district departs from what the field uses (shared/src/seats/kinds.ts).
create table seat_minimums (
  district_id uuid not null references districts,
  kind text not null check (kind in ('job_shadow', 'externship', 'service_learning', 'leadership', 'internship', 'apprenticeship')),
  hours integer not null check (hours between 0 and 2000),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (district_id, kind)
);
call tenant_table('seat_minimums');

create function keep_seats_filled() returns trigger
  language plpgsql as $$
begin
  update seat_offers o set filled = coalesce((select sum(f.placed) from seat_fills f
      where f.district_id = o.district_id and f.offer_id = o.id), 0)
    from (select distinct district_id, offer_id from changed) c
    where o.district_id = c.district_id and o.id = c.offer_id;
  return null;
end $$;
create trigger seat_fills_added after insert on seat_fills
  referencing new table as changed for each statement execute function keep_seats_filled();
create trigger seat_fills_changed after update on seat_fills
  referencing new table as changed for each statement execute function keep_seats_filled();
create trigger seat_fills_removed after delete on seat_fills
  referencing old table as changed for each statement execute function keep_seats_filled();

-- The school year an opportunity belongs to when none is named: the one of today, else the last that has begun.
create function present_school_year() returns uuid
  language sql stable
  return (select y.id from school_years y join districts d on d.id = y.district_id
    where y.district_id = app_district() and y.starts_on <= (now() at time zone d.time_zone)::date
    order by y.starts_on desc limit 1);
