-- From a first idea of whom to ask, to a partnership: prospects, outreach, touches, offers of help, who knows whom, and
-- two records of one organisation becoming one.

-- The vocabulary whole (domain A15, C7, C8): shared/src/vocabulary/organization-types.ts and geographic-levels.ts.
alter table organizations
  drop constraint organizations_type_check,
  drop constraint organizations_geographic_level_check,
  add constraint organizations_type_check check (type in ('nonprofit', 'business', 'higher_ed', 'government', 'health', 'faith', 'grassroots', 'philanthropy', 'law_enforcement', 'juvenile_justice', 'civic', 'arts_culture', 'family_org', 'student_org', 'teacher_org', 'advisory_group', 'district_program', 'individual_expert')),
  add constraint organizations_geographic_level_check check (geographic_level in ('neighborhood', 'local', 'regional', 'state', 'national', 'international')),
  add column sectors text[] not null default '{}' check (sectors <@ '{business,law_enforcement,juvenile_justice,mental_health,social_services,families,health,faith,grassroots,higher_ed,arts_culture,civic,government,philanthropy,students,educators}'),
  add column former_names text[] not null default '{}';

-- An organisation is found by what it was called before, too. Immutable on purpose: joining texts depends on no setting.
create function organization_names(name text, alternate_name text, former_names text[]) returns text
  language sql immutable parallel safe
  return plain_text(name || ' ' || alternate_name || case when former_names = '{}' then '' else ' ' || array_to_string(former_names, ' ') end);
alter table organizations alter column search_text set expression as (organization_names(name, alternate_name, former_names));

-- The sectors an organisation speaks for: what is written, else what its type and the help it gives suggest. The rule is
-- shared/src/pipeline/sector-coverage.ts; a test holds this function to it.
create function organization_sectors(type text, written text[], category_ids uuid[]) returns text[]
  language sql stable as $$
  select case when written <> '{}' then written else array(
    select t.sector from (
      select case type when 'business' then 'business' when 'higher_ed' then 'higher_ed' when 'government' then 'government'
        when 'health' then 'health' when 'faith' then 'faith' when 'grassroots' then 'grassroots' when 'philanthropy' then 'philanthropy'
        when 'law_enforcement' then 'law_enforcement' when 'juvenile_justice' then 'juvenile_justice' when 'civic' then 'civic'
        when 'advisory_group' then 'civic' when 'arts_culture' then 'arts_culture' when 'family_org' then 'families'
        when 'student_org' then 'students' when 'teacher_org' then 'educators' end as sector
      union
      select case c.group_code when 'behavioral_health' then 'mental_health' when 'basic_needs' then 'social_services'
        when 'physical_health' then 'health' end
      from categories c where c.district_id = app_district() and c.id = any (category_ids)
    ) t where t.sector is not null order by t.sector) end
$$;

-- Whether strangers may offer help through the public form.
alter table districts add column offers_open boolean not null default true;

-- What an organisation can give, and what it looks for in return (D4, C1: mutual benefit), by the list of domain 6.3.
create table organization_contributions (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  side text not null check (side in ('gives', 'seeks')),
  type text not null check (type in ('funding', 'staff_fte', 'volunteer_hours', 'space', 'transport', 'equipment_software', 'materials', 'training_pd', 'site_visits', 'expertise', 'data', 'coordination', 'publicity')),
  detail text not null default '' check (length(detail) <= 400),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade
);
create index organization_contributions_by_organization on organization_contributions (district_id, organization_id);
call tenant_table('organization_contributions');

