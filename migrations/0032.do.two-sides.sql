-- Two sides of one truth: what schools say they need and who helps them (snapshot), what partners say they do where
-- (census), and where the two and the record differ (reconciliation; domain 5.1).

-- A link may go to a school as well as to an organisation: a principal answers without an account.
alter table links alter column organization_id drop not null;
alter table links add column school_id uuid;
alter table links add foreign key (district_id, school_id) references schools (district_id, id) on delete cascade;
alter table links add constraint links_to_one_side check (num_nonnulls(organization_id, school_id) = 1);
create index links_by_school on links (district_id, school_id, id desc) where school_id is not null;

-- A time in which the district asks all schools (snapshot) or many partners (census) the same, once a school year.
create table rounds (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('snapshot', 'census')),
  school_year_id uuid not null,
  opens_on date not null,
  due_on date not null,
  note text not null default '' check (length(note) <= 500),
  closed_at timestamptz,
  created_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (due_on >= opens_on),
  primary key (district_id, id),
  unique (district_id, kind, school_year_id),
  foreign key (district_id, school_year_id) references school_years (district_id, id)
);
call tenant_table('rounds');

-- What one school or organisation is asked in a round: the draft as it is typed, the answers as they were sent.
create table replies (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid not null,
  school_id uuid,
  organization_id uuid,
  draft jsonb,
  answers jsonb,
  saved_at timestamptz,
  submitted_at timestamptz,
  submitted_by text not null default '',
  asked_at timestamptz,
  reminded_at timestamptz,
  reminders smallint not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (num_nonnulls(school_id, organization_id) = 1),
  check ((answers is null) = (submitted_at is null)),
  primary key (district_id, id),
  unique nulls not distinct (district_id, round_id, school_id, organization_id),
  foreign key (district_id, round_id) references rounds (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id) on delete cascade,
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade
);
create index replies_by_school on replies (district_id, school_id) where school_id is not null;
create index replies_by_organization on replies (district_id, organization_id) where organization_id is not null;
call tenant_table('replies', secrets => '{draft,answers}');
-- A reminder changes nothing that is being typed: the version people hold stays good.
drop trigger next_version on replies;
create trigger next_version before update of draft, answers on replies for each row execute function next_version();

-- What a side said last about a partner, or about one of its programs, at a school. A newer word replaces the older;
-- replies and mismatch_events keep what was said before.
create table statements (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  side text not null check (side in ('school', 'partner')),
  reply_id uuid,
  school_id uuid not null,
  organization_id uuid,
  service_id uuid,
  name text not null default '' check (length(name) <= 200),
  present boolean not null,
  maximum integer check (maximum >= 0),
  available integer check (available >= 0),
  said_by text not null,
  said_at timestamptz not null default now(),
  check (organization_id is not null or name <> ''),
  primary key (district_id, id),
  unique nulls not distinct (district_id, side, school_id, organization_id, service_id, name),
  foreign key (district_id, reply_id) references replies (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id) on delete cascade,
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade
);
create index statements_by_organization on statements (district_id, organization_id) where organization_id is not null;
create index statements_by_service on statements (district_id, service_id) where service_id is not null;
create index statements_by_reply on statements (district_id, reply_id) where reply_id is not null;
call tenant_table('statements', audited => false);

-- Where a school, a partner and the record differ (shared/src/reconciliation/mismatches.ts), and what was done about it.
-- `says` holds each side's words beside each other; `undo` what takes the resolution back.
create table mismatches (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('presence', 'program', 'seats', 'grades', 'unknown')),
  school_id uuid not null,
  organization_id uuid,
  service_id uuid,
  name text not null default '',
  says jsonb not null,
  status text not null default 'open' check (status in ('open', 'resolved', 'agreed')),
  resolution text check (resolution in ('end_here', 'add_here', 'correct_seats', 'known_as', 'add_partner', 'leave')),
  reason text not null default '' check (length(reason) <= 500),
  resolved_by text not null default '',
  resolved_at timestamptz,
  asked_at timestamptz,
  undo jsonb,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status = 'resolved') = (resolution is not null)),
  primary key (district_id, id),
  unique nulls not distinct (district_id, kind, school_id, organization_id, service_id, name),
  foreign key (district_id, school_id) references schools (district_id, id) on delete cascade,
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade
);
create index mismatches_by_status on mismatches (district_id, status, id desc);
create index mismatches_by_school on mismatches (district_id, school_id, status);
create index mismatches_by_organization on mismatches (district_id, organization_id) where organization_id is not null;
create index mismatches_by_service on mismatches (district_id, service_id) where service_id is not null;
call tenant_table('mismatches', secrets => '{undo}');

-- What happened to a mismatch, in order. Never changed afterwards.
create table mismatch_events (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  mismatch_id uuid not null,
  what text not null check (what in ('found', 'changed', 'asked', 'answered', 'resolved', 'undone', 'agreed', 'reopened')),
  resolution text,
  note text not null default '',
  says jsonb,
  author_name text not null default '',
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, mismatch_id) references mismatches (district_id, id) on delete cascade
);
create index mismatch_events_by_mismatch on mismatch_events (district_id, mismatch_id, id);
call tenant_table('mismatch_events', audited => false);

-- How soon it matters, as the school said in its snapshot, and the reply it came with.
alter table needs add column urgency text check (urgency in ('now', 'this_term', 'this_year'));
alter table needs add column reply_id uuid;
alter table needs add foreign key (district_id, reply_id) references replies (district_id, id) on delete set null (reply_id);
create index needs_by_reply on needs (district_id, reply_id) where reply_id is not null;
