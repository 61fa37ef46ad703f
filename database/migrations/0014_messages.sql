-- Messages: channels to the outside, one outbox for all ways, what was tried, how a unit wants to be told.

CREATE TABLE message_channel (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('on', 'off', 'removed')),
  kind text NOT NULL CHECK (kind IN ('onebot', 'wecom', 'dingtalk', 'feishu', 'mail')),
  name text NOT NULL,
  place_id uuid REFERENCES place,
  settings jsonb NOT NULL,
  host text NOT NULL,
  sealed bytea,
  secrets_set jsonb NOT NULL,
  address_key bytea NOT NULL,
  at timestamptz NOT NULL,
  busy_until timestamptz,
  rests_until timestamptz
);
CREATE INDEX ON message_channel (unit_id) WHERE state <> 'removed';
CREATE UNIQUE INDEX message_channel_address ON message_channel (unit_id, address_key) WHERE state <> 'removed';
COMMENT ON TABLE message_channel IS 'A group robot or a mail server a unit sends by. The table "channel" holds only what notices ask for.';
COMMENT ON COLUMN message_channel.sealed IS 'The secrets: AES-256-GCM under a key derived from the server''s secret, bound to this row. Null once removed.';
COMMENT ON COLUMN message_channel.secrets_set IS 'Which secrets are kept and since when; all that is ever shown of them.';
COMMENT ON COLUMN message_channel.address_key IS 'HMAC of the address, so that the same group or mailbox is not set up twice without keeping the address in the clear.';
COMMENT ON COLUMN message_channel.busy_until IS 'A server is sending by it; if that server ends meanwhile, another may go on after this instant.';
COMMENT ON COLUMN message_channel.rests_until IS 'The service asked for a rest, or its rate is used up.';

CREATE TABLE message (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  unit_id uuid NOT NULL REFERENCES unit,
  key text NOT NULL UNIQUE,
  tell text,
  state text NOT NULL CHECK (state IN ('waiting', 'failed', 'stuck', 'sent', 'withdrawn')),
  channel_id uuid REFERENCES message_channel,
  person_id uuid REFERENCES person,
  address text,
  title jsonb NOT NULL,
  body jsonb NOT NULL,
  text text,
  record_kind text,
  record_id uuid,
  quiet boolean NOT NULL,
  at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  failures int NOT NULL DEFAULT 0,
  why jsonb,
  sent_at timestamptz,
  read_at timestamptz,
  CHECK ((channel_id IS NULL) = (text IS NULL)),
  CHECK (channel_id IS NOT NULL OR person_id IS NOT NULL)
);
CREATE INDEX ON message (unit_id, at DESC, id DESC);
CREATE INDEX ON message (unit_id, state) WHERE channel_id IS NOT NULL;
CREATE INDEX ON message (channel_id, due_at, seq) WHERE state IN ('waiting', 'failed');
CREATE INDEX ON message (person_id, at DESC, id DESC) WHERE channel_id IS NULL;
CREATE INDEX ON message (person_id) WHERE channel_id IS NULL AND read_at IS NULL;
COMMENT ON TABLE message IS 'Who is told what: one row for one person or group by one way, written in the transaction of the fact. Without a channel it is the inbox, and sent at once.';
COMMENT ON COLUMN message.key IS 'The fact or the day it comes from, the receiver and the way: written once, by however many servers.';
COMMENT ON COLUMN message.text IS 'What goes out, as it goes out.';
COMMENT ON COLUMN message.quiet IS 'Keeps the quiet hours of the unit, also when it is tried again.';

CREATE TABLE message_attempt (
  message_id uuid NOT NULL REFERENCES message,
  n int NOT NULL,
  channel_id uuid NOT NULL REFERENCES message_channel,
  begun_at timestamptz NOT NULL,
  ended_at timestamptz,
  outcome text CHECK (outcome IN ('accepted', 'found', 'unreached', 'unanswered', 'tooFast', 'refused')),
  why jsonb,
  answer text NOT NULL,
  PRIMARY KEY (message_id, n)
);
CREATE INDEX ON message_attempt (channel_id, begun_at DESC);
COMMENT ON TABLE message_attempt IS 'Each attempt to send, noted before it is made: one without an outcome belongs to a server that ended in between.';

CREATE TABLE message_terms (
  unit_id uuid PRIMARY KEY REFERENCES unit,
  terms jsonb NOT NULL
);
COMMENT ON TABLE message_terms IS 'Which fact tells whom by which way where the unit wants it otherwise than delivered, and its quiet hours.';

CREATE TABLE message_clock (
  unit_id uuid NOT NULL REFERENCES unit,
  day date NOT NULL,
  tell text NOT NULL,
  PRIMARY KEY (unit_id, day, tell)
);
COMMENT ON TABLE message_clock IS 'Which reminders of the clock a unit has had on a day.';

ALTER TABLE person ADD COLUMN mail text;
COMMENT ON COLUMN person.mail IS 'Where the person is reached by mail; null: only in the system.';
