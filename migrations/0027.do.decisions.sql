-- How the district and its partners decide (domain 3.13, D14, A21): what kind of decision, who must be at the table, by
-- which method, within how many days; and what was decided under it.

-- A line of the decision charter: of one council, or of the whole district where none is named.
create table charter_lines (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  council_id uuid,
  title text not null check (title ~ '\S' and length(title) <= 140),
  seats text[] not null check (cardinality(seats) > 0
    and seats <@ '{chair,district,school,partner,family,youth,community}'),
  method text not null check (method in ('consensus', 'majority', 'supermajority', 'consultation', 'delegated', 'unanimous')),
  final_say text not null default '' check (length(final_say) <= 140),
  days_to_decide smallint not null check (days_to_decide between 1 and 365),
  rotation text not null default '' check (length(rotation) <= 300),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check (method not in ('consultation', 'delegated') or final_say ~ '\S'),
  foreign key (district_id, council_id) references councils (district_id, id) on delete cascade
);
create index charter_lines_by_title on charter_lines (district_id, title, id);
create index charter_lines_by_council on charter_lines (district_id, council_id) where council_id is not null;
call tenant_table('charter_lines');

-- A question that is decided under a line of the charter: asked, due, and what became of it. Method and seats are those of
-- the day it was decided, so that a later charter changes no decision that was taken.
create table decisions (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  charter_line_id uuid not null,
  meeting_id uuid,
  partnership_id uuid,
  question text not null check (question ~ '\S' and length(question) <= 500),
  asked_on date not null,
  decide_by date not null check (decide_by >= asked_on),
  status text not null default 'open' check (status in ('open', 'decided', 'withdrawn')),
  outcome text not null default '' check (length(outcome) <= 2000),
  decided_on date check (decided_on >= asked_on),
  method text check (method in ('consensus', 'majority', 'supermajority', 'consultation', 'delegated', 'unanimous')),
  seats_present text[] not null default '{}' check (seats_present <@ '{chair,district,school,partner,family,youth,community}'),
  votes_for smallint check (votes_for >= 0),
  votes_against smallint check (votes_against >= 0),
  votes_abstained smallint check (votes_abstained >= 0),
  recorded_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check ((status = 'decided') = (decided_on is not null and method is not null)),
  check (status = 'open' or outcome ~ '\S'),
  foreign key (district_id, charter_line_id) references charter_lines (district_id, id),
  foreign key (district_id, meeting_id) references meetings (district_id, id) on delete set null (meeting_id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade
);
create index decisions_newest on decisions (district_id, asked_on, id);
create index decisions_open on decisions (district_id, decide_by, id) where status = 'open';
create index decisions_by_line on decisions (district_id, charter_line_id);
create index decisions_by_meeting on decisions (district_id, meeting_id) where meeting_id is not null;
create index decisions_by_partnership on decisions (district_id, partnership_id) where partnership_id is not null;
call tenant_table('decisions');

-- What a person holds, as before, and the site plans of this year and the next that name them as the liaison.
create or replace function holdings_of(person uuid) returns table (partnership_id uuid, role text, school_id uuid)
  language sql stable as $$
  select p.id, r.role, null::uuid from partnerships p, lateral (values ('lead', p.lead_user_id), ('backup', p.backup_user_id),
      ('partner_lead', p.partner_lead_id), ('partner_backup', p.partner_backup_id)) r (role, holder)
    where p.district_id = app_district() and p.stage <> 'ended' and r.holder = person
      and (p.lead_user_id = person or p.backup_user_id = person or p.partner_lead_id = person or p.partner_backup_id = person)
  union all
  select l.partnership_id, 'liaison', l.school_id from school_liaisons l
    join partnerships p on p.district_id = l.district_id and p.id = l.partnership_id
    where l.district_id = app_district() and l.user_id = person and p.stage <> 'ended'
  union
  select s.partnership_id, 'liaison', s.school_id from site_plans s
    join school_years y on y.district_id = s.district_id and y.id = s.school_year_id and y.ends_on >= current_date
    join partnerships p on p.district_id = s.district_id and p.id = s.partnership_id
    where s.district_id = app_district() and s.liaison_user_id = person and p.stage <> 'ended'
  union all
  select k.partnership_id, 'principal', k.school_id from user_schools a
    join users u on u.district_id = a.district_id and u.id = a.user_id and u.role = 'school'
    join partnership_schools k on k.district_id = a.district_id and k.school_id = a.school_id
    join partnerships p on p.district_id = k.district_id and p.id = k.partnership_id
    where a.district_id = app_district() and a.user_id = person and p.stage <> 'ended'
      and not exists (select from departures d join departure_moves m on m.district_id = d.district_id and m.departure_id = d.id
        where d.district_id = a.district_id and d.person_id = person and m.role = 'principal'
          and m.partnership_id = k.partnership_id and m.school_id = k.school_id)
$$;
