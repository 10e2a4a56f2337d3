-- Meetings between the district and its partners: quarterly check-ins, partner councils and convenings on one record.

-- A standing group around a school or the district: who sits at its table is in council_members (domain D18).
create table councils (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  name text not null check (name ~ '\S' and length(name) <= 140),
  purpose text not null default '' check (length(purpose) <= 2000),
  school_id uuid,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index councils_by_name on councils (district_id, name, id);
create index councils_by_school on councils (district_id, school_id) where school_id is not null;
call tenant_table('councils');

-- A seat at a council's table: a person by name, for whom they speak, and the account they have here, if any.
create table council_members (
  district_id uuid not null,
  council_id uuid not null,
  position smallint not null,
  name text not null check (name ~ '\S' and length(name) <= 120),
  seat text not null check (seat in ('chair', 'district', 'school', 'partner', 'family', 'youth', 'community')),
  organization_id uuid,
  user_id uuid,
  primary key (district_id, council_id, position),
  foreign key (district_id, council_id) references councils (district_id, id) on delete cascade,
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete set null (organization_id),
  foreign key (district_id, user_id) references users (district_id, id) on delete set null (user_id)
);
create index council_members_by_organization on council_members (district_id, organization_id) where organization_id is not null;
create index council_members_by_user on council_members (district_id, user_id) where user_id is not null;
call tenant_table('council_members');

-- One meeting. A check-in has the four sections of domain E9 and belongs to a quarter of a school year; a council or a
-- convening has an agenda and decisions. Day and time are the district's own clock. `sequence` is what calendars follow,
-- `text_version` what a signature is under; `brief` is kept when both sides have signed.
create table meetings (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('check_in', 'council', 'convening')),
  partnership_id uuid,
  council_id uuid,
  school_year_id uuid,
  quarter smallint check (quarter between 1 and 12),
  title text not null default '' check (length(title) <= 140),
  day date not null,
  start_time time not null default '15:30',
  minutes smallint not null default 45 check (minutes between 10 and 720),
  place text not null default '' check (length(place) <= 300),
  status text not null default 'planned' check (status in ('planned', 'held', 'signed', 'cancelled')),
  cancel_reason text not null default '' check (length(cancel_reason) <= 500),
  goals text not null default '' check (length(goals) <= 4000),
  progress text not null default '' check (length(progress) <= 4000),
  challenges text not null default '' check (length(challenges) <= 4000),
  adjustments text not null default '' check (length(adjustments) <= 4000),
  agenda jsonb not null default '[]' check (jsonb_typeof(agenda) = 'array'),
  attendance jsonb not null default '[]' check (jsonb_typeof(attendance) = 'array'),
  decisions jsonb not null default '[]' check (jsonb_typeof(decisions) = 'array'),
  notes text not null default '' check (length(notes) <= 8000),
  brief jsonb check (jsonb_typeof(brief) = 'object'),
  brief_sent_at timestamptz,
  overdue_told_on date,
  sequence integer not null default 0,
  text_version integer not null default 1,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check ((kind = 'check_in') = (partnership_id is not null)),
  check (kind <> 'check_in' or (school_year_id is not null and quarter is not null)),
  check (kind = 'council' or council_id is null),
  check (kind = 'check_in' or title ~ '\S'),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, council_id) references councils (district_id, id) on delete cascade,
  foreign key (district_id, school_year_id) references school_years (district_id, id)
);
-- One check-in for a quarter, however many jobs and people plan it at once.
create unique index meetings_one_check_in on meetings (district_id, partnership_id, school_year_id, quarter)
  where kind = 'check_in' and status <> 'cancelled';
create index meetings_by_day on meetings (district_id, kind, day, id);
create index meetings_by_partnership on meetings (district_id, partnership_id, day, id) where partnership_id is not null;
create index meetings_by_council on meetings (district_id, council_id, day, id) where council_id is not null;
create index meetings_open on meetings (district_id, day, id) where kind = 'check_in' and status in ('planned', 'held');
create index meetings_by_year on meetings (district_id, school_year_id) where school_year_id is not null;
call tenant_table('meetings', secrets => '{brief,brief_sent_at,overdue_told_on}');

-- Calendars take a change only with a higher sequence (RFC 5545, 3.8.7.4); a signature holds for one wording.
create function follow_meeting() returns trigger
  language plpgsql as $$
begin
  if (old.day, old.start_time, old.minutes, old.place, old.title, old.status = 'cancelled')
      is distinct from (new.day, new.start_time, new.minutes, new.place, new.title, new.status = 'cancelled') then
    new.sequence := old.sequence + 1;
  end if;
  if (old.goals, old.progress, old.challenges, old.adjustments)
      is distinct from (new.goals, new.progress, new.challenges, new.adjustments) then
    new.text_version := old.text_version + 1;
  end if;
  return new;
end $$;
create trigger follow_meeting before update on meetings for each row execute function follow_meeting();

-- What somebody of one side will do after a meeting, and by when.
create table meeting_actions (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  what text not null check (what ~ '\S' and length(what) <= 300),
  side text not null check (side in ('district', 'partner')),
  owner text not null check (owner ~ '\S' and length(owner) <= 120),
  due_on date not null,
  done_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, meeting_id) references meetings (district_id, id) on delete cascade
);
create index meeting_actions_by_meeting on meeting_actions (district_id, meeting_id, id);
create index meeting_actions_open on meeting_actions (district_id, due_on, id) where done_on is null;
call tenant_table('meeting_actions');

