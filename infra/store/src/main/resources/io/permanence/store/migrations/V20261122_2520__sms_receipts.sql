-- What became of a short message, as its gateway tells it later (C2): the gateway knows the delivery's id and nobody's
-- customer. Receipts repeat and overtake each other, and may come before the sender's own close: who was reached stays
-- reached, and a message that had an end is given another only if it arrived after all.
create index delivery_sms on delivery (id) where channel = 'SMS';

grant create on schema public to permanence_across;
set role permanence_across;
create function receive_receipt(of_delivery uuid, provider text, delivered boolean, reason text, at timestamptz)
  returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update delivery d set state = case when delivered then 'DELIVERED' else 'FAILED' end,
    why = case when delivered then null else reason end,
    provider_ref = coalesce(d.provider_ref, provider), claimed_until = null, updated_at = at
  where d.id = of_delivery and d.channel = 'SMS'
    and (d.state in ('QUEUED', 'SENT') or (d.state = 'FAILED' and delivered));
  return found or exists (select from delivery d where d.id = of_delivery and d.channel = 'SMS');
end
$$;
revoke all on function receive_receipt(uuid, text, boolean, text, timestamptz) from public;
grant execute on function receive_receipt(uuid, text, boolean, text, timestamptz) to permanence_push;
reset role;
revoke create on schema public from permanence_across;
