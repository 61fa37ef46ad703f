-- Who is away: leave, sickness, journeys. Rosters pass these days over.

CREATE TABLE absence (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid NOT NULL REFERENCES person,
  state text NOT NULL CHECK (state IN ('recorded', 'withdrawn')),
  kind text NOT NULL CHECK (kind IN ('leave', 'sick', 'travel', 'training', 'abroad', 'other')),
  from_day date NOT NULL,
  to_day date NOT NULL CHECK (to_day >= from_day),
  note text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX ON absence (unit_id, to_day) WHERE state = 'recorded';
COMMENT ON TABLE absence IS 'Days on which a person cannot be rostered, both ends included. Withdrawn ones stay for the history.';
