-- What became of deliveries is written together, of however many customers: in a storm of lost calls the messages about
-- them took more transactions than the calls. A worker whose claim is no longer the latest changes nothing, unless the
-- provider took the message.
grant create on schema public to permanence_across;
set role permanence_across;
create function close_deliveries(ends jsonb, at timestamptz) returns bigint
  language sql volatile security definer set search_path = public, pg_temp as $$
  with closed as (
    update delivery d set state = e.state, due_at = coalesce(e.due_at, d.due_at), why = e.why,
      provider_ref = coalesce(e.provider_ref, d.provider_ref),
      unsure = d.unsure - case when e.not_taken then 1 else 0 end,
      claimed_until = null, updated_at = at
    from jsonb_to_recordset(ends) as e(customer uuid, id uuid, attempts int, state text,
      provider_ref text, due_at timestamptz, why text, not_taken boolean)
    where d.customer_id = e.customer and d.id = e.id and d.state = 'QUEUED'
      and (e.state = 'SENT' or d.attempts = e.attempts)
    returning 1)
  select count(*) from closed
$$;
revoke all on function close_deliveries(jsonb, timestamptz) from public;
grant execute on function close_deliveries(jsonb, timestamptz) to permanence_push;
reset role;
revoke create on schema public from permanence_across;
