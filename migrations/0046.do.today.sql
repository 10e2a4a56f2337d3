-- What ends soon and of which agreement notice is due, each found by an index of its own and left after the first hundred.
-- The day notice is due in the first term of an agreement that renews itself; it follows from the two days it is made of,
-- so that nobody's edit of it is told.
alter table agreements add column notice_on date generated always as (ends_on - notice_days) stored;
drop trigger record_audit on agreements;
create trigger record_audit after insert or update or delete on agreements for each row execute function record_audit('notice_on');
create index agreements_ending on agreements (district_id, ends_on, id)
  where stage = 'signed' and not renews and last_day is null;
create index agreements_notice on agreements (district_id, notice_on, id)
  where stage = 'signed' and renews and last_day is null;
create index partnerships_ending on partnerships (district_id, ends_on, id)
  where stage in ('active', 'expanding') and ends_on is not null;

-- Which kinds of answer a transaction touched: one writer of a table may say so of several.
create or replace function mark_documents() returns trigger
  language plpgsql as $$
begin
  insert into document_marks (district_id, kind)
    select distinct c.district_id, k.kind from changed c, unnest(tg_argv) k (kind) on conflict do nothing;
  return null;
end $$;

-- Marks of the Today page are looked at, not used up: a job takes away those nobody can still ask about.
alter table document_marks add column made_at timestamptz not null default now();

-- What the Today page reads (server/src/today): a test holds this list to the tables its statements name.
do $$
declare
  read text;
begin
  foreach read in array '{agreement_comments,agreements,categories,compliance_documents,coverage_demand,coverage_supply,
    equity_scores,equity_versions,exit_checks,help_request_partners,help_requests,links,mails,meeting_actions,meeting_answers,meetings,mismatches,needs,
    obligation_dues,obligations,offers,organizations,outreach_steps,partnership_schools,prospects,reconfirm_tasks,replies,
    rounds,school_years,schools,seat_demands,seat_fills,seat_offers,vision_answers,vision_confirmations,vision_versions,visions,volunteer_hours}'::text[] loop
    call marks_documents(read::regclass, 'today_' || read);
  end loop;
end $$;

-- Of partnerships most kinds read only what they are called, where they stand and whose they are; a contact moves none of it.
drop trigger mark_dashboard_insert on partnerships;
create trigger mark_dashboard_insert after insert on partnerships referencing new table as changed
  for each statement execute function mark_documents('dashboard', 'today_partnerships');
drop trigger mark_dashboard_delete on partnerships;
create trigger mark_dashboard_delete after delete on partnerships referencing old table as changed
  for each statement execute function mark_documents('dashboard', 'today_partnerships');
create function mark_partnerships() returns trigger
  language plpgsql as $$
begin
  insert into document_marks (district_id, kind)
    select distinct n.district_id, k.kind from after_change n
      join before_change o on o.district_id = n.district_id and o.id = n.id,
      lateral (values ('dashboard'), (case
        when (n.name, n.organization_id, n.stage, n.lead_user_id, n.students_reached, n.ends_on, n.resumes_on)
          is distinct from (o.name, o.organization_id, o.stage, o.lead_user_id, o.students_reached, o.ends_on, o.resumes_on)
        then 'today_partnerships' else 'today_partnership_contacts' end)) k (kind)
    on conflict do nothing;
  return null;
end $$;
drop trigger mark_dashboard_update on partnerships;
create trigger mark_dashboard_update after update on partnerships
  referencing old table as before_change new table as after_change for each statement execute function mark_partnerships();

create function mark_districts() returns trigger
  language plpgsql as $$
begin
  insert into document_marks (district_id, kind) values (new.id, 'today_districts') on conflict do nothing;
  return null;
end $$;
create trigger mark_today after update of going_cold_days, time_zone on districts for each row execute function mark_districts();

-- What a trigger changes is a sum and nobody's edit, unless its function says that people are to be told of it.
do $$
begin
  execute replace(pg_get_functiondef('record_audit'::regproc),
    $q$if tg_op = 'UPDATE' and pg_trigger_depth() > 1 then$q$,
    $q$if tg_op = 'UPDATE' and pg_trigger_depth() > 1 and coalesce(current_setting('app.told', true), '') <> 'yes' then$q$);
end $$;
create or replace function make_formal() returns trigger
  language plpgsql as $$
begin
  perform set_config('app.told', 'yes', true);
  update partnerships set formality = 'formal'
    where district_id = new.district_id and id = new.partnership_id and formality = 'informal';
  perform set_config('app.told', '', true);
  return null;
end $$;
