-- Personal calendar feeds: links that phones subscribe to.

CREATE TABLE calendar_link (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  fetched_at timestamptz
);
CREATE UNIQUE INDEX calendar_link_one ON calendar_link (person_id) WHERE ended_at IS NULL;
COMMENT ON TABLE calendar_link IS 'Whoever knows the address reads a person''s duties. The secret part of it is worked out from the id and kept nowhere.';
