-- Rosters of several months with versions, seats that stay, terms of the unit, searches on the server, swaps between colleagues.

ALTER TABLE roster ADD COLUMN from_day date;
ALTER TABLE roster ADD COLUMN to_day date;
ALTER TABLE roster ADD COLUMN version int NOT NULL DEFAULT 0;
UPDATE roster SET
  from_day = (month || '-01')::date,
  to_day = ((month || '-01')::date + interval '1 month' - interval '1 day')::date,
  version = CASE state WHEN 'published' THEN 1 ELSE 0 END;
ALTER TABLE roster ALTER COLUMN from_day SET NOT NULL;
ALTER TABLE roster ALTER COLUMN to_day SET NOT NULL;
ALTER TABLE roster ADD CONSTRAINT roster_days CHECK (to_day > from_day);
ALTER TABLE roster DROP COLUMN month;
ALTER TABLE roster DROP CONSTRAINT roster_state_check;
ALTER TABLE roster ADD CONSTRAINT roster_state_check CHECK (state IN ('draft', 'published', 'discarded'));
CREATE INDEX ON roster (unit_id, from_day) WHERE state <> 'discarded';
COMMENT ON COLUMN roster.version IS '0 for a draft, 1 when published, one more with each change after that.';

ALTER TABLE seat RENAME COLUMN by_hand TO pinned;
ALTER TABLE seat ADD COLUMN changed_in int;
CREATE INDEX ON seat (person_id, day) WHERE person_id IS NOT NULL;
COMMENT ON COLUMN seat.pinned IS 'Set by a person: a new proposal leaves it alone.';
COMMENT ON COLUMN seat.changed_in IS 'The version of the roster in which it last changed after publishing.';

CREATE TABLE seat_change (
  roster_id uuid NOT NULL REFERENCES roster,
  version int NOT NULL,
  day date NOT NULL,
  place_id uuid NOT NULL REFERENCES place,
  n int NOT NULL,
  was_id uuid REFERENCES person,
  now_id uuid REFERENCES person,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (roster_id, version, day, place_id, n)
);
COMMENT ON TABLE seat_change IS 'What changed in a published roster, version by version.';

CREATE TABLE roster_seen (
  roster_id uuid NOT NULL REFERENCES roster,
  person_id uuid NOT NULL REFERENCES person,
  version int NOT NULL,
  PRIMARY KEY (roster_id, person_id)
);
COMMENT ON TABLE roster_seen IS 'Up to which version a person has taken note of the changes that concern them.';

CREATE TABLE roster_terms (
  unit_id uuid PRIMARY KEY REFERENCES unit,
  terms jsonb NOT NULL
);
COMMENT ON TABLE roster_terms IS 'Rest between duties and who is kept apart, for the whole unit.';

CREATE TABLE roster_solving (
  roster_id uuid PRIMARY KEY REFERENCES roster,
  id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  state text NOT NULL CHECK (state IN ('running', 'done', 'stopped')),
  stop_asked boolean NOT NULL DEFAULT false,
  cost float8 NOT NULL,
  bound float8 NOT NULL,
  steps float8 NOT NULL,
  began_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE roster_solving IS 'The latest search for a fairer roster. The server that runs it writes how far it is and reads whether to stop.';
COMMENT ON COLUMN roster_solving.seen_at IS 'Last word of the server that runs it; long silent means that server has ended.';

CREATE TABLE swap (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  roster_id uuid NOT NULL REFERENCES roster,
  state text NOT NULL CHECK (state IN ('asked', 'accepted', 'declined', 'withdrawn')),
  asker_id uuid NOT NULL REFERENCES person,
  day date NOT NULL,
  place_id uuid NOT NULL REFERENCES place,
  n int NOT NULL,
  other_id uuid NOT NULL REFERENCES person,
  other_day date,
  other_place_id uuid REFERENCES place,
  other_n int,
  note text NOT NULL,
  at timestamptz NOT NULL,
  answered_at timestamptz,
  CHECK ((other_day IS NULL) = (other_place_id IS NULL) AND (other_day IS NULL) = (other_n IS NULL))
);
CREATE INDEX ON swap (unit_id, at DESC);
CREATE INDEX ON swap (other_id) WHERE state = 'asked';
COMMENT ON TABLE swap IS 'A colleague is asked to stand in for a duty, or to exchange it for one of theirs.';
