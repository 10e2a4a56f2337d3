-- Letters in a district's own words, and what was decided about a partnership's next term.

-- The district's own text of a kind of letter in one language; without a row the standard text holds (shared/src/letters).
create table letter_templates (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  kind text not null check (kind in
    ('principal_existing', 'principal_new', 'welcome', 'thank_you', 'renewal', 'leadership_change', 'handover')),
  locale text not null check (locale in ('en', 'es')),
  subject text not null check (subject ~ '\S' and length(subject) <= 300),
  body text not null check (body ~ '\S' and length(body) <= 6000),
  changed_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, kind, locale)
);
call tenant_table('letter_templates');

-- A decision to renew, revise or end a partnership keeps what the rule advised that day (shared/src/outlook/recommendation.ts):
-- both stay when the figures move on.
alter table decisions
  add column verdict text check (verdict in ('renew', 'revise', 'exit')),
  add column advised text check (advised in ('renew', 'revise', 'exit')),
  add constraint decisions_verdict_of_partnership check (verdict is null or (partnership_id is not null and status = 'decided')),
  add constraint decisions_advised_with_verdict check (advised is null or verdict is not null);

-- What a removed row belonged to, so that its end is told where its life was: on the timeline of the agreement's or meeting's
-- partnership, of the partnership or of the organisation.
alter table audit_log add column parent_id uuid;
create index audit_log_removed on audit_log (district_id, parent_id, id desc) where action = 'delete' and parent_id is not null;
update audit_log set parent_id = coalesce(changes ->> 'agreement_id', changes ->> 'meeting_id', changes ->> 'partnership_id',
    changes ->> 'organization_id')::uuid
  where action = 'delete';

-- As before, and a removed row says what it belonged to.
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
  insert into audit_log (district_id, actor_kind, actor_id, actor_name, request_id, action, table_name, record_id, parent_id, changes)
  values (
    coalesce(nullif(kept ->> 'district_id', '')::uuid, (kept ->> 'id')::uuid),
    coalesce(nullif(current_setting('app.actor_kind', true), ''), 'system'),
    nullif(current_setting('app.actor_id', true), '')::uuid,
    coalesce(nullif(current_setting('app.actor_name', true), ''), 'system'),
    nullif(current_setting('app.request_id', true), ''),
    lower(tg_op), tg_table_name,
    coalesce(kept ->> 'id', kept ->> 'partnership_id', kept ->> 'meeting_id', kept ->> 'council_id', kept ->> 'prospect_id',
      kept ->> 'organization_id')::uuid,
    case tg_op when 'DELETE' then coalesce(kept ->> 'agreement_id', kept ->> 'meeting_id', kept ->> 'partnership_id',
      kept ->> 'organization_id')::uuid end,
    changes
  );
  return null;
end $$;
