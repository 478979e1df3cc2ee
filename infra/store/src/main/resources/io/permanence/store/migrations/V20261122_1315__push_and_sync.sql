-- What sending and synchronising need beyond the first schema.

-- unsure: sends the provider may have taken without an answer; an SMS is never sent more than twice.
-- abandoned: how often a worker vanished with it; what kills workers is parked.
alter table delivery add column unsure int not null default 0;
alter table delivery add column abandoned int not null default 0;

-- Every claim counts as unsure until it is closed with a definite answer.
grant create on schema public to permanence_across;
set role permanence_across;
create or replace function claim_deliveries(
    of_channel text, at timestamptz, lease_until timestamptz, most int)
  returns setof delivery
  language sql volatile security definer set search_path = public, pg_temp as $$
  update delivery d set claimed_until = lease_until, attempts = d.attempts + 1,
    unsure = d.unsure + 1,
    abandoned = d.abandoned + case when d.claimed_until is null then 0 else 1 end
  from (select customer_id, id from delivery
        where state = 'QUEUED' and channel = of_channel and due_at <= at
          and (claimed_until is null or claimed_until < at)
        order by due_at limit most for update skip locked) due
  where d.customer_id = due.customer_id and d.id = due.id
  returning d.*
$$;
reset role;
revoke create on schema public from permanence_across;

-- Requests and links are worked on by one worker at a time; a dead one's lease runs out.
alter table google_request add column claimed_until timestamptz;
alter table google_link add column busy_until timestamptz;

-- A mark lives as long as the mirrored contact it marks.
alter table mirror_mark add foreign key (customer_id, resource_name)
  references google_contact (customer_id, resource_name) on delete cascade;