-- Where an organisation is already at home: a school, a neighbourhood, a language, families (D5, B15). Asked before anyone new is.
create table organization_ties (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  kind text not null check (kind in ('school', 'neighborhood', 'language', 'families', 'alumni')),
  school_id uuid,
  label text not null default '' check (length(label) <= 120),
  note text not null default '' check (length(note) <= 400),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique nulls not distinct (district_id, organization_id, kind, school_id, label),
  check ((kind = 'school') = (school_id is not null)),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index organization_ties_by_school on organization_ties (district_id, school_id) where school_id is not null;
call tenant_table('organization_ties');

-- Who knows someone there (D10): a person of the district, a contact elsewhere, or anyone else by name.
create table acquaintances (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  contact_id uuid,
  user_id uuid,
  knower_contact_id uuid,
  knower_name text not null default '' check (length(knower_name) <= 120),
  closeness text not null default 'met' check (closeness in ('met', 'works_with', 'close')),
  note text not null default '' check (length(note) <= 400),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique nulls not distinct (district_id, organization_id, contact_id, user_id, knower_contact_id, knower_name),
  check (num_nonnulls(user_id, knower_contact_id, nullif(knower_name, '')) = 1),
  check (knower_contact_id <> contact_id),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, contact_id) references contacts (district_id, id) on delete cascade,
  foreign key (district_id, knower_contact_id) references contacts (district_id, id) on delete cascade,
  foreign key (district_id, user_id) references users (district_id, id)
);
create index acquaintances_by_contact on acquaintances (district_id, contact_id) where contact_id is not null;
create index acquaintances_by_knower on acquaintances (district_id, knower_contact_id) where knower_contact_id is not null;
create index acquaintances_by_user on acquaintances (district_id, user_id) where user_id is not null;
call tenant_table('acquaintances');

-- An organisation the district would like at the table, on its way there (D10). `last_contact_on` and `next_on` follow from
-- touches and outreach steps.
create table prospects (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  stage text not null default 'identified' check (stage in ('identified', 'contacted', 'talking', 'willing', 'joined', 'declined')),
  stage_since date not null default current_date,
  willingness text not null default 'unknown' check (willingness in ('unknown', 'reluctant', 'open', 'keen')),
  priority smallint not null default 2 check (priority between 1 and 3),
  goal text not null default '' check (length(goal) <= 1000),
  approach text not null default '' check (length(approach) <= 1000),
  contact_id uuid,
  owner_user_id uuid,
  category_ids uuid[] not null default '{}',
  source text not null default 'staff' check (source in ('staff', 'stakeholder', 'offer', 'referral', 'import')),
  closed_reason text check (closed_reason in ('not_now', 'no_capacity', 'not_a_fit', 'no_answer', 'already_partner', 'other')),
  partnership_id uuid,
  last_contact_on date,
  next_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check ((stage = 'declined') = (closed_reason is not null)),
  foreign key (district_id, organization_id) references organizations (district_id, id),
  foreign key (district_id, contact_id) references contacts (district_id, id) on delete set null (contact_id),
  foreign key (district_id, owner_user_id) references users (district_id, id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id)
);
create index prospects_by_organization on prospects (district_id, organization_id);
create index prospects_by_stage on prospects (district_id, stage, priority, id);
create index prospects_by_contact_day on prospects (district_id, coalesce(last_contact_on, '-infinity'::date), id);
create index prospects_by_next_step on prospects (district_id, coalesce(next_on, 'infinity'::date), id);
create index prospects_by_owner on prospects (district_id, owner_user_id);
create index prospects_by_partnership on prospects (district_id, partnership_id) where partnership_id is not null;
call tenant_table('prospects');

