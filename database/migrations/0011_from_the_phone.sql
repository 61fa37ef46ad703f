-- What a phone did while away: by which clock, brought in by whom, and by people who were on duty until the roster changed behind their back.

ALTER TABLE fact ADD COLUMN clock_off bigint;
ALTER TABLE fact ADD COLUMN brought_by_id uuid;
ALTER TABLE fact ADD COLUMN brought_by_name text;
COMMENT ON COLUMN fact.clock_off IS 'Milliseconds the server''s clock was ahead of the device''s, as the device last measured it: device_at + clock_off is when it was done.';
COMMENT ON COLUMN fact.brought_by_name IS 'The clerk who brought the act in from an exported queue; the actor stays who acted.';

ALTER TABLE patrol ADD COLUMN former_ids uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN patrol.former_ids IS 'Were on duty here until the roster was changed; what they walked without signal is still accepted.';
