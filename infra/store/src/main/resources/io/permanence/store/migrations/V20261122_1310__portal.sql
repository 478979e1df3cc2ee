-- What sign-in, the portal's edits and the Google set-up need beyond the first schema.

-- Each one-time code counts once: the time step of the last one used.
alter table directory_account add column totp_last_step bigint;

-- An attempt is written before the password is looked at and taken back when it was right,
-- so that guesses sent at the same instant are counted too.
alter table directory_sign_in_failure add column id uuid not null default gen_random_uuid();
alter table directory_sign_in_failure add primary key (id);

-- When the first sign-in's questions (push, Google) were answered, with yes or no.
alter table person add column onboarded_at timestamptz;

-- The one-tap change of a line: a one-off instruction, at most one a line.
alter table instruction add column quick boolean not null default false;
alter table instruction add check (not quick or window_kind = 'ONE_OFF');
create unique index instruction_quick on instruction (customer_id, line_id)
  where quick and deleted_at is null;

-- Reading, binning and feedback have a version of their own; a note's ETag is the sum of both.
alter table note_state add column version int not null default 1;

-- The session that registered a device takes it along when it signs out.
alter table device add column session_id uuid;

-- A text without case and accents, as people search for it.
create function plain(text) returns text
  language sql immutable strict parallel safe
  return translate(lower($1), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy');

create index note_words on note
  using gin (plain(caller_name || ' ' || request) gin_trgm_ops) where state = 'SENT';

-- A customer on the way to Google and back: one use, bound to the session that started it.
create table google_authorization (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  account_id uuid not null,
  session_id uuid not null,
  state_hash bytea not null,
  verifier_sealed bytea not null,
  purposes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, state_hash)
);
call protect('google_authorization');
grant select, insert, delete on google_authorization to permanence_portal;

create trigger announce after insert or update or delete on instruction
  for each row execute function announce_change('id');
create trigger announce after insert or update or delete on line
  for each row execute function announce_change('id');
create trigger announce after insert or update or delete on contact
  for each row execute function announce_change('id');
create trigger announce after insert or update on sync_run
  for each row execute function announce_change('customer_id');