-- The schools a prospect is wanted for; none means the district.
create table prospect_schools (
  district_id uuid not null,
  prospect_id uuid not null,
  school_id uuid not null,
  primary key (district_id, prospect_id, school_id),
  foreign key (district_id, prospect_id) references prospects (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index prospect_schools_by_school on prospect_schools (district_id, school_id);
call tenant_table('prospect_schools');

-- One step of an outreach plan (D11): what, by which way, who, until when.
create table outreach_steps (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  prospect_id uuid not null,
  position smallint not null default 0,
  channel text not null check (channel in ('introduction', 'letter', 'email', 'call', 'meeting', 'visit', 'event')),
  what text not null check (what ~ '\S' and length(what) <= 300),
  owner_user_id uuid,
  due_on date,
  done_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, prospect_id) references prospects (district_id, id) on delete cascade,
  foreign key (district_id, owner_user_id) references users (district_id, id)
);
create index outreach_steps_by_prospect on outreach_steps (district_id, prospect_id, position, id);
create index outreach_steps_due on outreach_steps (district_id, due_on) where done_on is null;
call tenant_table('outreach_steps');

-- Touches: what happened with a partner, in a partnership or, with a prospect, before there is one. One table, so that the
-- story of an organisation is one list.
alter table partnership_events
  alter column partnership_id drop not null,
  add column organization_id uuid,
  add column contact_id uuid,
  add constraint partnership_events_of_one check (num_nonnulls(partnership_id, organization_id) = 1),
  add foreign key (district_id, organization_id) references organizations (district_id, id),
  add foreign key (district_id, contact_id) references contacts (district_id, id) on delete set null (contact_id);
create index partnership_events_by_organization on partnership_events (district_id, organization_id, id desc) where organization_id is not null;
create index partnership_events_with_contact on partnership_events (district_id, contact_id) where contact_id is not null;

-- The last contact of a partnership, and of a prospect of the same organisation, moves forward with every touch.
create or replace function keep_last_contact() returns trigger
  language plpgsql as $$
begin
  update partnerships p set last_contact_on = new.happened_on
    where p.district_id = new.district_id and p.id = new.partnership_id
      and (p.last_contact_on is null or p.last_contact_on < new.happened_on);
  update prospects x set last_contact_on = new.happened_on
    where x.district_id = new.district_id and x.organization_id = coalesce(new.organization_id,
        (select p.organization_id from partnerships p where p.district_id = new.district_id and p.id = new.partnership_id))
      and x.stage not in ('joined', 'declined') and (x.last_contact_on is null or x.last_contact_on < new.happened_on);
  return null;
end $$;

-- The next step of a prospect is the earliest that is still to do.
create function keep_next_step() returns trigger
  language plpgsql as $$
begin
  update prospects r set next_on = s.next_on
    from (select c.district_id, c.prospect_id, min(t.due_on) as next_on
          from (select distinct district_id, prospect_id from changed) c
          left join outreach_steps t on t.district_id = c.district_id and t.prospect_id = c.prospect_id and t.done_on is null
          group by 1, 2) s
    where r.district_id = s.district_id and r.id = s.prospect_id and r.next_on is distinct from s.next_on;
  return null;
end $$;
create trigger outreach_steps_added after insert on outreach_steps
  referencing new table as changed for each statement execute function keep_next_step();
create trigger outreach_steps_changed after update on outreach_steps
  referencing new table as changed for each statement execute function keep_next_step();
create trigger outreach_steps_removed after delete on outreach_steps
  referencing old table as changed for each statement execute function keep_next_step();

-- Help that someone offers through the public form, until a person has answered it. `signs` are what speaks for spam;
-- `token_hash` is that of the form it came from, so that a form is sent once.
create table offers (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  organization_name text not null check (organization_name ~ '\S' and length(organization_name) <= 200),
  organization_type text check (organization_type in ('nonprofit', 'business', 'higher_ed', 'government', 'health', 'faith', 'grassroots', 'philanthropy', 'law_enforcement', 'juvenile_justice', 'civic', 'arts_culture', 'family_org', 'student_org', 'teacher_org', 'advisory_group', 'district_program', 'individual_expert')),
  website text not null default '' check (length(website) <= 500),
  contact_name text not null check (contact_name ~ '\S' and length(contact_name) <= 120),
  contact_email text not null check (length(contact_email) <= 254),
  contact_phone text not null default '' check (length(contact_phone) <= 60),
  locale text not null default 'en' check (locale in ('en', 'es')),
  category_ids uuid[] not null default '{}',
  contributions text[] not null default '{}' check (contributions <@ '{funding,staff_fte,volunteer_hours,space,transport,equipment_software,materials,training_pd,site_visits,expertise,data,coordination,publicity}'),
  message text not null check (message ~ '\S' and length(message) <= 3000),
  anywhere boolean not null default true,
  wanted_places text not null default '' check (length(wanted_places) <= 300),
  students integer check (students >= 0),
  signs text[] not null default '{}',
  status text not null default 'new' check (status in ('new', 'suspected', 'accepted', 'declined', 'spam')),
  organization_id uuid,
  prospect_id uuid,
  declined_reason text check (declined_reason in ('already_covered', 'not_a_fit', 'not_eligible', 'no_need_now', 'other')),
  note text not null default '' check (length(note) <= 1000),
  replied boolean not null default false,
  decided_by uuid,
  decided_by_name text not null default '',
  decided_at timestamptz,
  token_hash text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, token_hash),
  check ((status = 'declined') = (declined_reason is not null)),
  foreign key (district_id, organization_id) references organizations (district_id, id),
  foreign key (district_id, prospect_id) references prospects (district_id, id)
);
create index offers_by_status on offers (district_id, status, id desc);
create index offers_by_email on offers (district_id, contact_email);
create index offers_by_organization on offers (district_id, organization_id) where organization_id is not null;
create index offers_by_prospect on offers (district_id, prospect_id) where prospect_id is not null;
call tenant_table('offers', secrets => '{token_hash}');

