-- Help a school asks partners for, as a closed loop: every request ends with what came of it (domain 6.3).

-- Working days a partner has for the first answer to a school (domain 6.3: three).
alter table districts add column help_answer_days smallint not null default 3 check (help_answer_days between 1 and 30);

-- A school asks one or several partners for help: for whom, by when and what. Counts of students, never names. `status` is
-- how far the furthest partner is (shared/src/requests/lifecycle.ts); `waits` is what somebody has to do next about it.
create table help_requests (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  school_id uuid not null,
  need_id uuid,
  category_id uuid not null,
  tier smallint not null check (tier between 1 and 3),
  students integer not null check (students > 0),
  title text not null check (title ~ '\S' and length(title) <= 140),
  details text not null default '' check (length(details) <= 2000),
  grades text[] not null default '{}',
  languages text[] not null default '{}',
  wanted_by date,
  status text not null default 'open'
    check (status in ('open', 'offered', 'accepted', 'scheduled', 'started', 'met', 'partly_met', 'declined', 'withdrawn', 'expired')),
  waits text check (waits in ('answer', 'offered', 'delivered', 'declined')),
  -- The day by which the first answer is due, and when it came.
  answer_due_on date not null,
  first_answered_on date,
  closed_at timestamptz,
  closed_by_name text not null default '',
  closed_reason text check (closed_reason in ('got_it', 'got_part', 'nobody_could', 'did_not_come', 'too_late', 'not_needed',
    'found_elsewhere', 'families_not_reached', 'families_declined')),
  outcome_note text not null default '' check (length(outcome_note) <= 1000),
  -- Confirmed by the school when it closed the request.
  students_helped integer check (students_helped >= 0),
  need_closed boolean not null default false,
  asked_by uuid,
  asked_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check ((closed_at is null) = (closed_reason is null)),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, need_id) references needs (district_id, id) on delete set null (need_id),
  foreign key (district_id, category_id) references categories (district_id, id)
);
create index help_requests_by_school on help_requests (district_id, school_id, id desc);
create index help_requests_by_need on help_requests (district_id, need_id) where need_id is not null;
create index help_requests_by_category on help_requests (district_id, category_id);
create index help_requests_by_due on help_requests (district_id, answer_due_on, id);
create index help_requests_waiting on help_requests (district_id, waits, answer_due_on, id) where closed_at is null;
call tenant_table('help_requests');

-- One partner that is asked in a help request, and how far this partner is. What it brought to the school stands in
-- `service_id`, `site_id` and `partnership_id`; `once` is help that is given and over, without a service.
create table help_request_partners (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  help_request_id uuid not null,
  organization_id uuid not null,
  suited_service_id uuid,
  contact_id uuid,
  to_name text not null,
  to_email text not null,
  status text not null default 'open'
    check (status in ('open', 'offered', 'accepted', 'scheduled', 'started', 'met', 'partly_met', 'declined', 'withdrawn', 'expired')),
  asked_at timestamptz not null default now(),
  due_on date not null,
  answered_on date,
  answer text check (answer in ('yes', 'partly', 'no')),
  answered_by_name text not null default '',
  students integer check (students > 0),
  starts_on date,
  declined_reason text check (declined_reason in ('no_room', 'no_staff', 'no_funds', 'too_far', 'wrong_time', 'not_our_help', 'other')),
  note text not null default '' check (length(note) <= 1000),
  once boolean not null default false,
  service_id uuid,
  site_id uuid,
  partnership_id uuid,
  delivered_on date,
  delivered_students integer check (delivered_students >= 0),
  delivered_note text not null default '' check (length(delivered_note) <= 1000),
  reminders smallint not null default 0,
  reminded_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check (status <> 'declined' or declined_reason is not null),
  check (status not in ('offered', 'accepted', 'scheduled', 'started', 'met', 'partly_met') or students is not null),
  foreign key (district_id, help_request_id) references help_requests (district_id, id) on delete cascade,
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, suited_service_id) references services (district_id, id) on delete set null (suited_service_id),
  foreign key (district_id, contact_id) references contacts (district_id, id) on delete set null (contact_id),
  foreign key (district_id, service_id) references services (district_id, id) on delete set null (service_id),
  foreign key (district_id, site_id) references service_sites (district_id, id) on delete set null (site_id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete set null (partnership_id)
);
-- A partner is asked once at a time for one thing.
create unique index help_request_partners_live on help_request_partners (district_id, help_request_id, organization_id)
  where status in ('open', 'offered', 'accepted', 'scheduled', 'started');
create index help_request_partners_by_request on help_request_partners (district_id, help_request_id, id);
create index help_request_partners_by_organization on help_request_partners (district_id, organization_id, id);
create index help_request_partners_open on help_request_partners (district_id, due_on) where status = 'open';
create index help_request_partners_by_suited on help_request_partners (district_id, suited_service_id) where suited_service_id is not null;
create index help_request_partners_by_contact on help_request_partners (district_id, contact_id) where contact_id is not null;
create index help_request_partners_by_service on help_request_partners (district_id, service_id) where service_id is not null;
create index help_request_partners_by_site on help_request_partners (district_id, site_id) where site_id is not null;
create index help_request_partners_by_partnership on help_request_partners (district_id, partnership_id) where partnership_id is not null;
call tenant_table('help_request_partners');

-- What happened to a help request, step by step, as the school reads it: who did what, and in whose words.
create table help_request_events (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  help_request_id uuid not null,
  organization_id uuid,
  kind text not null check (kind in ('asked', 'reminded', 'answered_yes', 'answered_partly', 'answered_no', 'accepted', 'turned_down',
    'scheduled', 'started', 'delivered', 'backed_out', 'expired', 'closed', 'need_closed')),
  by_name text not null default '',
  students integer,
  day date,
  reason text,
  note text not null default '',
  at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, help_request_id) references help_requests (district_id, id) on delete cascade,
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete set null (organization_id)
);
create index help_request_events_by_request on help_request_events (district_id, help_request_id, id);
create index help_request_events_by_organization on help_request_events (district_id, organization_id) where organization_id is not null;
call tenant_table('help_request_events', audited => false);
