-- A call that was lost, or broke with its Asterisk, owes somebody a task (B9, R6), and a lost one the customer a word (C2). Called in the
-- transaction that ends the calls (write_journal), so that nothing that dies in between can leave one without the other. Each once,
-- however often a batch is repeated. Row-level security holds as in write_journal.
create function owe_tasks(owed jsonb) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  owner uuid;
  mine jsonb;
begin
  for owner, mine in
    select (e.entry ->> 'customer')::uuid, jsonb_agg(e.entry order by e.place)
    from jsonb_array_elements(owed) with ordinality e (entry, place)
    group by 1
    order by 1
  loop
    perform set_config('permanence.customer', owner::text, true);
    with made as (
      insert into task (customer_id, id, kind, call_id, team_id, created_at)
        select owner, e.task, e.kind, e.call, e.team, e.at
        from jsonb_to_recordset(mine) e (task uuid, kind text, call uuid, team uuid, at timestamptz)
        join call c on c.customer_id = owner and c.id = e.call
        on conflict do nothing
        returning id)
    insert into outbox (customer_id, id, kind, subject_id, created_at)
      select owner, e.message, 'LOST_CALL', e.call, e.at
      from jsonb_to_recordset(mine) e (task uuid, call uuid, message uuid, at timestamptz)
      join made on made.id = e.task
      where e.message is not null;
  end loop;
  perform set_config('permanence.customer', '', true);
end
$$;
revoke all on function owe_tasks(jsonb) from public;
grant execute on function owe_tasks(jsonb) to permanence_router;