-- That someone was told a partnership or prospect has gone cold: once for every spell of silence.
create table cold_alerts (
  district_id uuid not null references districts,
  subject_id uuid not null,
  since date not null,
  told_at timestamptz not null default now(),
  primary key (district_id, subject_id, since)
);
call tenant_table('cold_alerts', audited => false);

-- Two organisations that turned out to be one. `journal` is what was moved, combined, changed and removed, in order, so that
-- it can be taken back. The two ids are no foreign keys: one of the two is gone.
create table organization_merges (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  kept_id uuid not null,
  gone_id uuid not null,
  kept_name text not null,
  gone_name text not null,
  gone_record jsonb not null,
  journal jsonb not null default '[]',
  counts jsonb not null default '{}',
  merged_by uuid,
  merged_by_name text not null default '',
  undone_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id)
);
create index organization_merges_by_kept on organization_merges (district_id, kept_id, id desc);
call tenant_table('organization_merges', secrets => '{gone_record,journal}');

-- The id and the keys an organisation had before it became part of another: old links and old imports still find it.
create table organization_aliases (
  district_id uuid not null,
  id uuid not null,
  organization_id uuid not null,
  merge_id uuid not null,
  name text not null,
  external_key text,
  source text not null default '',
  passport_code uuid,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id),
  foreign key (district_id, merge_id) references organization_merges (district_id, id)
);
create index organization_aliases_by_organization on organization_aliases (district_id, organization_id);
create index organization_aliases_by_key on organization_aliases (district_id, external_key) where external_key is not null;
create index organization_aliases_by_passport on organization_aliases (passport_code) where passport_code is not null;
call tenant_table('organization_aliases', secrets => '{passport_code}');

-- A printed code of a passport opens the passport of the organisation it became part of.
create or replace function passport_of_code(wanted uuid) returns table (district_id uuid, organization_id uuid)
  language sql stable security definer set search_path = public
  begin atomic
    select p.district_id, p.organization_id from passports p where p.code = wanted
    union all select a.district_id, a.organization_id from organization_aliases a where a.passport_code = wanted;
  end;

-- Merging. Every table that refers to an organisation is found in the catalogue, so that none can be forgotten; rows that
-- would be there twice are combined: blanks are filled, what hangs on the one that goes is hung on the one that stays.

-- `t.a = (row ->> 'a')::uuid and …` over the primary key of a table.
create function merge_key_condition(target regclass, source text) returns text
  language sql stable as $$
  select string_agg(format('t.%1$I = (%2$s ->> %1$L)::%3$s', a.attname, source, format_type(a.atttypid, a.atttypmod)), ' and ')
  from pg_constraint k cross join unnest(k.conkey) as part (attnum)
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.attnum
  where k.conrelid = target and k.contype = 'p'
$$;

-- The primary key of a row `t` as JSON.
create function merge_key(target regclass) returns text
  language sql stable as $$
  select 'jsonb_build_object(' || string_agg(format('%1$L, t.%1$I', a.attname), ', ') || ')'
  from pg_constraint k cross join unnest(k.conkey) as part (attnum)
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.attnum
  where k.conrelid = target and k.contype = 'p'
$$;

-- Columns a person or import fills: what is left when keys, sums by trigger and generated columns are taken away.
create function merge_columns(target regclass) returns setof name
  language sql stable as $$
  select a.attname from pg_attribute a
  where a.attrelid = target and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
    and a.attname not in ('district_id', 'version', 'created_at', 'updated_at')
    and not exists (select from pg_constraint k where k.conrelid = target and k.contype = 'p' and a.attnum = any (k.conkey))
$$;

-- Removes one row and remembers it whole.
create function merge_remove(target regclass, gone jsonb, journal jsonb, why text) returns jsonb
  language plpgsql as $$