-- An action is part of what both sides sign; doing it later is not.
create function change_meeting_text() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.what, old.side, old.owner, old.due_on) = (new.what, new.side, new.owner, new.due_on) then
    return null;
  end if;
  update meetings m set text_version = text_version + 1
    where m.district_id = coalesce(new.district_id, old.district_id) and m.id = coalesce(new.meeting_id, old.meeting_id);
  return null;
end $$;
create trigger actions_change_the_text after insert or update or delete on meeting_actions
  for each row execute function change_meeting_text();

-- How one side finds working with the other: six statements from 1 to 4 (shared/src/meetings/pulse.ts).
create table meeting_pulses (
  district_id uuid not null,
  meeting_id uuid not null,
  side text not null check (side in ('district', 'partner')),
  name text not null check (name ~ '\S' and length(name) <= 120),
  reliable smallint not null check (reliable between 1 and 4),
  same_purpose smallint not null check (same_purpose between 1 and 4),
  open_talk smallint not null check (open_talk between 1 and 4),
  opens_doors smallint not null check (opens_doors between 1 and 4),
  involved smallint not null check (involved between 1 and 4),
  brings_much smallint not null check (brings_much between 1 and 4),
  comment text not null default '' check (length(comment) <= 1000),
  answered_at timestamptz not null default now(),
  primary key (district_id, meeting_id, side),
  foreign key (district_id, meeting_id) references meetings (district_id, id) on delete cascade
);
call tenant_table('meeting_pulses');

-- What a side said to a wording of the record: signed, or what it would change. It never changes itself.
create table meeting_answers (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  side text not null check (side in ('district', 'partner')),
  answer text not null check (answer in ('signed', 'change_asked')),
  text_version integer not null,
  name text not null check (name ~ '\S' and length(name) <= 120),
  title text not null default '' check (length(title) <= 120),
  comment text not null default '' check (length(comment) <= 2000),
  answered_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, meeting_id) references meetings (district_id, id) on delete cascade,
  check (answer = 'signed' or comment ~ '\S')
);
create index meeting_answers_by_meeting on meeting_answers (district_id, meeting_id, id);
create unique index meeting_answers_signed_once on meeting_answers (district_id, meeting_id, side, text_version) where answer = 'signed';
call tenant_table('meeting_answers');
revoke update, delete on meeting_answers from common_table_app;

-- A calendar a client subscribes to by an address nobody can guess: one person's meetings, or one partnership's. Only the
-- hash of the address is kept.
create table calendar_feeds (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  user_id uuid not null,
  partnership_id uuid,
  secret_hash text not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, secret_hash),
  foreign key (district_id, user_id) references users (district_id, id) on delete cascade,
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade
);
create index calendar_feeds_by_user on calendar_feeds (district_id, user_id, id);
create index calendar_feeds_by_partnership on calendar_feeds (district_id, partnership_id) where partnership_id is not null;
call tenant_table('calendar_feeds', secrets => '{secret_hash,last_used_at}');

-- Whom a mail is about, so that it stands on the partner's timeline.
alter table mails
  add column organization_id uuid,
  add column partnership_id uuid,
  add foreign key (district_id, organization_id) references organizations (district_id, id) on delete set null (organization_id),
  add foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete set null (partnership_id);
create index mails_by_organization on mails (district_id, organization_id, id desc) where organization_id is not null;
create index mails_by_partnership on mails (district_id, partnership_id, id desc) where partnership_id is not null;

-- What waits for somebody is found without looking at what does not.
create index links_unanswered on links (district_id, created_at, id)
  where used_at is null and revoked_at is null and replaced_at is null;
create index agreement_comments_open on agreement_comments (district_id, id) where resolved_at is null;
create index agreements_under_way on agreements (district_id, stage_since, id)
  where stage in ('draft', 'legal', 'risk', 'board', 'signatures');

-- As before, and a row without an id of its own is a change of the record it belongs to: a school that joins is on the
-- timeline of its partnership.
create or replace function record_audit() returns trigger
  language plpgsql as $$
declare
  before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  kept jsonb := coalesce(after, before);
  hidden text[] := array['version', 'updated_at', 'search_text', 'district_id'] || tg_argv[:];
  changes jsonb;
begin
  if coalesce(current_setting('app.import_id', true), '') <> '' then
    return null;
  end if;
  -- A sum that a trigger keeps is nobody's edit.
  if tg_op = 'UPDATE' and pg_trigger_depth() > 1 then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(n.key, jsonb_build_array(o.value, n.value))
      into changes
      from jsonb_each(after) n join jsonb_each(before) o using (key)
      where n.value is distinct from o.value and n.key <> all (hidden);
    if changes is null then
      return null;
    end if;
  else
    changes := jsonb_strip_nulls(kept - hidden);
  end if;
  insert into audit_log (district_id, actor_kind, actor_id, actor_name, request_id, action, table_name, record_id, changes)
  values (
    coalesce(nullif(kept ->> 'district_id', '')::uuid, (kept ->> 'id')::uuid),
    coalesce(nullif(current_setting('app.actor_kind', true), ''), 'system'),
    nullif(current_setting('app.actor_id', true), '')::uuid,
    coalesce(nullif(current_setting('app.actor_name', true), ''), 'system'),
    nullif(current_setting('app.request_id', true), ''),
    lower(tg_op), tg_table_name,
    coalesce(kept ->> 'id', kept ->> 'partnership_id', kept ->> 'meeting_id', kept ->> 'council_id', kept ->> 'prospect_id',
      kept ->> 'organization_id')::uuid,
    changes
  );
  return null;
end $$;
