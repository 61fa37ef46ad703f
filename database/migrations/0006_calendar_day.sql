-- The working calendar as a unit corrects it: for a coming year before it is announced, or for a local day off.

CREATE TABLE calendar_day (
  unit_id uuid NOT NULL REFERENCES unit,
  day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('off', 'work')),
  name text NOT NULL,
  PRIMARY KEY (unit_id, day)
);
COMMENT ON TABLE calendar_day IS 'Days that are off or worked whatever the kept calendar says.';