begin
  execute format('delete from %s t where %s', target, merge_key_condition(target, '$1')) using gone;
  return journal || jsonb_build_object('op', 'removed', 'why', why, 'table', target::text, 'row', gone);
end $$;

-- Changes columns of one row and remembers what they were. Values come as the JSON of a row.
create function merge_change(target regclass, kept jsonb, change jsonb, journal jsonb) returns jsonb
  language plpgsql as $$
declare
  columns text := (select string_agg(format('%1$I = b.%1$I', c), ', ') from merge_columns(target) c where change ? c::text);
begin
  if columns is null then
    return journal;
  end if;
  execute format('update %1$s t set %2$s from jsonb_populate_record(null::%1$s, $2) b where %3$s',
    target, columns, merge_key_condition(target, '$1')) using kept, change;
  return journal || jsonb_build_object('op', 'changed', 'table', target::text, 'row', kept,
    'before', (select jsonb_object_agg(key, kept -> key) from jsonb_object_keys(change) key), 'after', change);
end $$;

-- Records that name their subject by table and id, without a foreign key, follow it too.
create function merge_subjects(target regclass, gone jsonb, kept jsonb, journal jsonb) returns jsonb
  language plpgsql as $$
declare
  naming regclass;
  rows jsonb[];
begin
  for naming in select a.attrelid from pg_attribute a join pg_attribute b on b.attrelid = a.attrelid and b.attname = 'subject_id'
      join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      where a.attname = 'subject_table' order by 1 loop
    execute format('select array_agg(to_jsonb(t)) from %s t where t.district_id = app_district() and t.subject_table = $1 and t.subject_id = $2', naming)
      into rows using target::text, (gone ->> 'id')::uuid;
    if rows is not null then
      journal := merge_move(naming, rows, jsonb_build_object('op', 'moved', 'table', naming::text,
        'before', jsonb_build_object('subject_id', gone -> 'id'), 'after', jsonb_build_object('subject_id', kept -> 'id')), journal);
    end if;
  end loop;
  return journal;
end $$;

-- Makes one row out of two: children are hung on the one that stays, its blanks are filled (what is false becomes true when
-- the other says so), the other goes.
create function merge_combine(target regclass, gone jsonb, kept jsonb, journal jsonb) returns jsonb
  language plpgsql as $$
declare
  reference record;
  blanks jsonb;
begin
  for reference in select oid from pg_constraint where confrelid = target and contype = 'f' order by conrelid::regclass::text, conname loop
    journal := merge_repoint(reference.oid, gone, kept, journal);
  end loop;
  if gone ? 'id' then
    journal := merge_subjects(target, gone, kept, journal);
  end if;
  journal := merge_remove(target, gone, journal, 'combined');
  select jsonb_object_agg(c, gone -> c::text) into blanks from merge_columns(target) c
    where coalesce(kept -> c::text, 'null') in ('null', '""', '[]', '{}', 'false') and coalesce(gone -> c::text, 'null') not in ('null', '""', '[]', '{}', 'false');
  if blanks is not null then
    begin
      journal := merge_change(target, kept, blanks, journal);
    exception when unique_violation or check_violation then
      null; -- what does not fit beside the one that stays is kept in the journal
    end;
  end if;
  return journal;
end $$;

-- One row could not be moved because of a unique key: a mark that only one may bear is taken off it; a record that is
-- there already is combined with it. `move` is the entry the journal would have had.
create function merge_conflict(target regclass, gone jsonb, move jsonb, violated text, journal jsonb) returns jsonb
  language plpgsql as $$
declare
  keys smallint[];
  predicate text;
  flag name;
  same text;
  kept jsonb;
