-- "Can you still deliver?" asked of all partners at once when something happens: a school closes, a flood, a strike (B19).

-- One question to the partners in force that matter: those of some kinds of help, some schools or one tier, or all.
create table delivery_polls (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  -- What happened, in the district's own words, in the mail and above the three buttons.
  note text not null default '' check (length(note) <= 500),
  category_ids uuid[] not null default '{}',
  school_ids uuid[] not null default '{}',
  tier smallint check (tier between 1 and 3),
  started_by uuid,
  started_by_name text not null default '',
  closed_at timestamptz,
  closed_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id)
);
create index delivery_polls_newest on delivery_polls (district_id, id desc);
call tenant_table('delivery_polls');

-- One partner of a poll and what it said: it goes on, in part, or not, and from when. Without an address it is called.
create table delivery_poll_answers (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  delivery_poll_id uuid not null,
  organization_id uuid not null,
  contact_id uuid,
  to_name text not null default '',
  to_email text not null default '',
  times_asked smallint not null default 0,
  asked_at timestamptz,
  answer text check (answer in ('yes', 'partly', 'no')),
  from_day date,
  note text not null default '' check (length(note) <= 500),
  answered_at timestamptz,
  answered_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, delivery_poll_id, organization_id),
  check ((answer is null) = (answered_at is null)),
  foreign key (district_id, delivery_poll_id) references delivery_polls (district_id, id) on delete cascade,
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, contact_id) references contacts (district_id, id) on delete set null (contact_id)
);
create index delivery_poll_answers_by_organization on delivery_poll_answers (district_id, organization_id);
create index delivery_poll_answers_by_contact on delivery_poll_answers (district_id, contact_id) where contact_id is not null;
call tenant_table('delivery_poll_answers');
