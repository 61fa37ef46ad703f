-- Presence on post (到岗到位): who of a patrol's crew was there, since when, by what sign; and where a place is.

ALTER TABLE place ADD COLUMN centre jsonb;
ALTER TABLE place ADD COLUMN code_version int NOT NULL DEFAULT 1;
COMMENT ON COLUMN place.centre IS 'Latitude, longitude (WGS-84) and radius in metres; null until the clerk sets it. A check-in beyond it gets a hint, never a refusal.';
COMMENT ON COLUMN place.code_version IS 'Which code the poster of the place carries; raised when the code is renewed, so that older posters stop working.';

CREATE TABLE presence (
  patrol_id uuid NOT NULL REFERENCES patrol,
  person_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('awaited', 'checkedIn', 'confirmed', 'disputed')),
  how text CHECK (how IN ('position', 'code', 'started', 'vouched')),
  said_at timestamptz,
  arrived_at timestamptz,
  said_by_id uuid REFERENCES person,
  position jsonb,
  distance int,
  outside boolean NOT NULL,
  note text NOT NULL,
  judged_by_id uuid REFERENCES person,
  judged_at timestamptz,
  judgement text NOT NULL,
  excuse text,
  excused_by_id uuid REFERENCES person,
  excused_at timestamptz,
  PRIMARY KEY (patrol_id, person_id),
  CHECK ((state = 'awaited') = (said_at IS NULL)),
  CHECK ((said_at IS NULL) = (how IS NULL)),
  CHECK ((excuse IS NULL) = (excused_at IS NULL))
);
COMMENT ON TABLE presence IS 'One person of one patrol: their check-in, what the leader or the clerk said to it, an excuse. No row: nothing was said yet. Late and missing are no states, they follow from the hours of the patrol.';
COMMENT ON COLUMN presence.said_at IS 'When the person was there: the time of their device where it is plausible, else that of the server.';
COMMENT ON COLUMN presence.arrived_at IS 'When the server heard of it; much later than said_at when it came out of the queue of a phone without signal.';
COMMENT ON COLUMN presence.distance IS 'Metres from the centre of the place at the time of the check-in, where both are known.';