begin
  select string_to_array(i.indkey::text, ' ')::smallint[], pg_get_expr(i.indpred, i.indrelid) into keys, predicate
    from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = target and c.relname = violated;
  if keys is null or 0 = any (keys) then
    raise exception 'A merge cannot resolve the key % of %.', violated, target;
  end if;
  select a.attname into flag from pg_attribute a
    where a.attrelid = target and a.atttypid = 'boolean'::regtype and quote_ident(a.attname) = trim(predicate, '()');
  if flag is not null then
    return merge_move(target, array[gone], move, merge_change(target, gone, jsonb_build_object(flag, false), journal));
  end if;
  select string_agg(format('t.%1$I is not distinct from b.%1$I', a.attname), ' and ') into same
    from pg_attribute a where a.attrelid = target and a.attnum = any (keys);
  execute format('select to_jsonb(t) from (select * from %1$s where %3$s) t, jsonb_populate_record(null::%1$s, $1) b where %2$s',
    target, same, coalesce(predicate, 'true')) into kept using gone || (move -> 'after');
  if kept is null then
    raise exception 'A merge cannot find what collides with the key % of %.', violated, target;
  end if;
  return merge_combine(target, gone, kept, journal);
end $$;

-- Moves these rows in one statement, remembering their keys as they are afterwards.
create function merge_move(target regclass, rows jsonb[], move jsonb, journal jsonb) returns jsonb
  language plpgsql as $$
declare
  keys jsonb;
begin
  execute format('with moved as (
      update %1$s t set %2$s from unnest($1) gone, jsonb_populate_record(null::%1$s, $2) b where %3$s returning %4$s as key)
    select jsonb_agg(key) from moved', target,
    (select string_agg(format('%1$I = b.%1$I', key), ', ') from jsonb_object_keys(move -> 'after') key),
    merge_key_condition(target, 'gone'), merge_key(target)) into keys using rows, move -> 'after';
  return journal || (move || jsonb_build_object('keys', keys));
end $$;

-- Hangs everything that refers to one row (by one foreign key) on another row: all at once where nothing collides, else
-- one by one.
create function merge_repoint(reference oid, gone jsonb, kept jsonb, journal jsonb) returns jsonb
  language plpgsql as $$
declare
  target regclass;
  condition text;
  move jsonb;
  rows jsonb[];
  one jsonb;
  violated text;
begin
  select k.conrelid, string_agg(format('t.%I = ($1 ->> %L)::%s', a.attname, b.attname, format_type(a.atttypid, a.atttypmod)), ' and '),
      jsonb_build_object('op', 'moved', 'table', k.conrelid::regclass::text,
        'before', jsonb_object_agg(a.attname, gone -> b.attname::text) filter (where a.attname <> 'district_id'),
        'after', jsonb_object_agg(a.attname, kept -> b.attname::text) filter (where a.attname <> 'district_id'))
    into target, condition, move
    from pg_constraint k cross join unnest(k.conkey, k.confkey) as pair (here, there)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
    where k.oid = reference group by k.conrelid;
  execute format('select array_agg(to_jsonb(t)) from %s t where %s', target, condition) into rows using gone;
  if rows is null then
    return journal;
  end if;
  begin
    return merge_move(target, rows, move, journal);
  exception when unique_violation or check_violation then
    null;
  end;
  foreach one in array rows loop
    begin
      journal := merge_move(target, array[one], move, journal);
    exception
      when unique_violation then
        get stacked diagnostics violated = constraint_name;
        journal := merge_conflict(target, one, move, violated, journal);
      when check_violation then
        -- It said how the two are related, and that says nothing any more.
        journal := merge_remove(target, one, journal, 'between_the_two');
    end;
  end loop;
  return journal;
end $$;

-- Makes one organisation of two and answers the merge. Blanks of the one that stays are filled; its former names, numbers
-- and keys are kept; nothing refers to the one that went when this returns.
create function merge_organizations(gone_id uuid, kept_id uuid) returns uuid
  language plpgsql as $$
declare
  district uuid := app_district();
  gone jsonb;
  kept jsonb;
  merge uuid := uuidv7();
  done jsonb := '[]';
  change jsonb;
  added uuid;
  reference record;
  left_over boolean;
  passport uuid;
