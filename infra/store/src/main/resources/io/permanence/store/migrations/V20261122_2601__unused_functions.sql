-- Nothing calls these any more: the list of tasks is open_tasks, figures are counted from desk_events.
set role permanence_across;
drop function tasks_seen(uuid, uuid);
drop function desk_calls(timestamptz);
reset role;
