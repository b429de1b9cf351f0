create table anteroom_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index anteroom_tasks_due on anteroom_tasks (execution_time);
create index anteroom_tasks_heartbeat on anteroom_tasks (last_heartbeat);
create table anteroom_sweeps (
  sweep text primary key,
  name text not null,
  version text not null,
  clock text not null,
  cells int not null,
  begun timestamp with time zone not null default now()
);
create table anteroom_batches (
  sweep text not null references anteroom_sweeps on delete cascade,
  batch int not null,
  task text not null,
  cells text not null,
  inputs bytea not null,
  results bytea,
  worker text,
  failure text,
  primary key (sweep, batch)
);
create table anteroom_workers (
  worker text primary key,
  version text not null,
  cores int not null,
  jdks text not null,
  load double precision,
  running text not null,
  begun timestamp with time zone not null default now(),
  seen timestamp with time zone not null
);