begin
  perform from organizations o where o.district_id = district and o.id in (gone_id, kept_id) order by o.id for update;
  select to_jsonb(o) into gone from organizations o where o.district_id = district and o.id = gone_id;
  select to_jsonb(o) into kept from organizations o where o.district_id = district and o.id = kept_id;
  select p.code into passport from passports p where p.district_id = district and p.organization_id = gone_id;
  for reference in select oid from pg_constraint where confrelid = 'organizations'::regclass and contype = 'f'
    order by conrelid::regclass::text, conname loop
    done := merge_repoint(reference.oid, gone, kept, done);
  end loop;
  for reference in select k.conrelid::regclass as target, a.attname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname <> 'district_id'
      where k.confrelid = 'organizations'::regclass and k.contype = 'f' loop
    execute format('select exists (select from %s where district_id = $1 and %I = $2)', reference.target, reference.attname)
      into left_over using district, gone_id;
    if left_over then
      raise exception 'A merge left something in %.', reference.target;
    end if;
  end loop;
  done := merge_subjects('organizations', gone, kept, done);
  -- An import forms one partnership of an organisation's sites and finds it by this key.
  for change in select to_jsonb(p) from partnerships p where p.district_id = district and p.external_key = 'sites:' || gone_id
      and not exists (select from partnerships o where o.district_id = district and o.external_key = 'sites:' || kept_id) loop
    done := merge_change('partnerships', change, jsonb_build_object('external_key', 'sites:' || kept_id), done);
  end loop;
  if gone ->> 'ein' <> kept ->> 'ein' then
    insert into organization_identifiers (district_id, organization_id, scheme, identifier)
      values (district, kept_id, 'US-EIN', gone ->> 'ein') on conflict do nothing returning id into added;
    if added is not null then
      done := done || jsonb_build_object('op', 'added', 'table', 'organization_identifiers',
        'keys', jsonb_build_array(jsonb_build_object('district_id', district, 'id', added)));
    end if;
  end if;
  done := merge_remove('organizations', gone, done, 'merged');
  select jsonb_object_agg(c, gone -> c::text) into change from merge_columns('organizations') c
    where c in ('alternate_name', 'geographic_level', 'description', 'website', 'email', 'phone', 'phone_extension', 'ein', 'legal_status', 'external_key')
      and coalesce(kept ->> c::text, '') = '' and coalesce(gone ->> c::text, '') <> '';
  if kept ->> 'phone' <> '' then
    change := change - 'phone_extension';
  end if;
  change := coalesce(change, '{}') || jsonb_strip_nulls(jsonb_build_object(
    'former_names', (select jsonb_agg(distinct n) from (
        select jsonb_array_elements_text(kept -> 'former_names') n union select jsonb_array_elements_text(gone -> 'former_names')
        union select gone ->> 'name' union select gone ->> 'alternate_name') names
      where n <> '' and n <> kept ->> 'name' and n <> coalesce(change ->> 'alternate_name', kept ->> 'alternate_name')),
    'languages', (kept -> 'languages') || (select jsonb_agg(l) from jsonb_array_elements_text(gone -> 'languages') l where not kept -> 'languages' ? l),
    'sectors', (kept -> 'sectors') || (select jsonb_agg(l) from jsonb_array_elements_text(gone -> 'sectors') l where not kept -> 'sectors' ? l),
    'trusted_in_community', case when (gone ->> 'trusted_in_community')::boolean then true end,
    'status', case when gone ->> 'status' = 'active' then 'active' end));
  select jsonb_object_agg(key, value) into change from jsonb_each(change) where value is distinct from kept -> key;
  done := merge_change('organizations', (select to_jsonb(o) from organizations o where o.district_id = district and o.id = kept_id),
    coalesce(change, '{}'), done);
  insert into organization_merges (district_id, id, kept_id, gone_id, kept_name, gone_name, gone_record, merged_by, merged_by_name)
    values (district, merge, kept_id, gone_id, kept ->> 'name', gone ->> 'name', gone,
      nullif(current_setting('app.actor_id', true), '')::uuid, coalesce(current_setting('app.actor_name', true), ''));
  insert into organization_aliases (district_id, id, organization_id, merge_id, name, external_key, source, passport_code)
    values (district, gone_id, kept_id, merge, gone ->> 'name', gone ->> 'external_key', gone ->> 'source', passport);
  done := done || jsonb_build_object('op', 'added', 'table', 'organization_aliases',
    'keys', jsonb_build_array(jsonb_build_object('district_id', district, 'id', gone_id)));
  update saved_views v set query = replace(query, gone_id::text, kept_id::text)
    where v.district_id = district and position(gone_id::text in query) > 0;
  perform keep_organization_sums(district, array[kept_id]);
  update organization_merges m set journal = done, counts = (
      select coalesce(jsonb_object_agg(t.name, t.counts), '{}') from (
        select e ->> 'table' as name, jsonb_build_object(
          'moved', coalesce(sum(jsonb_array_length(e -> 'keys')) filter (where e ->> 'op' = 'moved'), 0),
          'combined', count(*) filter (where e ->> 'op' = 'removed')) as counts
        from jsonb_array_elements(done) e
        where e ->> 'op' in ('moved', 'removed') and e ->> 'table' <> 'organizations' group by 1) t)
    where m.district_id = district and m.id = merge;
  return merge;
