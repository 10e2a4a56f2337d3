-- The goal tree: goal → strategy → objective → what measures it (domain C2). Goals are the district's priorities.

alter table priorities add column owner_id uuid;
alter table priorities add foreign key (district_id, owner_id) references users (district_id, id);

-- A strategy under a goal, or an objective under a strategy. An objective is measured by one that is computed live or by the
-- target of a metric, or by nothing yet.
create table goal_nodes (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  priority_id uuid not null,
  strategy_id uuid,
  kind text not null check (kind in ('strategy', 'objective')),
  title text not null check (title ~ '\S' and length(title) <= 200),
  owner_id uuid,
  objective_id uuid,
  target_id uuid,
  position smallint not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check ((kind = 'objective') = (strategy_id is not null)),
  check (kind = 'objective' or num_nonnulls(objective_id, target_id) = 0),
  check (num_nonnulls(objective_id, target_id) <= 1),
  foreign key (district_id, priority_id) references priorities (district_id, id) on delete cascade,
  foreign key (district_id, strategy_id) references goal_nodes (district_id, id) on delete cascade,
  foreign key (district_id, owner_id) references users (district_id, id),
  foreign key (district_id, objective_id) references objectives (district_id, id) on delete set null (objective_id),
  foreign key (district_id, target_id) references targets (district_id, id) on delete set null (target_id)
);
create index goal_nodes_by_goal on goal_nodes (district_id, priority_id, position, id);
create index goal_nodes_by_strategy on goal_nodes (district_id, strategy_id) where strategy_id is not null;
create index goal_nodes_by_target on goal_nodes (district_id, target_id) where target_id is not null;
create index goal_nodes_by_objective on goal_nodes (district_id, objective_id) where objective_id is not null;
call tenant_table('goal_nodes');
