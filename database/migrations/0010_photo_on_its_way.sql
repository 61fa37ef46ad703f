-- A photo is announced with what is known of it before its bytes are here; the bytes come in parts and can be taken up again after a cut.

ALTER TABLE photo ALTER COLUMN mime DROP NOT NULL;
ALTER TABLE photo ALTER COLUMN width DROP NOT NULL;
ALTER TABLE photo ALTER COLUMN height DROP NOT NULL;
ALTER TABLE photo ALTER COLUMN shown_sha256 DROP NOT NULL;
ALTER TABLE photo ALTER COLUMN thumb_sha256 DROP NOT NULL;
ALTER TABLE photo ADD COLUMN arrived_at timestamptz;
ALTER TABLE photo ADD COLUMN lost_why text CHECK (lost_why IN ('notPicture', 'withdrawn'));
ALTER TABLE photo ADD COLUMN received int NOT NULL DEFAULT 0;
ALTER TABLE photo ADD COLUMN from_album boolean NOT NULL DEFAULT false;
ALTER TABLE photo ADD COLUMN clock_off bigint;
UPDATE photo SET arrived_at = at, received = bytes;
ALTER TABLE photo ADD CHECK (arrived_at IS NULL OR (mime IS NOT NULL AND lost_why IS NULL));
ALTER TABLE photo ADD CHECK ((shown_sha256 IS NULL) = (thumb_sha256 IS NULL));
ALTER TABLE photo ADD CHECK (received BETWEEN 0 AND bytes);

COMMENT ON COLUMN photo.at IS 'When the server first heard of it.';
COMMENT ON COLUMN photo.arrived_at IS 'When all its bytes were here and their hash was the announced one.';
COMMENT ON COLUMN photo.lost_why IS 'Why no bytes will come: they are no picture, or the sender gave the photo up.';
COMMENT ON COLUMN photo.received IS 'How many bytes are here: where the sender goes on.';
COMMENT ON COLUMN photo.shown_sha256 IS 'Null after arrival: an original this server cannot draw (HEIC); it is kept as it came.';
COMMENT ON COLUMN photo.from_album IS 'Picked from the album, not taken at the place and moment of the record.';
COMMENT ON COLUMN photo.clock_off IS 'Milliseconds the server''s clock was ahead of the phone''s when it was taken; taken_at is corrected by it. Null: not measured.';

CREATE TABLE photo_part (
  photo_id uuid NOT NULL REFERENCES photo,
  start int NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (photo_id, start)
);
COMMENT ON TABLE photo_part IS 'The bytes of a photo that is still on its way; gone once it has arrived.';