end $$;

-- What a merge would do: it is carried out and rolled back, so the preview cannot differ from the deed.
create function preview_merge(gone_id uuid, kept_id uuid) returns jsonb
  language plpgsql as $$
declare
  answer jsonb;
  merge uuid;
begin
  begin
    merge := merge_organizations(gone_id, kept_id);
    select jsonb_build_object('counts', m.counts, 'changes', coalesce((select e -> 'after' from jsonb_array_elements(m.journal) e
        where e ->> 'op' = 'changed' and e ->> 'table' = 'organizations'), '{}'),
        'combined', coalesce((select jsonb_agg(jsonb_build_object('table', e ->> 'table', 'row', e -> 'row'))
          from jsonb_array_elements(m.journal) e where e ->> 'op' = 'removed' and e ->> 'table' <> 'organizations'), '[]'))
      into answer from organization_merges m where m.district_id = app_district() and m.id = merge;
    raise exception using errcode = 'CT001';
  exception when sqlstate 'CT001' then
    null;
  end;
  return answer;
end $$;

-- Takes a merge back: what was moved and has stayed where it was put goes back, what was changed and has stayed so becomes
-- what it was, what was removed returns. Answers how many records were left because someone changed them since.
create function undo_merge(merge_id uuid) returns integer
  language plpgsql as $$
declare
  district uuid := app_district();
  merge organization_merges;
  entry jsonb;
  part text;
  target regclass;
  columns text;
  back jsonb;
  touched integer;
  stayed integer := 0;
begin
  select * into merge from organization_merges m where m.district_id = district and m.id = merge_id and m.undone_at is null for update;
  for entry in select e from jsonb_array_elements(merge.journal) with ordinality as j (e, at) order by at desc loop
    target := (entry ->> 'table')::regclass;
    part := entry ->> 'op';
    if part = 'added' then
      execute format('delete from %s t using jsonb_array_elements($1) gone where %s', target, merge_key_condition(target, 'gone'))
        using entry -> 'keys';
    elsif part = 'removed' then
      select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
        where attrelid = target and attnum > 0 and not attisdropped and attgenerated = '';
      execute format('insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$s, $1)', target, columns)
        using entry -> 'row';
    elsif part = 'moved' then
      execute format('update %1$s t set %2$s from jsonb_array_elements($1) gone, jsonb_populate_record(null::%1$s, $2) b,
          jsonb_populate_record(null::%1$s, $3) a where %3$s and %4$s', target,
        (select string_agg(format('%1$I = b.%1$I', key), ', ') from jsonb_object_keys(entry -> 'before') key),
        merge_key_condition(target, 'gone'),
        (select string_agg(format('t.%1$I is not distinct from a.%1$I', key), ' and ') from jsonb_object_keys(entry -> 'after') key))
        using entry -> 'keys', entry -> 'before', entry -> 'after';
      get diagnostics touched = row_count;
      stayed := stayed + jsonb_array_length(entry -> 'keys') - touched;
    else
      execute format('select (select jsonb_object_agg(key, value) from jsonb_each($2) where to_jsonb(t) -> key = $3 -> key) from %s t where %s',
        target, merge_key_condition(target, '$1')) into back using entry -> 'row', entry -> 'before', entry -> 'after';
      if back is null then
        stayed := stayed + 1;
      else
        perform merge_change(target, entry -> 'row', back, '[]');
      end if;
    end if;
  end loop;
  update organization_merges m set undone_at = now() where m.district_id = district and m.id = merge_id;
  perform keep_organization_sums(district, array[merge.kept_id, merge.gone_id]);
  return stayed;
end $$;
